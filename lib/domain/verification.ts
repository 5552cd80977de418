import { type Actor, type EnrolmentRef, type Pool, reviewQuality } from "./access";
import type { ClaimStanding, ConfirmedFacts } from "./facts";
import { type HeldByAnother, type HoldFact, heldByAnother } from "./hold";
import { accept, type Decision, refuse } from "./result";

/** Who decided before, and when, in the words of a refusal: `on` is the team's day, `time` its clock. */
export type EarlierDecision = {
  readonly byId: string;
  readonly by: string;
  readonly byLatin: string;
  readonly on: string;
  readonly time: string;
};

/** A claim as the person who verifies it sees it. */
export type ReviewedClaim = {
  readonly claimId: string;
  readonly criterionCode: string;
  readonly standing: ClaimStanding;
  readonly isFrozen: boolean;
  readonly enrolment: EnrolmentRef;
  readonly pool: Pool;
  /** Who has taken the record on in this enrolment. */
  readonly hold: HoldFact | null;
  readonly claimed: ConfirmedFacts;
  /** The verification that stands. */
  readonly verified: (EarlierDecision & { readonly confirmed: ConfirmedFacts }) | null;
  /** The send-back that nobody answered yet. */
  readonly returned: (EarlierDecision & { readonly reason: string }) | null;
};

export type ReviewRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "NothingChosen" }
  | { readonly code: "ReasonMissing" }
  | { readonly code: "ClaimTakenBack" }
  | ({ readonly code: "AlreadyVerified" } & Omit<EarlierDecision, "byId">)
  | ({ readonly code: "AlreadySentBack" } & Omit<EarlierDecision, "byId">)
  | HeldByAnother
  | { readonly code: "NotVerified" }
  | { readonly code: "EvidenceFrozen" }
  | { readonly code: "MoreRightThanJudged" }
  | { readonly code: "NumbersMissing" }
  | { readonly code: "PartNotClaimed" }
  | { readonly code: "NeedsJudgement" };

export type ReviewQuality = "mentor" | "reviewer";
/** `isRepeat`: the same person has already done exactly this; nothing is written again. */
export type Review = { readonly quality: ReviewQuality; readonly isRepeat: boolean };

const decidedAs = <const C extends "AlreadyVerified" | "AlreadySentBack">(code: C, earlier: EarlierDecision | null) => {
  const { by = "", byLatin = "", on = "", time = "" } = earlier ?? {};
  return refuse({ code, by, byLatin, on, time });
};

/** Confirms a claim: what is confirmed may differ from what was claimed, and only that counts (product.md, 3). */
export function verify(claim: ReviewedClaim, confirmed: ConfirmedFacts, actor: Actor): Decision<Review, ReviewRefusal> {
  const quality = reviewQuality(actor, claim.enrolment, claim.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (claim.standing === "withdrawn") return refuse({ code: "ClaimTakenBack" });
  if (claim.standing === "verified") {
    const isRepeat = claim.verified?.byId === actor.id && isSame(claim.verified.confirmed, confirmed);
    return isRepeat ? accept({ quality, isRepeat }) : decidedAs("AlreadyVerified", claim.verified);
  }
  const held = heldByAnother(claim.hold, actor);
  if (held) return refuse(held);
  return factsRefusal(claim.claimed, confirmed) ?? accept({ quality, isRepeat: false });
}

/** Numbers within each other, and nothing confirmed that was never claimed. */
function factsRefusal(claimed: ConfirmedFacts, { judged, right, parts }: ConfirmedFacts) {
  if (claimed.judged !== null && (judged === null || right === null)) return refuse({ code: "NumbersMissing" });
  if (right !== null && right > (judged ?? -1)) return refuse({ code: "MoreRightThanJudged" });
  return parts.some((part) => !claimed.parts.includes(part)) ? refuse({ code: "PartNotClaimed" }) : null;
}

/** Whether two confirmations say the same; parts in any order. */
export const isSame = (one: ConfirmedFacts, other: ConfirmedFacts): boolean =>
  one.supervision === other.supervision &&
  one.mentorPresent === other.mentorPresent &&
  one.judged === other.judged &&
  one.right === other.right &&
  one.parts.length === other.parts.length &&
  one.parts.every((part) => other.parts.includes(part));

/** Returns a claim that waits, with a reason. A verified one is first withdrawn. */
export function sendBack(claim: ReviewedClaim, reason: string, actor: Actor): Decision<Review, ReviewRefusal> {
  const quality = reviewQuality(actor, claim.enrolment, claim.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (claim.standing === "withdrawn") return refuse({ code: "ClaimTakenBack" });
  if (claim.standing === "verified") return decidedAs("AlreadyVerified", claim.verified);
  if (claim.standing === "sentBack") {
    const isRepeat = claim.returned?.byId === actor.id && claim.returned.reason === reason;
    return isRepeat ? accept({ quality, isRepeat }) : decidedAs("AlreadySentBack", claim.returned);
  }
  const held = heldByAnother(claim.hold, actor);
  return held ? refuse(held) : accept({ quality, isRepeat: false });
}

/** One verification, standing or already taken back. */
export type ReviewedVerification = { readonly claim: ReviewedClaim; readonly withdrawnById: string | null };

/** Takes a verification back, until a sign-off has frozen it. */
export function withdrawVerification(
  { claim, withdrawnById }: ReviewedVerification,
  actor: Actor,
): Decision<Review, ReviewRefusal> {
  const quality = reviewQuality(actor, claim.enrolment, claim.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (withdrawnById !== null) {
    return withdrawnById === actor.id ? accept({ quality, isRepeat: true }) : refuse({ code: "NotVerified" });
  }
  if (claim.isFrozen) return refuse({ code: "EvidenceFrozen" });
  if (claim.standing !== "verified") return refuse({ code: "NotVerified" });
  return accept({ quality, isRepeat: false });
}

/** The claims that were chosen, as far as they are the actor's to review; one that is not hides the others. */
export function chosenFrom<C extends ReviewedClaim>(
  claims: readonly C[],
  chosen: readonly string[],
  actor: Actor,
  nothing: "NothingChosen" | "ReasonMissing" = "NothingChosen",
): Decision<readonly C[], ReviewRefusal> {
  const own = claims.filter(({ enrolment, pool }) => reviewQuality(actor, enrolment, pool) !== null);
  if (own.length === 0) return refuse({ code: "NotFound" });
  if (chosen.length === 0) return refuse({ code: nothing });
  const found = own.filter(({ claimId }) => chosen.includes(claimId));
  return found.length === new Set(chosen).size ? accept(found) : refuse({ code: "NotFound" });
}

/** Decides each of several claims of one record: all of them, or none with the first reason against it. */
export function decideEach<C extends ReviewedClaim>(
  claims: readonly C[],
  decide: (claim: C) => Decision<Review, ReviewRefusal>,
): Decision<readonly (Review & { readonly claim: C })[], ReviewRefusal> {
  const reviews: (Review & { readonly claim: C })[] = [];
  for (const claim of claims) {
    const decision = decide(claim);
    if (!decision.ok) return decision;
    reviews.push({ claim, ...decision.value });
  }
  return accept(reviews);
}

import { type Actor, type EnrolmentRef, type Pool, reviewQuality } from "./access";
import type { ClaimStanding, ConfirmedFacts } from "./facts";
import { accept, type Decision, refuse } from "./result";

/** A claim as the person who verifies it sees it. */
export type ReviewedClaim = {
  readonly claimId: string;
  readonly criterionCode: string;
  readonly standing: ClaimStanding;
  readonly isFrozen: boolean;
  readonly enrolment: EnrolmentRef;
  readonly pool: Pool;
  readonly claimed: ConfirmedFacts;
};

export type ReviewRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "ClaimTakenBack" }
  | { readonly code: "AlreadyVerified" }
  | { readonly code: "AlreadySentBack" }
  | { readonly code: "NotVerified" }
  | { readonly code: "EvidenceFrozen" }
  | { readonly code: "MoreRightThanJudged" }
  | { readonly code: "PartNotClaimed" };

export type ReviewQuality = "mentor" | "reviewer";

/** Confirms a claim: what is confirmed may differ from what was claimed, and only that counts (product.md, 3). */
export function verify(
  claim: ReviewedClaim,
  confirmed: ConfirmedFacts,
  actor: Actor,
): Decision<{ quality: ReviewQuality }, ReviewRefusal> {
  const quality = reviewQuality(actor, claim.enrolment, claim.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (claim.standing === "withdrawn") return refuse({ code: "ClaimTakenBack" });
  if (claim.standing === "verified") return refuse({ code: "AlreadyVerified" });
  if ((confirmed.right ?? 0) > (confirmed.judged ?? 0)) return refuse({ code: "MoreRightThanJudged" });
  if (confirmed.parts.some((part) => !claim.claimed.parts.includes(part))) return refuse({ code: "PartNotClaimed" });
  return accept({ quality });
}

/** Returns a claim that waits, with a reason. A verified one is first withdrawn. */
export function sendBack(claim: ReviewedClaim, actor: Actor): Decision<{ quality: ReviewQuality }, ReviewRefusal> {
  const quality = reviewQuality(actor, claim.enrolment, claim.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (claim.standing === "withdrawn") return refuse({ code: "ClaimTakenBack" });
  if (claim.standing === "verified") return refuse({ code: "AlreadyVerified" });
  if (claim.standing === "sentBack") return refuse({ code: "AlreadySentBack" });
  return accept({ quality });
}

/** Takes a verification back, until a sign-off has frozen it. */
export function withdrawVerification(
  claim: ReviewedClaim,
  actor: Actor,
): Decision<{ quality: ReviewQuality }, ReviewRefusal> {
  const quality = reviewQuality(actor, claim.enrolment, claim.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (claim.isFrozen) return refuse({ code: "EvidenceFrozen" });
  if (claim.standing !== "verified") return refuse({ code: "NotVerified" });
  return accept({ quality });
}

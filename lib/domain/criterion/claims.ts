import type { ClaimFact, ConfirmedFacts } from "../facts";
import { choiceOf, flagOf } from "../policy";
import type { NotCounted, NotCountedReason } from "../progress";
import { type CountCondition, PARTS_MODES, type PartsMode } from "../rule";
import type { RuleContext } from "./context";

/** A claim with the facts it is looked at by: what was confirmed, or, while it waits, what was claimed. */
export type Occasion = { readonly claim: ClaimFact; readonly seen: ConfirmedFacts };

/** The first reason against an occasion; null where there is none. */
export type Objection = Omit<NotCounted, "claimId"> | null;
export type Objector = (occasion: Occasion) => Objection;

/** Every claim of a criterion, told apart. `prospects` are those waiting that would count if confirmed as claimed. */
export type Sifted = {
  readonly counted: readonly Occasion[];
  readonly prospects: readonly Occasion[];
  readonly notCounted: readonly NotCounted[];
  readonly waiting: readonly string[];
};

/** Only a verified claim counts, and only by what was confirmed (product.md, 3). */
export function sift(claims: readonly ClaimFact[], objectionTo: Objector): Sifted {
  const verified = claims.flatMap((claim) => (isVerified(claim) ? [{ claim, seen: claim.confirmed }] : []));
  const waiting = claims.filter(isWaiting).map((claim) => ({ claim, seen: claim.claimed }));
  const returned = claims.flatMap(({ claimId, standing }) =>
    standing === "sentBack" || standing === "withdrawn" ? [{ claimId, reason: standing }] : [],
  );
  const all = { counted: verified, prospects: waiting, notCounted: returned, waiting: waiting.map(idOf) };
  return narrow(all, objectionTo);
}

type VerifiedClaim = ClaimFact & { readonly confirmed: ConfirmedFacts };
const isVerified = (claim: ClaimFact): claim is VerifiedClaim =>
  claim.standing === "verified" && claim.confirmed !== null;
/** A verification that confirmed nothing is none. */
const isWaiting = (claim: ClaimFact) =>
  claim.standing === "waiting" || (claim.standing === "verified" && claim.confirmed === null);

export const idOf = ({ claim }: Occasion): string => claim.claimId;

/** Takes out what there is an objection to; a waiting claim goes on waiting, but is no prospect. */
export function narrow(sifted: Sifted, objectionTo: Objector): Sifted {
  const judged = sifted.counted.map((occasion) => ({ occasion, objection: objectionTo(occasion) }));
  return {
    ...sifted,
    counted: judged.filter(({ objection }) => !objection).map(({ occasion }) => occasion),
    prospects: sifted.prospects.filter((occasion) => !objectionTo(occasion)),
    notCounted: [
      ...sifted.notCounted,
      ...judged.flatMap(({ occasion, objection }) => (objection ? [{ claimId: idOf(occasion), ...objection }] : [])),
    ],
  };
}

export const partsModeOf = ({ partsMode = "eachOccasion" }: CountCondition, { policy }: RuleContext): PartsMode =>
  choiceOf(partsMode, PARTS_MODES, policy);

/** The parts that a condition asks for. */
export const partCodesOf = ({ parts = [] }: CountCondition): readonly string[] => parts.map(({ code }) => code);

/** Claims that satisfy a `CountCondition`, without a look at the other claims. */
export function siftBy(condition: CountCondition, context: RuleContext): Sifted {
  const mode = partsModeOf(condition, context);
  return sift(context.claims, (occasion) => {
    const reason = objectionByFacts(occasion, condition, context);
    return reason ? { reason } : objectionByParts(occasion, partCodesOf(condition), mode);
  });
}

/** The first of a condition's demands, parts aside, that an occasion does not satisfy. */
export const objectionByFacts = (
  occasion: Occasion,
  condition: CountCondition,
  context: RuleContext,
): NotCountedReason | null =>
  objectionByKind(occasion, condition, context) ??
  objectionBySupervision(occasion, condition) ??
  objectionByProof(occasion, condition);

/** Where exercises may stand in, they do or do not whatever the kinds (product.md, 10). */
function objectionByKind({ claim }: Occasion, { kinds, exercisesCount }: CountCondition, context: RuleContext) {
  if (exercisesCount && (claim.kind === "exercise" || claim.kind === "drillCase")) {
    const param = `${context.criterionCode}.exercisesCount`;
    return flagOf(param, exercisesCount.default, context.policy) ? null : "exerciseNotCounted";
  }
  return kinds && !kinds.includes(claim.kind) ? "kindNotAsked" : null;
}

function objectionBySupervision({ seen }: Occasion, { minSupervision, maxSupervision }: CountCondition) {
  if (minSupervision === undefined && maxSupervision === undefined) return null;
  if (seen.supervision === null) return "supervisionMissing";
  if (seen.supervision < (minSupervision ?? 1)) return "supervisionTooLow";
  return seen.supervision > (maxSupervision ?? 5) ? "supervisionTooHigh" : null;
}

function objectionByProof({ claim, seen }: Occasion, { mentorPresent, minEvidence = 0 }: CountCondition) {
  if (mentorPresent && !seen.mentorPresent) return "mentorAbsent";
  return claim.evidenceCount < minEvidence ? "evidenceMissing" : null;
}

/** `eachOccasion` asks for all parts; in the other modes one of them is enough for the occasion to count (A61, A62). */
export function objectionByParts({ seen }: Occasion, parts: readonly string[], mode: PartsMode): Objection {
  const missing = parts.filter((part) => !seen.parts.includes(part));
  const enough = mode === "eachOccasion" ? missing.length === 0 : missing.length < parts.length || parts.length === 0;
  return enough ? null : { reason: "partsMissing", missing };
}

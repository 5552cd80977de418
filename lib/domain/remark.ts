import { type Actor, type EnrolmentRef, type Pool, reviewQuality } from "./access";
import { accept, type Decision, refuse } from "./result";

/** 差し戻し: when a remark that holds a criterion open is settled (product.md, 6). Instants are ISO 8601 in UTC. */

export type RemarkFact = {
  readonly remarkId: string;
  readonly criterionCode: string;
  /** The claim that was sent back; null where the criterion was, within a sign-off request. */
  readonly claimId: string | null;
  readonly madeAt: string;
  readonly answeredAt: string | null;
};

/** What a mentor has just judged. */
export type JudgedEvent =
  | {
      readonly type: "claimVerified";
      readonly claimId: string;
      readonly criterionCode: string;
      readonly claimedAt: string;
    }
  | { readonly type: "criterionAttested"; readonly criterionCode: string }
  | { readonly type: "answerAccepted"; readonly remarkId: string };

/**
 * A verified claim settles what was said about the same claim, and what was said about its criterion before it was made.
 * An attestation settles what has been answered. An answer can be accepted by itself.
 */
export function settles(remark: RemarkFact, event: JudgedEvent): boolean {
  if (event.type === "answerAccepted") return remark.remarkId === event.remarkId && remark.answeredAt !== null;
  if (remark.criterionCode !== event.criterionCode) return false;
  if (event.type === "criterionAttested") return remark.answeredAt !== null;
  return remark.claimId === event.claimId || event.claimedAt > remark.madeAt;
}

export const settledBy = (remarks: readonly RemarkFact[], event: JudgedEvent): string[] =>
  remarks.filter((remark) => settles(remark, event)).map(({ remarkId }) => remarkId);

/** A remark as the person who judges its answer sees it. */
export type RemarkUnderReview = RemarkFact & {
  readonly enrolment: EnrolmentRef;
  readonly pool: Pool;
  readonly settledById: string | null;
  /** The claim it was made about still stands: then the claim is what is judged, with the answer beside it. */
  readonly claimStands: boolean;
};

export type AnswerRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "AnswerAlreadyJudged" }
  | { readonly code: "NotAnsweredYet" }
  | { readonly code: "ClaimStillWaits" };

type AnswerJudged = { readonly quality: "mentor" | "reviewer"; readonly isRepeat: boolean };

/** Accepts an answer, or rejects it with a new reason: either way the remark is settled; a rejection opens another. */
export function judgeAnswer(remark: RemarkUnderReview, actor: Actor): Decision<AnswerJudged, AnswerRefusal> {
  const quality = reviewQuality(actor, remark.enrolment, remark.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (remark.settledById !== null) {
    return remark.settledById === actor.id
      ? accept({ quality, isRepeat: true })
      : refuse({ code: "AnswerAlreadyJudged" });
  }
  if (remark.answeredAt === null) return refuse({ code: "NotAnsweredYet" });
  if (remark.claimStands) return refuse({ code: "ClaimStillWaits" });
  return accept({ quality, isRepeat: false });
}

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
  | { readonly type: "claimVerified"; readonly claimId: string; readonly criterionCode: string; readonly claimedAt: string }
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

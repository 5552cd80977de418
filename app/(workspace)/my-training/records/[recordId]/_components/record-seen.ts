import type { UsualWait } from "@/components/training/usual-wait";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { OwnRecord } from "@/lib/domain/correction";
import type { Locale } from "@/lib/platform/format";
import type { ClaimSeen, RecordHistory } from "@/lib/records/queries";
import type { EnrolmentView } from "@/lib/training/queries";

/** An own record as its page has it, with the running enrolments that give its claims their names. */
export type RecordSeen = Omit<OwnRecord, "claims"> & RecordHistory;
export type RecordFrame = {
  readonly enrolments: readonly EnrolmentView[];
  readonly words: CurriculumWords;
  readonly locale: Locale;
  readonly usual: UsualWait;
  readonly now: Date;
};

export type ClaimState = "waiting" | "verified" | "sentBack" | "withdrawn" | "frozen";

export function claimStateOf({ withdrawn, frozen, verification, remarks }: ClaimSeen): ClaimState {
  if (withdrawn) return "withdrawn";
  if (frozen) return "frozen";
  if (verification) return "verified";
  return remarks.some(({ settled, answer }) => !settled && answer === null) ? "sentBack" : "waiting";
}

/** Nothing has taken its place, and it was not taken back. */
export const stands = ({ withdrawn, corrected }: RecordSeen): boolean => !withdrawn && !corrected;

export const isFrozen = ({ claims }: RecordSeen): boolean => claims.some(({ frozen }) => frozen);

/** The role group and STEP of a claim, where the enrolment still runs. */
export function placeOf({ enrolmentId, criterionCode }: ClaimSeen, { enrolments }: RecordFrame) {
  const enrolment = enrolments.find(({ training }) => training.ref.enrolmentId === enrolmentId);
  const step = enrolment?.curriculum.criterion(criterionCode)?.step;
  return enrolment && step !== undefined
    ? { enrolmentId, step, roleGroupCode: enrolment.training.ref.roleGroupCode }
    : null;
}

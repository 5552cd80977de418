import type { EnrolmentSeen } from "@/components/training/enrolment-seen";
import type {
  ChangeEntry,
  JudgementEntry,
  LocalEntry,
  MentorEntry,
  OpinionEntry,
  PersonEntry,
  Proof,
  RecordEntry,
  RemarkEntry,
  RequestEntry,
  StepEntry,
  WithdrawalEntry,
} from "@/lib/training-record/schema";

/** An enrolment of a training record: also one that has ended. */
export type EnrolmentRecorded = EnrolmentSeen & {
  readonly training: {
    readonly enrolledOn: string;
    readonly endedOn: string | null;
    readonly team: { readonly nameJa: string; readonly nameEn: string };
  };
};

/** One person's whole history, as far as the reader may see it. */
export type RecordSeen = {
  readonly person: PersonEntry;
  readonly enrolments: readonly EnrolmentRecorded[];
  readonly steps: readonly StepEntry[];
  readonly requests: readonly RequestEntry[];
  readonly changes: readonly ChangeEntry[];
  readonly local: readonly LocalEntry[];
  readonly remarks: readonly RemarkEntry[];
  readonly withdrawals: readonly WithdrawalEntry[];
  readonly judgements: readonly JudgementEntry[];
  readonly opinions: readonly OpinionEntry[];
  readonly mentors: readonly MentorEntry[];
  readonly records: readonly RecordEntry[];
  readonly proof: Proof;
  readonly textsLeftOut: boolean;
  readonly today: string;
};

export const enrolmentOf = ({ enrolments }: RecordSeen, enrolmentId: string): EnrolmentRecorded | undefined =>
  enrolments.find(({ training }) => training.ref.enrolmentId === enrolmentId);

export const groupOf = (seen: RecordSeen, { enrolmentId }: { enrolmentId: string }) =>
  enrolmentOf(seen, enrolmentId)?.training.ref.roleGroupCode ?? null;

/** Where a criterion of an enrolment stands in the curriculum. */
export function placeOf(seen: RecordSeen, about: { enrolmentId: string; criterionCode: string }) {
  const step = enrolmentOf(seen, about.enrolmentId)?.curriculum.criterion(about.criterionCode)?.step ?? 0;
  return { roleGroupCode: groupOf(seen, about), step } as const;
}

import type { EnrolmentSeen } from "@/components/training/enrolment-seen";
import type {
  JudgementEntry,
  PersonEntry,
  Proof,
  RecordEntry,
  RemarkEntry,
  StepEntry,
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
  readonly remarks: readonly RemarkEntry[];
  readonly judgements: readonly JudgementEntry[];
  readonly records: readonly RecordEntry[];
  readonly proof: Proof;
  readonly textsLeftOut: boolean;
  readonly today: string;
};

export const enrolmentOf = ({ enrolments }: RecordSeen, enrolmentId: string): EnrolmentRecorded | undefined =>
  enrolments.find(({ training }) => training.ref.enrolmentId === enrolmentId);

/** Where a criterion of an enrolment stands in the curriculum. */
export function placeOf(
  seen: RecordSeen,
  { enrolmentId, criterionCode }: { enrolmentId: string; criterionCode: string },
) {
  const enrolment = enrolmentOf(seen, enrolmentId);
  const step = enrolment?.curriculum.criterion(criterionCode)?.step ?? 0;
  return { roleGroupCode: enrolment?.training.ref.roleGroupCode ?? null, step } as const;
}

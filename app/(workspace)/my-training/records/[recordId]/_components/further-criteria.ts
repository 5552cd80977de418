import { claim, type OwnRecord } from "@/lib/domain/correction";
import type { CriterionNode, RoleGroupCode } from "@/lib/domain/curriculum";
import type { ClaimableCriterion, LogContext } from "@/lib/domain/record";
import { countsRecords, kindsServing } from "@/lib/domain/record-needs";
import { claimKeyOf } from "@/lib/records/schema";
import type { EnrolmentView } from "@/lib/training/queries";

export type FurtherCriterion = {
  /** `<enrolment id>:<criterion code>` */
  readonly key: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: number;
  readonly criterion: CriterionNode;
  readonly counts: boolean;
  readonly enrolment: EnrolmentView;
};

/** What else a record can count for as it is: the same decision that the command takes. What is counted comes first. */
export function furtherCriteria(record: OwnRecord, enrolments: readonly EnrolmentView[]): FurtherCriterion[] {
  const context = contextOf(record, enrolments);
  const found = enrolments.flatMap((enrolment) =>
    claimableIn(enrolment).flatMap(({ step, criterion }): FurtherCriterion[] => {
      const { enrolmentId, roleGroupCode } = enrolment.training.ref;
      const wish = { enrolmentId, criterionCode: criterion.code, parts: [] };
      const decision = claim(record, wish, context);
      if (!decision.ok || decision.value === "already" || !serves(criterion, record)) return [];
      const key = claimKeyOf(enrolmentId, criterion.code);
      return [{ key, roleGroupCode, step, criterion, counts: countsRecords(criterion.rule), enrolment }];
    }),
  );
  return found.sort((a, b) => Number(b.counts) - Number(a.counts));
}

function serves({ rule }: CriterionNode, { draft }: OwnRecord): boolean {
  const kinds = kindsServing(rule);
  return kinds === null || kinds.includes(draft.kind);
}

/** The record was accepted once: its day and what it names are not asked again here. */
const contextOf = ({ draft }: OwnRecord, enrolments: readonly EnrolmentView[]): LogContext => ({
  enrolments: enrolments.map((enrolment) => ({
    enrolmentId: enrolment.training.ref.enrolmentId,
    today: enrolment.today,
    earliestOn: "",
    claimable: claimableIn(enrolment),
  })),
  mentorIds: [],
  choices: {
    subCase: [draft.subCase ?? []].flat(),
    technique: [draft.technique ?? []].flat(),
    readingItem: [draft.readingItem ?? []].flat(),
  },
});

function claimableIn({ training, curriculum, states }: EnrolmentView): ClaimableCriterion[] {
  const { roleGroupCode } = training.ref;
  return states
    .filter(({ completion }) => completion === null)
    .flatMap(({ step }) =>
      curriculum
        .criteriaOf(roleGroupCode, step, training.tracks)
        .map((criterion): ClaimableCriterion => ({ step, criterion })),
    );
}

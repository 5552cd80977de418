import type { CriterionNode } from "@/lib/domain/curriculum";
import { type CriterionProgress, fractionMet } from "@/lib/domain/progress";
import { ifOneMore } from "@/lib/domain/prospect";
import { countsRecords, fieldsNeededBy, kindsServing, type NeededField } from "@/lib/domain/record-needs";
import type { RecordKind } from "@/lib/domain/rule";
import { claimKeyOf } from "@/lib/records/schema";
import type { EnrolmentSeen, StepSeen } from "./enrolment-seen";

/** A criterion that a record may be claimed for, with what it needs and what one more record would do. */
export type ClaimChoice = {
  /** `<enrolment id>:<criterion code>` */
  readonly key: string;
  readonly criterion: CriterionNode;
  readonly progress: CriterionProgress;
  readonly step: StepSeen;
  readonly enrolment: EnrolmentSeen;
  /** Null: any kind of record. */
  readonly kinds: readonly RecordKind[] | null;
  readonly needs: readonly NeededField[];
  readonly counts: boolean;
  /** Have after one more verified record that shows everything. */
  readonly after: number;
  readonly isAhead: boolean;
};

/** Of STEPs that are not signed off: what is open now before what lies ahead, what was used last before the rest. */
export function claimChoices(
  enrolments: readonly EnrolmentSeen[],
  steps: readonly StepSeen[][],
  used: readonly string[],
) {
  const all = enrolments.flatMap((enrolment, place) =>
    (steps[place] ?? []).flatMap((step) =>
      (step.progress?.criteria ?? []).flatMap((each) => choiceOf(each, step, enrolment)),
    ),
  );
  const rank = ({ key }: ClaimChoice) => (used.includes(key) ? used.indexOf(key) : used.length);
  return all.sort(
    (a, b) =>
      Number(a.isAhead) - Number(b.isAhead) ||
      Number(b.counts) - Number(a.counts) ||
      Number(a.progress.met) - Number(b.progress.met) ||
      rank(a) - rank(b) ||
      fractionMet(b.progress) - fractionMet(a.progress),
  );
}

function choiceOf(progress: CriterionProgress, step: StepSeen, enrolment: EnrolmentSeen): ClaimChoice[] {
  const { training, curriculum } = enrolment;
  const criterion = curriculum.criterion(progress.criterionCode);
  if (!criterion) return [];
  const { rule } = criterion;
  return [
    {
      key: claimKeyOf(training.ref.enrolmentId, criterion.code),
      criterion,
      progress,
      step,
      enrolment,
      kinds: kindsServing(rule),
      needs: fieldsNeededBy(rule),
      counts: countsRecords(rule),
      after: progress.met ? progress.have : ifOneMore(criterion, progress, measureOf(enrolment, step)).have,
      isAhead: step.step !== enrolment.openStep,
    },
  ];
}

const measureOf = ({ training, curriculum, today }: EnrolmentSeen, { policy }: StepSeen) => ({
  facts: training.facts,
  policy,
  today,
  fiscalYearStartMonth: training.team.fiscalYearStartMonth,
  drillCases: curriculum.structure.drillCases,
});

/** Fields that the quick log has. */
const QUICK_FIELDS: readonly NeededField[] = [
  "supervision",
  "judged",
  "right",
  "periodCovered",
  "mentorPresent",
  "incidentRef",
];
const CHIPS_IN_VIEW = 4;

export type QuickChoices = { readonly likely: readonly ClaimChoice[]; readonly others: readonly ClaimChoice[] };

/** Criteria that one line of text can serve, of what is open: the likely ones in view, every other one a tick away. */
export function quickChoices(choices: readonly ClaimChoice[]): QuickChoices {
  const served = choices.filter(({ needs, progress, isAhead }) => !progress.met && !isAhead && needs.every(isQuick));
  const likely = served.filter(({ counts }) => counts).slice(0, CHIPS_IN_VIEW);
  return { likely, others: served.filter((choice) => !likely.includes(choice)) };
}

const isQuick = (field: NeededField) => QUICK_FIELDS.includes(field);

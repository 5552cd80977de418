import type { PlainDay, PlainMonth } from "./calendar";
import type { CriterionNode } from "./curriculum";
import type { TlpLabel } from "./facts";
import type { StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";
import type { CountCondition, CriterionRule, RecordKind, Supervision } from "./rule";

/** What a trainee is about to log, as parsed; empty fields are null. */
export type RecordDraft = {
  readonly happenedOn: PlainDay;
  readonly kind: RecordKind;
  readonly title: string;
  readonly did: string | null;
  readonly learned: string | null;
  readonly supervision: Supervision | null;
  readonly mentorPresentId: string | null;
  readonly mentorPresentName: string | null;
  readonly tlp: TlpLabel;
  readonly incidentRef: string | null;
  readonly periodCovered: PlainMonth | null;
  readonly subCase: string | null;
  readonly judged: number | null;
  readonly right: number | null;
  readonly technique: string | null;
  readonly readingItem: string | null;
  readonly evidence: readonly string[];
  readonly claims: readonly DraftClaim[];
};
export type DraftClaim = { readonly enrolmentId: string; readonly criterionCode: string; readonly parts: readonly string[] };

/** A criterion that the trainee may claim: of an own enrolment that has not ended, applicable, its STEP not signed off. */
export type ClaimableCriterion = {
  readonly enrolmentId: string;
  readonly step: StepNumber;
  readonly criterion: CriterionNode;
};

export type LogContext = {
  readonly today: PlainDay;
  /** The earliest day that policy allows (months before enrolment). */
  readonly earliestOn: PlainDay;
  readonly claimable: readonly ClaimableCriterion[];
};

/** A field that a record needs, because of a criterion it claims. */
export const NEEDED_FIELDS = [
  "supervision",
  "mentorPresent",
  "incidentRef",
  "periodCovered",
  "subCase",
  "judged",
  "right",
  "technique",
  "readingItem",
  "evidence",
  "parts",
] as const;
export type NeededField = (typeof NEEDED_FIELDS)[number];

export type RecordRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "DayInFuture" }
  | { readonly code: "DayTooLongAgo"; readonly earliestOn: PlainDay }
  | { readonly code: "MonthInFuture" }
  | { readonly code: "CriterionNotClaimable" }
  | { readonly code: "FieldMissing"; readonly field: NeededField; readonly criterionCode: string }
  | { readonly code: "MoreRightThanJudged" }
  | { readonly code: "PartUnknown" }
  | { readonly code: "RedHoldsReferenceOnly" }
  | { readonly code: "RedNeedsMentor" };

/** Leaves of a rule: what its claims are looked at for. */
export function leavesOf(rule: CriterionRule): readonly CriterionRule[] {
  return rule.kind === "anyOf" || rule.kind === "allOf" ? rule.of.flatMap(leavesOf) : [rule];
}

const conditionOf = (rule: CriterionRule): CountCondition => ("counts" in rule ? rule.counts : {});

const FIELDS_OF_KIND: Partial<Record<CriterionRule["kind"], readonly NeededField[]>> = {
  cadence: ["periodCovered"],
  accuracy: ["judged", "right"],
  reading: ["readingItem"],
  caseDrill: ["subCase", "supervision"],
  techniques: ["technique"],
};

function fieldsOfLeaf(leaf: CriterionRule): readonly NeededField[] {
  const { minSupervision, maxSupervision, mentorPresent, minEvidence, distinctIncidents, parts } = conditionOf(leaf);
  const asked: readonly (readonly [unknown, NeededField])[] = [
    [minSupervision ?? maxSupervision, "supervision"],
    [mentorPresent, "mentorPresent"],
    [minEvidence, "evidence"],
    [distinctIncidents, "incidentRef"],
    [parts ?? (leaf.kind === "attest" ? leaf.parts : undefined), "parts"],
  ];
  return [...(FIELDS_OF_KIND[leaf.kind] ?? []), ...asked.flatMap(([when, field]) => (when ? [field] : []))];
}

/** The fields that a claim on this rule needs, and no others. */
export const fieldsNeededBy = (rule: CriterionRule): readonly NeededField[] => [
  ...new Set(leavesOf(rule).flatMap(fieldsOfLeaf)),
];

/** Kinds of record that can serve a rule; null means any. */
export function kindsServing(rule: CriterionRule): readonly RecordKind[] | null {
  const leaves = leavesOf(rule).map(kindsOfLeaf);
  return leaves.some((kinds) => kinds === null) ? null : [...new Set(leaves.flatMap((kinds) => kinds ?? []))];
}

const kindsOfLeaf = (leaf: CriterionRule): readonly RecordKind[] | null => {
  if (leaf.kind === "reading") return ["reading"];
  if (leaf.kind === "caseDrill") return ["drillCase", "exercise", "incident"];
  return conditionOf(leaf).kinds ?? null;
};

/** Parts that a claim may show: those the rule names. */
export const partsOf = (rule: CriterionRule): readonly string[] => [
  ...new Set(
    leavesOf(rule).flatMap((leaf) =>
      (conditionOf(leaf).parts ?? (leaf.kind === "attest" ? (leaf.parts ?? []) : [])).map(({ code }) => code),
    ),
  ),
];

const HAS: Record<NeededField, (draft: RecordDraft, claim: DraftClaim) => boolean> = {
  supervision: ({ supervision }) => supervision !== null,
  // Whether a mentor was there is an answer in itself: without one the record is kept and not counted.
  mentorPresent: () => true,
  incidentRef: () => true,
  periodCovered: ({ periodCovered }) => periodCovered !== null,
  subCase: ({ subCase }) => subCase !== null,
  judged: ({ judged }) => judged !== null,
  right: ({ right }) => right !== null,
  technique: ({ technique }) => technique !== null,
  readingItem: ({ readingItem }) => readingItem !== null,
  evidence: ({ evidence }) => evidence.length > 0,
  parts: () => true,
};

/** May this be logged? Recording is always open; only what makes no sense is refused (product.md, 1, 2 and 5). */
export function log(draft: RecordDraft, context: LogContext): Decision<null, RecordRefusal> {
  const refusal = dayRefusal(draft, context) ?? tlpRefusal(draft) ?? numbersRefusal(draft) ?? claimRefusal(draft, context);
  return refusal ? refuse(refusal) : accept(null);
}

function dayRefusal({ happenedOn, periodCovered }: RecordDraft, { today, earliestOn }: LogContext): RecordRefusal | null {
  if (happenedOn > today) return { code: "DayInFuture" };
  if (happenedOn < earliestOn) return { code: "DayTooLongAgo", earliestOn };
  if (periodCovered !== null && periodCovered > today.slice(0, 7)) return { code: "MonthInFuture" };
  return null;
}

/** TLP:RED holds a reference only, readable by the trainee and the named mentor (product.md, 17). */
function tlpRefusal({ tlp, did, learned, mentorPresentId }: RecordDraft): RecordRefusal | null {
  if (tlp !== "RED") return null;
  if (did !== null || learned !== null) return { code: "RedHoldsReferenceOnly" };
  return mentorPresentId === null ? { code: "RedNeedsMentor" } : null;
}

const numbersRefusal = ({ judged, right }: RecordDraft): RecordRefusal | null =>
  right !== null && right > (judged ?? 0) ? { code: "MoreRightThanJudged" } : null;

function claimRefusal(draft: RecordDraft, { claimable }: LogContext): RecordRefusal | null {
  for (const claim of draft.claims) {
    const target = claimable.find(
      ({ enrolmentId, criterion }) => enrolmentId === claim.enrolmentId && criterion.code === claim.criterionCode,
    );
    if (!target) return { code: "CriterionNotClaimable" };
    const { rule } = target.criterion;
    const missing = fieldsNeededBy(rule).find((field) => !HAS[field](draft, claim));
    if (missing) return { code: "FieldMissing", field: missing, criterionCode: claim.criterionCode };
    if (claim.parts.some((part) => !partsOf(rule).includes(part))) return { code: "PartUnknown" };
  }
  return null;
}

/** Whole days between the day it happened and the day it was logged: 後日記録 when more than `graceDays`. */
export const loggedLate = (happenedOn: PlainDay, loggedOn: PlainDay, graceDays = 31): number | null => {
  const delay = Math.round((Date.parse(loggedOn) - Date.parse(happenedOn)) / 86_400_000);
  return delay > graceDays ? delay : null;
};

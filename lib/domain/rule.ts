/** The closed set of criterion rules (product.md, Kinds of criterion). Plain data: it is stored in a `CurriculumEdition`. */

export const RECORD_KINDS = [
  "report",
  "meeting",
  "incident",
  "alertJudgement",
  "drillCase",
  "exercise",
  "reading",
  "course",
  "analysis",
  "review",
  "other",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Kinds that stand alone; two of them may be combined. */
export const SIMPLE_RULE_KINDS = [
  "attest",
  "count",
  "countInPeriod",
  "cadence",
  "duration",
  "accuracy",
  "reading",
  "caseDrill",
  "techniques",
] as const;
export const RULE_KINDS = [...SIMPLE_RULE_KINDS, "anyOf", "allOf"] as const;

/** 関与度: 1 observed, 2 with a mentor beside, 3 checked afterwards, 4 alone, 5 led others. */
export const SUPERVISIONS = [1, 2, 3, 4, 5] as const;
export type Supervision = (typeof SUPERVISIONS)[number];

export const UNITS = ["times", "cases", "items", "months"] as const;
export type RuleUnit = (typeof UNITS)[number];

export const PERIOD_WINDOWS = ["rolling12Months", "calendarYear", "fiscalYear"] as const;
export type PeriodWindow = (typeof PERIOD_WINDOWS)[number];

/** How required parts are counted: all on each occasion, any part and n in all, or n of each part. */
export const PARTS_MODES = ["eachOccasion", "inTotal", "perPart"] as const;
export type PartsMode = (typeof PARTS_MODES)[number];

export const DRILL_COVERAGES = ["allSubCases", "oneSubCasePerCase"] as const;
export type DrillCoverage = (typeof DRILL_COVERAGES)[number];

/** A number fixed by the source, or the code of a `PolicyParameter`. */
export type ParamRef = { readonly param: string };
export type Amount = number | ParamRef;

/** A named part, checkpoint or technique. Its words live in the curriculum's wording under the same code. */
export type CodedPart = { readonly code: string };

/** What a verified claim must satisfy to be counted. Absent means not asked. */
export type CountCondition = {
  readonly kinds?: readonly RecordKind[];
  readonly minSupervision?: Supervision;
  readonly maxSupervision?: Supervision;
  readonly mentorPresent?: true;
  readonly minEvidence?: number;
  readonly parts?: readonly CodedPart[];
  readonly partsMode?: PartsMode | ParamRef;
  readonly distinctIncidents?: true;
  /** Exercises stand in for real occasions; the policy value `<criterion code>.exercisesCount` may overrule the default. */
  readonly exercisesCount?: { readonly default: boolean };
};

export type AttestRule = {
  readonly kind: "attest";
  /** 'No occasion' may be judged, because the source's text is conditional (A70). */
  readonly conditional?: true;
  readonly checkpoints: readonly CodedPart[] | { readonly fromList: string };
  readonly parts?: readonly CodedPart[];
};
export type CountRule = {
  readonly kind: "count";
  readonly need: Amount;
  readonly unit: RuleUnit;
  readonly inARow?: true;
  readonly counts: CountCondition;
};
export type CountInPeriodRule = {
  readonly kind: "countInPeriod";
  readonly need: Amount;
  readonly unit: RuleUnit;
  readonly period: PeriodWindow | ParamRef;
  readonly counts: CountCondition;
};
export type CadenceRule = {
  readonly kind: "cadence";
  readonly months: Amount;
  readonly perMonth: Amount;
  readonly counts: CountCondition;
};
export type DurationRule = {
  readonly kind: "duration";
  readonly months: Amount;
  readonly perMonth: Amount;
  readonly counts: CountCondition;
};
export type AccuracyRule = {
  readonly kind: "accuracy";
  readonly minJudged: Amount;
  /** `atLeast`: share judged right ≥ percent. `below`: share judged wrong < percent. */
  readonly bound: "atLeast" | "below";
  readonly percent: Amount;
  readonly counts: CountCondition;
};
export type ReadingRule = { readonly kind: "reading"; readonly list: string };
export type CaseDrillRule = {
  readonly kind: "caseDrill";
  readonly coverage: DrillCoverage | ParamRef;
  readonly minSupervision: Supervision;
};
export type TechniquesRule = {
  readonly kind: "techniques";
  readonly need: Amount;
  readonly of: readonly CodedPart[];
  readonly counts: CountCondition;
};
export type AnyOfRule = { readonly kind: "anyOf"; readonly allWhen?: ParamRef; readonly of: readonly CriterionRule[] };
export type AllOfRule = { readonly kind: "allOf"; readonly of: readonly CriterionRule[] };

export type CriterionRule =
  | AttestRule
  | CountRule
  | CountInPeriodRule
  | CadenceRule
  | DurationRule
  | AccuracyRule
  | ReadingRule
  | CaseDrillRule
  | TechniquesRule
  | AnyOfRule
  | AllOfRule;

import type { PlainDay } from "./calendar";
import type { CriterionNode } from "./curriculum";
import type { AttestationFact } from "./facts";
import { LEAVE_DAYS_PARAM } from "./leave";
import type { PolicyValues } from "./policy";
import type { CriterionProgress } from "./progress";
import type { TopicFact } from "./step";

/** What a sign-off rested on, kept as it was on that day: rules and words may change afterwards (product.md, 15). */

type TwoLanguages = { readonly ja: string; readonly en: string };
export type ItemText = { readonly title: TwoLanguages; readonly text: TwoLanguages };

type JudgedThen = Omit<AttestationFact, "criterionCode" | "supervision"> &
  Partial<Pick<AttestationFact, "supervision">>;

export type RestedItem = ItemText & {
  readonly code: string;
  readonly rule: CriterionNode["rule"] | null;
  readonly have: number;
  readonly need: number;
  readonly unit: CriterionProgress["unit"];
  /** The day it was met, or the topic was done; null where no single day tells. */
  readonly metOn: PlainDay | null;
  readonly counted: readonly string[];
  /** Without a supervision where it was signed before the level was asked for. */
  readonly attestations: readonly JudgedThen[];
};

export type RestedOn = {
  /** Digests of the edition and of the wording. */
  readonly edition: string;
  readonly wording: string;
  readonly openedOn: PlainDay | null;
  /** The values that these rules looked at. */
  readonly policy: PolicyValues;
  readonly items: readonly RestedItem[];
};

export type StepAsItStood = Pick<RestedOn, "edition" | "wording" | "openedOn" | "policy"> & {
  readonly textOf: (code: string) => ItemText;
  /** STEP1–3: criteria, how far each is, and what was judged. */
  readonly criteria: readonly CriterionNode[];
  readonly progress: readonly CriterionProgress[];
  readonly attestations: readonly AttestationFact[];
  /** STEP 0: topics that were learned. */
  readonly topics: readonly TopicFact[];
};

export function restedOn(step: StepAsItStood): RestedOn {
  const { edition, wording, openedOn, policy, criteria, topics, textOf } = step;
  return {
    edition,
    wording,
    openedOn,
    policy: policyUsedBy(criteria, policy),
    items: [...criteria.map((criterion) => criterionItem(criterion, step)), ...topics.map(topicItem(textOf))],
  };
}

function criterionItem({ code, rule }: CriterionNode, { progress, attestations, textOf }: StepAsItStood): RestedItem {
  const reached = progress.find(({ criterionCode }) => criterionCode === code);
  return {
    code,
    ...textOf(code),
    rule,
    have: reached?.have ?? 0,
    need: reached?.need ?? 0,
    unit: reached?.unit ?? "items",
    metOn: reached?.metOn ?? null,
    counted: [...(reached?.counted ?? [])].sort(),
    attestations: attestations
      .filter(({ criterionCode }) => criterionCode === code)
      .map(({ checkpoint, judgement, supervision, judgedOn }) => ({ checkpoint, judgement, supervision, judgedOn })),
  };
}

const topicItem =
  (textOf: StepAsItStood["textOf"]) =>
  ({ code, doneOn }: TopicFact): RestedItem => ({
    code,
    ...textOf(code),
    rule: null,
    have: 1,
    need: 1,
    unit: "items",
    metOn: doneOn,
    counted: [],
    attestations: [],
  });

/** Values that the criteria name, those set for one of them (`<criterion>.latest`), and what leave does to months. */
export function policyUsedBy(criteria: readonly CriterionNode[], policy: PolicyValues): PolicyValues {
  const named = new Set(criteria.flatMap(({ rule }) => textsIn(rule)));
  const looksAtMonths = named.has("cadence") || named.has("duration");
  const isUsed = (param: string) =>
    named.has(param) ||
    (param === LEAVE_DAYS_PARAM && looksAtMonths) ||
    criteria.some(({ code }) => param.startsWith(`${code}.`));
  return Object.fromEntries(Object.entries(policy).filter(([param]) => isUsed(param)));
}

/** Every text in a rule, at any depth: parameters are among them. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Every claim that counted, once. */
export const countedClaims = ({ items }: RestedOn): readonly string[] => [
  ...new Set(items.flatMap(({ counted }) => counted)),
];

import { leastSupervisionOf } from "./attestation";
import type { TeamCalendar } from "./calendar";
import { accuracyProgress } from "./criterion/accuracy";
import { attestProgress } from "./criterion/attest";
import { cadenceProgress } from "./criterion/cadence";
import { caseDrillProgress } from "./criterion/case-drill";
import { sift } from "./criterion/claims";
import { ownFacts, type RuleContext } from "./criterion/context";
import { countProgress } from "./criterion/count";
import { countInPeriodProgress } from "./criterion/count-in-period";
import { durationProgress } from "./criterion/duration";
import { readingProgress } from "./criterion/reading";
import { techniquesProgress } from "./criterion/techniques";
import { composite } from "./criterion/tree";
import type { CriterionNode, DrillCase } from "./curriculum";
import type { CriterionFacts } from "./facts";
import { choiceOf, type PolicyValues } from "./policy";
import type { CriterionProgress, Progress } from "./progress";
import type { AllOfRule, AnyOfRule, CriterionRule } from "./rule";

type RuledCriterion = Pick<CriterionNode, "code" | "rule" | "mode">;

/**
 * How far one criterion is, by the facts of its enrolment: the only place where 達成目安 is decided, on the server and in the page.
 *
 * Facts of other criteria are ignored, and so is the order of the lists. Only verified claims count, by what was confirmed;
 * records from before the enrolment count too (policy limits how old they may be where they come in), but a period or a run of
 * months must not be over before it began. Days are plain days of the team's calendar. An open remark keeps the criterion from being met (product.md, 6).
 *
 * @param policy values as they hold for the STEP: of the day it opened, or today's
 * @param drillCases of the edition; only `caseDrill` looks at them
 * @throws PolicyValueInvalid where a value that the rule names is missing or of the wrong kind: a bug
 */
export function progressOf(
  criterion: RuledCriterion,
  facts: CriterionFacts,
  policy: PolicyValues,
  calendar: TeamCalendar,
  drillCases: readonly DrillCase[] = [],
): CriterionProgress {
  const { code, rule } = criterion;
  const leastSupervision = leastSupervisionOf(criterion);
  const context = { ...ownFacts(code, facts), leastSupervision, policy, calendar, drillCases };
  const openRemarkIds = facts.openRemarks
    .filter(({ criterionCode }) => criterionCode === code)
    .map(({ remarkId }) => remarkId)
    .sort();
  const progress = withEvidence(evaluate(rule, context), context);
  return { ...heldOpen(progress, openRemarkIds), criterionCode: code, openRemarkIds };
}

function heldOpen(progress: Progress, [remarkId]: readonly string[]): Progress {
  if (remarkId === undefined) return progress;
  const { metOn: _, ...rest } = progress;
  return { ...rest, met: false, next: { act: "answerRemark", remarkId } };
}

/** Claims that the rule does not look at support a judgement: verified ones stand as its evidence. */
function withEvidence(progress: Progress, { claims }: RuleContext): Progress {
  const known = new Set([
    ...progress.counted,
    ...progress.waiting,
    ...progress.notCounted.map(({ claimId }) => claimId),
  ]);
  const rest = sift(
    claims.filter(({ claimId }) => !known.has(claimId)),
    () => null,
  );
  return {
    ...progress,
    counted: [...progress.counted, ...rest.counted.map(({ claim }) => claim.claimId)],
    notCounted: [...progress.notCounted, ...rest.notCounted],
    waiting: [...progress.waiting, ...rest.waiting],
  };
}

function evaluate(rule: CriterionRule, context: RuleContext): Progress {
  switch (rule.kind) {
    case "attest":
      return attestProgress(rule, context);
    case "count":
      return countProgress(rule, context);
    case "countInPeriod":
      return countInPeriodProgress(rule, context);
    case "cadence":
      return cadenceProgress(rule, context);
    case "duration":
      return durationProgress(rule, context);
    case "accuracy":
      return accuracyProgress(rule, context);
    case "reading":
      return readingProgress(rule, context);
    case "caseDrill":
      return caseDrillProgress(rule, context);
    case "techniques":
      return techniquesProgress(rule, context);
    case "anyOf":
    case "allOf":
      return ofParts(rule, context);
  }
}

/** 期間/回数 (A67): either by default; policy may demand both. */
function ofParts(rule: AnyOfRule | AllOfRule, context: RuleContext): Progress {
  const parts = rule.of.map((part) => evaluate(part, context));
  return composite({ kind: rule.kind, combine: combineOf(rule, context), parts });
}

function combineOf(rule: AnyOfRule | AllOfRule, { policy }: RuleContext): "any" | "all" {
  if (rule.kind === "allOf") return "all";
  return rule.allWhen ? choiceOf(rule.allWhen, ["any", "all"], policy) : "any";
}

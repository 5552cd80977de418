import type { CurriculumWords } from "@/lib/curriculum/schema";
import { choiceOf, flagOf, listOf, type PolicyValues } from "@/lib/domain/policy";
import { type AttestRule, type CountCondition, type CriterionRule, PARTS_MODES } from "@/lib/domain/rule";
import { listed, partNames, type RuledCriterion, type RuleTranslator, type Wording } from "./rule-words";

/** Everything a rule asks of what counts, one sentence each: for where there is room to explain. */
export function ruleConditions(
  { code, rule }: RuledCriterion,
  policy: PolicyValues,
  t: RuleTranslator,
  words: CurriculumWords,
): string[] {
  return conditionsOf(rule, { code, policy, t, words });
}

function conditionsOf(rule: CriterionRule, wording: Wording): string[] {
  const { t } = wording;
  switch (rule.kind) {
    case "attest":
      return attest(rule, wording);
    case "count":
      return [...counting(rule.counts, wording), ...(rule.inARow ? [t("conditions.inARow")] : [])];
    case "countInPeriod":
    case "cadence":
    case "duration":
    case "accuracy":
      return counting(rule.counts, wording);
    case "techniques": {
      const names = listed(wording, partNames(wording, rule.of));
      return [t("conditions.techniques", { names }), ...counting(rule.counts, wording)];
    }
    case "caseDrill":
      return [t(`conditions.atLeast.${rule.minSupervision}`)];
    case "reading":
      return [];
    case "anyOf":
    case "allOf":
      return [...new Set(rule.of.flatMap((part) => conditionsOf(part, wording)))];
  }
}

function attest({ checkpoints, parts, conditional }: AttestRule, wording: Wording): string[] {
  const { t, policy, words } = wording;
  const points =
    "fromList" in checkpoints
      ? listOf(checkpoints.fromList, policy).map((code) => words.listEntry(checkpoints.fromList, code).title)
      : partNames(wording, checkpoints);
  return [
    ...(points.length > 0 ? [t("conditions.checkpoints", { names: listed(wording, points) })] : []),
    ...(parts ? [t("conditions.shown", { names: listed(wording, partNames(wording, parts)) })] : []),
    ...(conditional ? [t("conditions.noOccasion")] : []),
  ];
}

function counting(counts: CountCondition, wording: Wording): string[] {
  const { t } = wording;
  const { kinds, minSupervision, maxSupervision, minEvidence } = counts;
  return [
    ...(kinds
      ? [
          t("conditions.kinds", {
            names: listed(
              wording,
              kinds.map((kind) => t(`recordKinds.${kind}`)),
            ),
          }),
        ]
      : []),
    ...(counts.mentorPresent ? [t("conditions.mentor")] : []),
    ...(minSupervision ? [t(`conditions.atLeast.${minSupervision}`)] : []),
    ...(maxSupervision ? [t(`conditions.atMost.${maxSupervision}`)] : []),
    ...(minEvidence ? [t("conditions.evidence", { count: minEvidence })] : []),
    ...shownParts(counts, wording),
    ...occasions(counts, wording),
  ];
}

function shownParts({ parts, partsMode = "eachOccasion" }: CountCondition, wording: Wording): string[] {
  if (!parts) return [];
  const mode = parts.length === 1 ? "single" : choiceOf(partsMode, PARTS_MODES, wording.policy);
  return [wording.t(`conditions.${mode}`, { names: listed(wording, partNames(wording, parts)) })];
}

function occasions({ distinctIncidents, exercisesCount }: CountCondition, { code, policy, t }: Wording): string[] {
  const exercises = exercisesCount && flagOf(`${code}.exercisesCount`, exercisesCount.default, policy);
  return [
    ...(distinctIncidents ? [t("conditions.distinct")] : []),
    ...(exercises === undefined ? [] : [t(exercises ? "conditions.exercises" : "conditions.noExercises")]),
  ];
}

import type { CurriculumWords } from "@/lib/curriculum/schema";
import { amountOf, choiceOf, listOf, type PolicyValues } from "@/lib/domain/policy";
import {
  type AccuracyRule,
  type AnyOfRule,
  type AttestRule,
  type CaseDrillRule,
  type CountCondition,
  type CountInPeriodRule,
  type CountRule,
  type CriterionRule,
  DRILL_COVERAGES,
  PARTS_MODES,
  PERIOD_WINDOWS,
} from "@/lib/domain/rule";
import { inSentence, joined, partNames, type RuledCriterion, type RuleTranslator, type Wording } from "./rule-words";

/** A criterion's rule in one short sentence: 「回数・指導者の同席で3回」. The same on every page. */
export function ruleSentence(
  { code, rule }: RuledCriterion,
  policy: PolicyValues,
  t: RuleTranslator,
  words: CurriculumWords,
): string {
  const detail = detailOf(rule, { code, policy, t, words });
  const kind = t(`kinds.${rule.kind === "anyOf" && wantsAll(rule, policy) ? "allOf" : rule.kind}`);
  return detail === "" ? kind : t("sentence", { kind, detail });
}

function detailOf(rule: CriterionRule, wording: Wording): string {
  const { t, policy } = wording;
  switch (rule.kind) {
    case "attest":
      return attested(rule, wording);
    case "count":
      return counted(rule, wording);
    case "countInPeriod":
      return inPeriod(rule, wording);
    case "cadence":
    case "duration":
      return t(rule.kind, { months: amountOf(rule.months, policy), perMonth: amountOf(rule.perMonth, policy) });
    case "accuracy":
      return accuracy(rule, wording);
    case "reading":
      return ofList(listOf(rule.list, policy).length, "reading", wording);
    case "caseDrill":
      return drill(rule, wording);
    case "techniques":
      return t("techniques", { need: amountOf(rule.need, policy), of: rule.of.length });
    case "anyOf":
      return combined(rule.of, wantsAll(rule, policy) ? "both" : "either", wording);
    case "allOf":
      return combined(rule.of, "both", wording);
  }
}

const wantsAll = ({ allWhen }: AnyOfRule, policy: PolicyValues) =>
  allWhen !== undefined && policy[allWhen.param] === "all";

/** What is combined says its own detail, or its kind where it has none. */
const combined = (rules: readonly CriterionRule[], how: "either" | "both", wording: Wording) =>
  rules
    .map((rule) => detailOf(rule, wording) || wording.t(`kinds.${rule.kind}`))
    .reduce((before, after) => wording.t(how, { before, after }));

const ofList = (count: number, key: "reading" | "checkpoints", { t }: Wording) =>
  count === 0 ? t("noList") : t(key, { count });

function attested({ checkpoints, parts, conditional }: AttestRule, wording: Wording): string {
  const { t, policy } = wording;
  const points =
    "fromList" in checkpoints
      ? ofList(listOf(checkpoints.fromList, policy).length, "checkpoints", wording)
      : checkpoints.length > 1
        ? t("checkpoints", { count: checkpoints.length })
        : "";
  const work = parts ? t("showing", { parts: inSentence(wording, partNames(wording, parts)) }) : "";
  const details = [points, work, conditional ? t("noOccasion") : ""].filter((detail) => detail !== "");
  return details.join(wording.words.locale === "ja" ? "、" : ", ");
}

function counted({ need, unit, inARow, counts }: CountRule, wording: Wording): string {
  const amount = wording.t(`amounts.${unit}`, { need: amountOf(need, wording.policy) });
  return wording.t("counted", { amount, inARow: String(inARow === true), how: how(counts, wording) });
}

function inPeriod({ need, unit, period, counts }: CountInPeriodRule, wording: Wording): string {
  const { t, policy } = wording;
  const amount = t(`amounts.${unit}`, { need: amountOf(need, policy) });
  const window = t(`windows.${choiceOf(period, PERIOD_WINDOWS, policy)}`);
  return t("inPeriod", { amount, window, how: how(counts, wording) });
}

function accuracy({ minJudged, bound, percent }: AccuracyRule, { code, policy, t }: Wording): string {
  const numbers = { minJudged: amountOf(minJudged, policy), percent: amountOf(percent, policy) };
  const sentence = t(`accuracy.${bound}`, numbers);
  const latest = policy[`${code}.latest`] ?? 0;
  return typeof latest === "number" && latest > 0 ? t("accuracy.latest", { latest, sentence }) : sentence;
}

function drill({ coverage, minSupervision }: CaseDrillRule, { t, policy, words }: Wording): string {
  const { cases } = words.all;
  const scenes = cases.reduce((sum, { subCases }) => sum + subCases.length, 0);
  const alone = t(`how.atLeast.${minSupervision}`);
  return t(`drill.${choiceOf(coverage, DRILL_COVERAGES, policy)}`, { cases: cases.length, scenes, how: alone });
}

/** How an occasion must have come about, in as few words as tell one rule from another. */
function how(counts: CountCondition, wording: Wording): string {
  const { mentorPresent, minSupervision, distinctIncidents, kinds = [] } = counts;
  const { t } = wording;
  const [kind] = kinds;
  const phrases = [
    mentorPresent ? t("how.mentor") : "",
    minSupervision ? t(`how.atLeast.${minSupervision}`) : "",
    shown(counts, wording),
    kind && kinds.length === 1 ? t("how.kind", { kind: t(`recordKinds.${kind}`) }) : "",
  ].filter((phrase) => phrase !== "");
  return phrases.length === 0 && distinctIncidents ? t("how.distinct") : joined(wording, phrases);
}

function shown({ parts = [], partsMode = "eachOccasion" }: CountCondition, wording: Wording): string {
  if (parts.length === 0) return "";
  const mode = parts.length === 1 ? "single" : choiceOf(partsMode, PARTS_MODES, wording.policy);
  const type = mode === "inTotal" ? "disjunction" : "conjunction";
  const names = inSentence(wording, partNames(wording, parts), type);
  return wording.t(`how.${mode}`, { parts: names, count: parts.length });
}

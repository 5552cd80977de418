import type { DrillCase } from "../curriculum";
import { choiceOf } from "../policy";
import type { Progress } from "../progress";
import { type CaseDrillRule, DRILL_COVERAGES } from "../rule";
import { nextTick, type Ticked, tick } from "./checklist";
import { objectionByFacts, sift } from "./claims";
import type { RuleContext } from "./context";
import { leaf, metOnOf, reached } from "./tree";

/**
 * The cases of 4.1.7.2 and 4.2.7.2 at the supervision asked for (4.1.7.4#1): each sub-case once, or, by policy, one sub-case of
 * each case (A63).
 */
export function caseDrillProgress(rule: CaseDrillRule, context: RuleContext): Progress {
  const coverage = choiceOf(rule.coverage, DRILL_COVERAGES, context.policy);
  const sifted = sift(context.claims, (occasion) => {
    const reason = objectionByFacts(occasion, { minSupervision: rule.minSupervision }, context);
    return reason ? { reason } : null;
  });
  const codes = context.drillCases.flatMap(({ subCases }) => subCases);
  const ticked = tick({ codes, codeOf: ({ subCase }) => subCase, unknown: "notASubCase", sifted }, context);
  const goals = coverage === "allSubCases" ? codes.map((code) => [code]) : context.drillCases.map(subCasesOf);
  const have = goals.filter((goal) => goal.some((code) => ticked.done.includes(code))).length;
  const met = reached(have, goals.length);
  const untouched = goals.filter((goal) => goal.every((code) => ticked.untouched.includes(code))).flat();
  return leaf(
    {
      kind: rule.kind,
      have,
      need: goals.length,
      unit: "cases",
      ...metOnOf(met ? lastFirstDay(goals, ticked) : null),
      slots: ticked.slots,
      next: met
        ? { act: "none" }
        : nextTick({ ...ticked, untouched }, (subCases) => ({ act: "drill", subCases }), context),
    },
    ticked.sifted,
  );
}

const subCasesOf = ({ subCases }: DrillCase) => subCases;

/** The day on which the last of the goals was first reached. */
function lastFirstDay(goals: readonly (readonly string[])[], { sifted }: Ticked) {
  const firsts = goals.map((goal) =>
    sifted.counted.find(({ claim }) => claim.subCase !== null && goal.includes(claim.subCase)),
  );
  return firsts
    .flatMap((first) => first?.claim.happenedOn ?? [])
    .sort()
    .at(-1);
}

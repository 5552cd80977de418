import { amountOf } from "../policy";
import type { Progress } from "../progress";
import type { TechniquesRule } from "../rule";
import { nextTick, tick, tickedOn } from "./checklist";
import { siftBy } from "./claims";
import type { RuleContext } from "./context";
import { leaf, metOnOf, reached } from "./tree";

/** N techniques of a set, each by a verified claim that used it (4.5.7.4#3). */
export function techniquesProgress(rule: TechniquesRule, context: RuleContext): Progress {
  const need = amountOf(rule.need, context.policy);
  const codes = rule.of.map(({ code }) => code);
  const sifted = siftBy(rule.counts, context);
  const ticked = tick({ codes, codeOf: ({ technique }) => technique, unknown: "notATechnique", sifted }, context);
  const have = ticked.done.length;
  const met = reached(have, need);
  const covered = codes.length - ticked.untouched.length;
  const untouched = covered >= need ? [] : ticked.untouched;
  return leaf(
    {
      kind: rule.kind,
      have,
      need,
      unit: "techniques",
      ...metOnOf(met ? tickedOn(ticked)[need - 1] : null),
      slots: ticked.slots,
      next: met
        ? { act: "none" }
        : nextTick({ ...ticked, untouched }, (techniques) => ({ act: "useTechnique", techniques }), context),
    },
    ticked.sifted,
  );
}

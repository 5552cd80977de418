import { amountOf } from "../policy";
import type { Progress } from "../progress";
import type { CountCondition, CountRule } from "../rule";
import { partCodesOf, partsModeOf, siftBy } from "./claims";
import type { RuleContext } from "./context";
import { runProgress } from "./in-a-row";
import { withoutRepeats } from "./incidents";
import { nextOccasion, occasionSlots } from "./occasions";
import { composite, leaf, metOnOf, reached } from "./tree";

/** N verified claims, e.g. 4.1.5.4#2 and 4.1.6.4#3. With `perPart` it is n of each part; with `inARow`, n without a break. */
export function countProgress(rule: CountRule, context: RuleContext): Progress {
  const parts = partCodesOf(rule.counts);
  if (rule.inARow) return runProgress(rule, context);
  if (parts.length > 0 && partsModeOf(rule.counts, context) === "perPart") return perPart(rule, context, parts);
  return occasions(rule, rule.counts, context);
}

function occasions(rule: CountRule, condition: CountCondition, context: RuleContext): Progress {
  const need = amountOf(rule.need, context.policy);
  const sifted = withoutRepeats(siftBy(condition, context), condition);
  const have = sifted.counted.length;
  const met = reached(have, need);
  const parts = partsModeOf(condition, context) === "eachOccasion" ? partCodesOf(condition) : [];
  const count = { sifted, claims: context.claims, need, met, parts };
  return leaf(
    {
      kind: rule.kind,
      have,
      need,
      unit: rule.unit,
      ...metOnOf(met ? sifted.counted[need - 1]?.claim.happenedOn : null),
      slots: occasionSlots(count),
      next: nextOccasion(count),
    },
    sifted,
  );
}

function perPart(rule: CountRule, context: RuleContext, codes: readonly string[]): Progress {
  const parts = codes.map((code) => ({
    ...occasions(rule, { ...rule.counts, parts: [{ code }], partsMode: "eachOccasion" }, context),
    label: code,
  }));
  return composite({
    kind: rule.kind,
    combine: "all",
    have: parts.reduce((sum, { have, need }) => sum + Math.min(have, need), 0),
    need: parts.reduce((sum, { need }) => sum + need, 0),
    unit: rule.unit,
    parts,
  });
}

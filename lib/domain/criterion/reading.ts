import { listOf } from "../policy";
import type { NextAct, Progress } from "../progress";
import type { ReadingRule } from "../rule";
import { nextTick, tick, tickedOn } from "./checklist";
import { sift } from "./claims";
import type { RuleContext } from "./context";
import { leaf, metOnOf, reached } from "./tree";

/** Every item of the list that the organisation set is read and confirmed, e.g. 4.3.5.4#1. An empty list is never met. */
export function readingProgress(rule: ReadingRule, context: RuleContext): Progress {
  const codes = listOf(rule.list, context.policy);
  const sifted = sift(context.claims, () => null);
  const ticked = tick({ codes, codeOf: ({ readingItem }) => readingItem, unknown: "notOnList", sifted }, context);
  const have = ticked.done.length;
  const met = reached(have, codes.length);
  return leaf(
    {
      kind: rule.kind,
      have,
      need: codes.length,
      unit: "items",
      ...metOnOf(met ? tickedOn(ticked).at(-1) : null),
      slots: ticked.slots,
      next: met ? { act: "none" } : nextOf(),
    },
    ticked.sifted,
  );

  function nextOf(): NextAct {
    if (codes.length === 0) return { act: "organisationSetsList", param: rule.list };
    return nextTick(ticked, (items) => ({ act: "read", items }), context);
  }
}

import { amountOf } from "../policy";
import type { Progress } from "../progress";
import type { CountRule } from "../rule";
import {
  narrow,
  type Objector,
  type Occasion,
  objectionByFacts,
  objectionByParts,
  partCodesOf,
  partsModeOf,
  sift,
} from "./claims";
import { byDay, type RuleContext } from "./context";
import { withoutRepeats } from "./incidents";
import { nextOccasion, occasionSlots } from "./occasions";
import { leaf, metOnOf, reached } from "./tree";

/**
 * N in a row (A69): verified claims in the order in which they happened; one that lacks a part breaks the run. Any run of n
 * meets it, and a later break does not undo that. Unmet, the run that is going on counts.
 */
export function runProgress(rule: CountRule, context: RuleContext): Progress {
  const need = amountOf(rule.need, context.policy);
  const inOrder = withoutRepeats(
    sift(context.claims, (occasion) => {
      const reason = objectionByFacts(occasion, rule.counts, context);
      return reason ? { reason } : null;
    }),
    rule.counts,
  );
  const lacksParts: Objector = (occasion) =>
    objectionByParts(occasion, partCodesOf(rule.counts), partsModeOf(rule.counts, context));
  const runs = runsOf(inOrder.counted, lacksParts);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), []);
  const met = reached(longest.length, need);
  const run = met ? longest : (runs.at(-1) ?? []);
  const sifted = narrow(inOrder, (occasion) => lacksParts(occasion) ?? outsideOf(run, occasion));
  // A part that is missing is a finding, not an omission: there is nothing to complete.
  const count = { sifted, claims: context.claims, need, met, parts: [] };
  return leaf(
    {
      kind: rule.kind,
      have: run.length,
      need,
      unit: rule.unit,
      ...metOnOf(met ? runs.find(({ length }) => length >= need)?.[need - 1]?.claim.happenedOn : null),
      slots: occasionSlots(count),
      next: nextOccasion(count),
    },
    sifted,
  );
}

/** Runs without a break; the last one is going on, and is empty right after a break. */
function runsOf(occasions: readonly Occasion[], breaks: Objector): readonly (readonly Occasion[])[] {
  const runs: Occasion[][] = [[]];
  for (const occasion of occasions) {
    if (breaks(occasion)) runs.push([]);
    else runs.at(-1)?.push(occasion);
  }
  return runs;
}

/** A waiting claim continues the run; a verified one outside it stood before the break, or came after it was met. */
function outsideOf(run: readonly Occasion[], { claim }: Occasion) {
  if (claim.standing !== "verified" || run.some((each) => each.claim.claimId === claim.claimId)) return null;
  const last = run.at(-1);
  const isLater = last !== undefined && byDay(claim, last.claim) > 0;
  return { reason: isLater ? "outsidePeriod" : "beforeBreak" } as const;
}

import { firstDayOf, monthOf, type PlainDay, shiftMonth } from "../calendar";
import type { ClaimFact } from "../facts";
import { amountOf } from "../policy";
import type { NextAct, Progress } from "../progress";
import type { CadenceRule } from "../rule";
import { idOf, narrow, type Sifted } from "./claims";
import type { RuleContext } from "./context";
import { chainSlots, nextMonthly, runSlots } from "./month-strip";
import { fullOf, fullRuns, keepMonths, type Ledger, ledgerOf, type MonthEntry, passedOver } from "./months";
import { leaf, metOnOf, reached } from "./tree";

/** The month a report is for, else the month it was made in. */
const periodOf = ({ periodCovered, happenedOn }: ClaimFact) => periodCovered ?? monthOf(happenedOn);

/**
 * One (or `perMonth`) for each of M months in a row (4.1.5.4#1), by the period covered. Met once any run since the enrolment is
 * long enough, and met from then on; until then the run going on counts (product.md, 5). M months that were over before the month
 * of the enrolment are no such run; earlier months count in one that reaches it. A month that waits for verification breaks nothing and counts nothing, so
 * that with one inside, `have` stays one short of `need`. A month of leave is passed over.
 */
export function cadenceProgress(rule: CadenceRule, context: RuleContext): Progress {
  const need = amountOf(rule.months, context.policy);
  const perMonth = Math.max(1, amountOf(rule.perMonth, context.policy));
  const since = shiftMonth(monthOf(context.enrolledOn), 1 - Math.max(1, need));
  const ledger = ledgerOf(rule.counts, perMonth, { of: periodOf, since }, context);
  const runs = fullRuns(ledger);
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), []);
  const met = reached(longest.length, need);
  const shown = met ? longest : ledger.chain;
  const until = shiftMonth(shown[0]?.month ?? ledger.current, need - 1 + passedOver(shown).length);
  return leaf(
    {
      kind: rule.kind,
      have: met ? longest.length : Math.min(fullOf(shown).length, Math.max(0, need - 1)),
      need,
      unit: "months",
      ...metOnOf(met ? firstMetOn(runs, need, perMonth) : null),
      slots: met ? runSlots(shown) : chainSlots(ledger, need, until),
      next: met ? { act: "none" } : nextOf(ledger, need),
    },
    onlyNeeded(keepMonths(ledger, shown, periodOf, !met), shown, perMonth),
  );
}

/** Of a month's claims, as many count as it asks for. */
function onlyNeeded(sifted: Sifted, shown: readonly MonthEntry[], perMonth: number): Sifted {
  const surplus = new Set(shown.flatMap(({ verified }) => verified.slice(perMonth).map(idOf)));
  return narrow(sifted, (occasion) => (surplus.has(idOf(occasion)) ? { reason: "sameMonth" } : null));
}

/** The earliest day on which any run of `need` months had all its claims. */
function firstMetOn(runs: readonly (readonly MonthEntry[])[], need: number, perMonth: number): PlainDay | undefined {
  return runs
    .map((run) => run.map(({ verified }) => verified[perMonth - 1]?.claim.happenedOn ?? ""))
    .flatMap((days) =>
      days.slice(need - 1).map(
        (_, from) =>
          days
            .slice(from, from + need)
            .sort()
            .at(-1) ?? "",
      ),
    )
    .sort()[0];
}

function nextOf(ledger: Ledger, need: number): NextAct {
  const pending = ledger.chain.filter(({ state }) => state === "pending");
  const waiting = pending.reduce((sum, entry) => sum + entry.waiting.length, 0);
  const await_: NextAct = { act: "awaitVerification", waiting };
  const act = nextMonthly(ledger);
  if (waiting > 0 && ledger.chain.length - passedOver(ledger.chain).length >= need && act?.act !== "correct")
    return await_;
  if (act) return act;
  return waiting > 0 ? await_ : { act: "waitUntil", day: firstDayOf(shiftMonth(ledger.current, 1)) };
}

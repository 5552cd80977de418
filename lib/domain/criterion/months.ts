import { monthOf, monthsFrom, type PlainMonth } from "../calendar";
import type { ClaimFact } from "../facts";
import { isPassedOver } from "../leave";
import type { CountCondition } from "../rule";
import { narrow, type Occasion, type Sifted, siftBy } from "./claims";
import type { RuleContext } from "./context";
import { withoutRepeats } from "./incidents";

/**
 * Months with their claims, for rules that ask for month after month (cadence, duration).
 * full: enough verified claims. pending: enough if those that wait are verified; it does not count yet, and breaks nothing.
 * short: neither; it breaks the run, unless it is the current month, which is still open. A claim sent back does not hold a month.
 * leave: short, but mostly leave; it breaks nothing and counts nothing.
 */
export type MonthEntry = {
  readonly month: PlainMonth;
  readonly verified: readonly Occasion[];
  readonly waiting: readonly Occasion[];
  readonly sentBack: ClaimFact | null;
  readonly state: "full" | "pending" | "short" | "leave";
};

export type Ledger = {
  /** From the first month looked at that has any claim to the current month. */
  readonly entries: readonly MonthEntry[];
  /** The run going on: no short month in it, ending in the current or the last month. */
  readonly chain: readonly MonthEntry[];
  readonly current: PlainMonth;
  readonly perMonth: number;
  /** Claims that satisfy the condition; an incident counts once a month, a month that has not come does not count. */
  readonly sifted: Sifted;
};

type MonthOf = (claim: ClaimFact) => PlainMonth;

/** Which month a claim is for, and the first one that is looked at; without it, any. */
type Months = { readonly of: MonthOf; readonly since?: PlainMonth };

export function ledgerOf(
  condition: CountCondition,
  perMonth: number,
  { of: month, since = "" }: Months,
  context: RuleContext,
): Ledger {
  const current = monthOf(context.calendar.today);
  const isLookedAt = (claim: ClaimFact) => month(claim) >= since && month(claim) <= current;
  const satisfying = narrow(siftBy(condition, context), ({ claim }) =>
    isLookedAt(claim) ? null : { reason: "outsidePeriod" },
  );
  const sifted = withoutRepeats(satisfying, condition, ({ claim }) => month(claim));
  const sentBack = context.claims.filter((claim) => claim.standing === "sentBack" && isLookedAt(claim));
  const touched = [...sifted.counted, ...sifted.prospects]
    .map(({ claim }) => claim)
    .concat(sentBack)
    .map(month)
    .sort();
  const entries = monthsFrom(touched[0] ?? current, current).map((each): MonthEntry => {
    const isOf = ({ claim }: Occasion) => month(claim) === each;
    const verified = sifted.counted.filter(isOf);
    const waiting = sifted.prospects.filter(isOf);
    const returned = sentBack.find((claim) => month(claim) === each) ?? null;
    return {
      month: each,
      verified,
      waiting,
      sentBack: returned,
      state: stateOf(verified.length, waiting.length, perMonth, isPassedOver(context.leaves, each, context.policy)),
    };
  });
  return { entries, chain: chainOf(entries), current, perMonth, sifted };
}

function stateOf(verified: number, waiting: number, perMonth: number, onLeave: boolean): MonthEntry["state"] {
  if (verified >= perMonth) return "full";
  if (verified + waiting >= perMonth) return "pending";
  return onLeave ? "leave" : "short";
}

function chainOf(entries: readonly MonthEntry[]): readonly MonthEntry[] {
  const past = entries.at(-1)?.state === "short" ? entries.slice(0, -1) : entries;
  return past.slice(past.findLastIndex(({ state }) => state === "short") + 1);
}

export const fullOf = (entries: readonly MonthEntry[]): readonly MonthEntry[] =>
  entries.filter(({ state }) => state === "full");

export const passedOver = (entries: readonly MonthEntry[]): readonly MonthEntry[] =>
  entries.filter(({ state }) => state === "leave");

/** Every run of full months, each as long as it goes; months of leave are left out of it. */
export function fullRuns({ entries }: Ledger): readonly (readonly MonthEntry[])[] {
  const runs: MonthEntry[][] = [[]];
  for (const entry of entries) {
    if (entry.state === "full") runs.at(-1)?.push(entry);
    else if (entry.state !== "leave") runs.push([]);
  }
  return runs.filter(({ length }) => length > 0);
}

/** Keeps what stands in the months shown. With `toGo`, the current month counts as well, full or not. */
export function keepMonths(ledger: Ledger, shown: readonly MonthEntry[], month: MonthOf, toGo: boolean): Sifted {
  const first = shown[0]?.month ?? ledger.current;
  const last = toGo ? ledger.current : (shown.at(-1)?.month ?? ledger.current);
  return narrow(ledger.sifted, ({ claim }) => {
    if (month(claim) < first) return { reason: "beforeBreak" };
    return month(claim) > last ? { reason: "outsidePeriod" } : null;
  });
}

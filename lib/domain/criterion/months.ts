import { lastDayOf, monthOf, monthsFrom, type PlainMonth, shiftMonth } from "../calendar";
import type { ClaimFact } from "../facts";
import { type NextAct, SLOT_CAP, type Slot } from "../progress";
import type { CountCondition } from "../rule";
import { narrow, type Occasion, type Sifted, siftBy, withoutRepeats } from "./claims";
import type { RuleContext } from "./context";

/**
 * Months with their claims, for rules that ask for month after month (cadence, duration).
 * full: enough verified claims. pending: enough if those that wait are verified; it does not count yet, and breaks nothing.
 * short: neither; it breaks the run, unless it is the current month, which is still open. A claim sent back does not hold a month.
 */
export type MonthEntry = {
  readonly month: PlainMonth;
  readonly verified: readonly Occasion[];
  readonly waiting: readonly Occasion[];
  readonly sentBack: ClaimFact | null;
  readonly state: "full" | "pending" | "short";
};

export type Ledger = {
  /** From the first month that has any claim to the current month. */
  readonly entries: readonly MonthEntry[];
  /** The run going on: no short month in it, ending in the current or the last month. */
  readonly chain: readonly MonthEntry[];
  readonly current: PlainMonth;
  readonly perMonth: number;
  /** Claims that satisfy the condition; an incident counts once a month, a month that has not come does not count. */
  readonly sifted: Sifted;
};

type MonthOf = (claim: ClaimFact) => PlainMonth;

export function ledgerOf(condition: CountCondition, perMonth: number, month: MonthOf, context: RuleContext): Ledger {
  const current = monthOf(context.calendar.today);
  const satisfying = narrow(siftBy(condition, context), ({ claim }) =>
    month(claim) > current ? { reason: "outsidePeriod" } : null,
  );
  const sifted = withoutRepeats(satisfying, condition, ({ claim }) => month(claim));
  const sentBack = context.claims.filter((claim) => claim.standing === "sentBack" && month(claim) <= current);
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
      state: stateOf(verified.length, waiting.length, perMonth),
    };
  });
  return { entries, chain: chainOf(entries), current, perMonth, sifted };
}

function stateOf(verified: number, waiting: number, perMonth: number): MonthEntry["state"] {
  if (verified >= perMonth) return "full";
  return verified + waiting >= perMonth ? "pending" : "short";
}

function chainOf(entries: readonly MonthEntry[]): readonly MonthEntry[] {
  const past = entries.at(-1)?.state === "short" ? entries.slice(0, -1) : entries;
  return past.slice(past.findLastIndex(({ state }) => state === "short") + 1);
}

export const fullOf = (entries: readonly MonthEntry[]): readonly MonthEntry[] =>
  entries.filter(({ state }) => state === "full");

/** Every run of full months, each as long as it goes. */
export function fullRuns({ entries }: Ledger): readonly (readonly MonthEntry[])[] {
  const runs: MonthEntry[][] = [[]];
  for (const entry of entries) {
    if (entry.state === "full") runs.at(-1)?.push(entry);
    else runs.push([]);
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

/** The strip of a run that is met: its months. */
export const runSlots = (run: readonly MonthEntry[]): readonly Slot[] =>
  run.slice(0, SLOT_CAP).map((entry) => slotOf(entry, "verified"));

/** The strip of a run that is going on: from the first month there is to the month in which it would be met. */
export function chainSlots({ entries, chain, current }: Ledger, months: number, until: PlainMonth): readonly Slot[] {
  if (months > SLOT_CAP) return [];
  const start = chain[0]?.month ?? current;
  const to = until > current ? until : current;
  const earliest = shiftMonth(to, 1 - SLOT_CAP);
  const known = new Map(entries.map((entry) => [entry.month, entry]));
  const from = entries[0] && entries[0].month > earliest ? entries[0].month : earliest;
  return monthsFrom(from, to).map((month) => {
    const entry = known.get(month);
    return entry ? slotOf(entry, stateInChain(entry, start, current)) : { state: "open", month };
  });
}

function stateInChain(entry: MonthEntry, start: PlainMonth, current: PlainMonth): Slot["state"] {
  if (entry.state === "full") return entry.month < start ? "before" : "verified";
  if (entry.state === "pending") return "waiting";
  if (entry.sentBack) return "sentBack";
  return entry.month === current ? "now" : "gap";
}

function slotOf({ month, verified, waiting, sentBack }: MonthEntry, state: Slot["state"]): Slot {
  const claimId = (verified[0]?.claim ?? waiting[0]?.claim ?? sentBack)?.claimId;
  return { state, month, ...(claimId ? { claimId } : {}) };
}

/**
 * Correct what was sent back; log the last month where that saves the run before it, as a report for a month is often written
 * in the next; log this month before it ends. Null where every month so far has its claims.
 */
export function nextMonthly({ entries, perMonth, current }: Ledger): NextAct | null {
  const sentBack = entries.find((entry) => entry.sentBack)?.sentBack;
  if (sentBack) return { act: "correct", claimId: sentBack.claimId };
  const [before, last, now] = [entries.at(-3), entries.at(-2), entries.at(-1)];
  if (last?.state === "short" && before && before.state !== "short")
    return { act: "record", remaining: lacking(last, perMonth), month: last.month };
  if (now?.state !== "short") return null;
  return { act: "record", remaining: lacking(now, perMonth), month: current, by: lastDayOf(current) };
}

const lacking = ({ verified, waiting }: MonthEntry, perMonth: number) => perMonth - verified.length - waiting.length;

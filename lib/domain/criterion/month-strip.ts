import { lastDayOf, monthsFrom, type PlainMonth, shiftMonth } from "../calendar";
import { type NextAct, SLOT_CAP, type Slot } from "../progress";
import type { Ledger, MonthEntry } from "./months";

/** What a rule of month after month shows, and what it asks for next. */

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
  if (entry.state === "leave") return "leave";
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

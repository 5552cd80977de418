import {
  addMonths,
  firstDayOf,
  monthOf,
  monthsApart,
  type PlainDay,
  shiftMonth,
  wholeMonthsBetween,
} from "../calendar";
import type { ClaimFact } from "../facts";
import { amountOf } from "../policy";
import type { NextAct, Progress } from "../progress";
import type { DurationRule } from "../rule";
import type { RuleContext } from "./context";
import { chainSlots, nextMonthly, runSlots } from "./month-strip";
import { fullOf, fullRuns, keepMonths, type Ledger, ledgerOf, type MonthEntry } from "./months";
import { composite, leaf, metOnOf } from "./tree";

const monthOfClaim = ({ happenedOn }: ClaimFact) => monthOf(happenedOn);

/** From the first to the latest verified claim of some months in a row. */
type Span = {
  readonly entries: readonly MonthEntry[];
  readonly from: PlainDay | null;
  readonly months: number;
  /** Months of leave in between, which do not count among them. */
  readonly passed: number;
};

/**
 * From first to latest verified claim at least M months (first day + M months ≤ latest day), every calendar month between, both
 * ends included, holding its least number (4.2.5.4#1, 4.3.7.4#2). Any such stretch meets it, so that a later pause undoes nothing;
 * until then the stretch going on counts. Months of leave are passed over: the stretch grows longer by them. A tree of two parts: the months spanned, and the months that hold their number.
 */
export function durationProgress(rule: DurationRule, context: RuleContext): Progress {
  const need = amountOf(rule.months, context.policy);
  const perMonth = amountOf(rule.perMonth, context.policy);
  const ledger = ledgerOf(rule.counts, perMonth, { of: monthOfClaim }, context);
  const spans = fullRuns(ledger).map(spanOf);
  const longest = spans.reduce<Span | null>((best, span) => (span.months > (best?.months ?? 0) ? span : best), null);
  const met = longest !== null && longest.months >= Math.max(1, need);
  const span = met ? longest : spanOf(ledger.chain);
  const sifted = keepMonths(ledger, met ? span.entries : ledger.chain, monthOfClaim, !met);
  const next: NextAct = met ? { act: "none" } : nextOf(ledger, span, need, context.calendar.today);
  const until = monthOf(addMonths(span.from ?? context.calendar.today, need + span.passed));
  const slots = met ? runSlots(span.entries) : chainSlots(ledger, need, until);
  const metOn = metOnOf(met ? firstMetOn(spans, need) : null);
  const months = leaf(
    { kind: rule.kind, label: "months", have: span.months, need, unit: "months", slots, next, ...metOn },
    sifted,
  );
  const asked = span.entries.filter(({ state }) => state !== "leave").length;
  const held = { have: fullOf(span.entries).length, need: Math.max(1, asked) };
  const holding = leaf({ kind: rule.kind, label: "perMonth", ...held, unit: "months", next, ...metOn }, sifted);
  const parts = [months, holding].map((part) => (part.met ? { ...part, next: { act: "none" } as const } : part));
  return composite({ kind: rule.kind, combine: "all", have: span.months, need, unit: "months", parts });
}

/** Trimmed to the months between the first and the last that are full: what waits at an end does not stretch it. */
function spanOf(entries: readonly MonthEntry[]): Span {
  const holds = ({ state, verified }: MonthEntry) => state === "full" && verified.length > 0;
  const trimmed = entries.slice(Math.max(0, entries.findIndex(holds)), entries.findLastIndex(holds) + 1);
  const from = trimmed[0]?.verified[0]?.claim.happenedOn ?? null;
  const to = trimmed.at(-1)?.verified.at(-1)?.claim.happenedOn ?? null;
  const passed = passedIn(trimmed);
  const months = from && to ? Math.max(0, wholeMonthsBetween(from, to) - passed) : 0;
  return { entries: trimmed, from, months, passed };
}

/** Months between the first and the last entry that ask for nothing; a run of full months leaves them out. */
function passedIn(entries: readonly MonthEntry[]): number {
  const [first, last] = [entries[0]?.month, entries.at(-1)?.month];
  if (!first || !last) return 0;
  return monthsApart(first, last) + 1 - entries.filter(({ state }) => state !== "leave").length;
}

/** The first day with a claim on or after the end of the M months, in the first stretch that is long enough. */
function firstMetOn(spans: readonly Span[], need: number): PlainDay | undefined {
  const first = spans.find(({ months }) => months >= need);
  if (!first?.from) return undefined;
  const { from, entries } = first;
  const reached = entries.map((entry, place) => ({
    endsOn: addMonths(from, need + passedIn(entries.slice(0, place + 1))),
    days: entry.verified.map(({ claim }) => claim.happenedOn),
  }));
  return reached.flatMap(({ endsOn, days }) => days.filter((day) => day >= endsOn))[0];
}

function nextOf(ledger: Ledger, { from, passed }: Span, need: number, today: PlainDay): NextAct {
  const waiting = ledger.chain.filter(({ state }) => state === "pending").flatMap((entry) => entry.waiting).length;
  const endsOn = from && addMonths(from, need + passed);
  if (waiting > 0 && endsOn && endsOn <= today) return { act: "awaitVerification", waiting };
  const act = nextMonthly(ledger);
  if (act) return act;
  if (endsOn && endsOn <= today) return { act: "record", remaining: 1 };
  if (waiting > 0) return { act: "awaitVerification", waiting };
  const nextMonth = firstDayOf(shiftMonth(ledger.current, 1));
  return { act: "waitUntil", day: endsOn && endsOn < nextMonth ? endsOn : nextMonth };
}

import {
  calendarYearOf,
  type DayRange,
  fiscalYearOf,
  isWithin,
  type PlainDay,
  rollingYearTo,
  yearFrom,
} from "../calendar";
import { amountOf, choiceOf } from "../policy";
import type { Progress } from "../progress";
import { type CountInPeriodRule, PERIOD_WINDOWS, type PeriodWindow } from "../rule";
import { narrow, type Sifted, siftBy } from "./claims";
import type { RuleContext } from "./context";
import { withoutRepeats } from "./incidents";
import { nextOccasion, occasionSlots } from "./occasions";
import { leaf, metOnOf, reached } from "./tree";

/**
 * N within 12 months in a row, a calendar year or a fiscal year (4.1.5.4#3). Met once any such period since the enrolment held
 * them, and met from then on; until then the period that is open today counts (product.md, 5). A period that was over before the
 * enrolment is none; one that reaches into it counts whole, with what was done in it before. Nothing after today is looked at.
 */
export function countInPeriodProgress(rule: CountInPeriodRule, context: RuleContext): Progress {
  const { calendar, policy } = context;
  const need = amountOf(rule.need, policy);
  const period = choiceOf(rule.period, PERIOD_WINDOWS, policy);
  const { from } = windowTo(context.enrolledOn, period, context);
  const eligible = within(siftBy(rule.counts, context), { from, to: calendar.today });
  const tallies = windowsOf(eligible, period, calendar.fiscalYearStartMonth).map((window) => ({
    window,
    sifted: withoutRepeats(within(eligible, window), rule.counts),
  }));
  const fullest = tallies.find(({ sifted }) =>
    tallies.every((other) => other.sifted.counted.length <= sifted.counted.length),
  );
  const met = fullest !== undefined && reached(fullest.sifted.counted.length, need);
  const window = met ? fullest.window : windowTo(calendar.today, period, context);
  const sifted = met ? fullest.sifted : withoutRepeats(within(eligible, window), rule.counts);
  const claims = context.claims.filter(({ happenedOn }) => isWithin(happenedOn, window));
  const count = { sifted, claims, need, met, parts: [], ...deadline(period, window, sifted) };
  return leaf(
    {
      kind: rule.kind,
      have: sifted.counted.length,
      need,
      unit: rule.unit,
      ...metOnOf(
        met
          ? firstMetOn(
              tallies.map((tally) => tally.sifted),
              need,
            )
          : null,
      ),
      slots: occasionSlots(count),
      next: nextOccasion(count),
    },
    sifted,
  );
}

const within = (sifted: Sifted, window: DayRange): Sifted =>
  narrow(sifted, ({ claim }) => (isWithin(claim.happenedOn, window) ? null : { reason: "outsidePeriod" }));

/** Every period that could hold them: one for each day that counts, in order. */
const windowsOf = ({ counted }: Sifted, period: PeriodWindow, startMonth: number): readonly DayRange[] =>
  counted.map(({ claim }) => windowFrom(claim.happenedOn, period, startMonth));

function windowFrom(day: PlainDay, period: PeriodWindow, startMonth: number): DayRange {
  if (period === "rolling12Months") return yearFrom(day);
  return period === "calendarYear" ? calendarYearOf(day) : fiscalYearOf(day, startMonth);
}

/** The period that is open on a day: of rolling ones, the earliest that still holds it. */
const windowTo = (day: PlainDay, period: PeriodWindow, { calendar }: RuleContext): DayRange =>
  period === "rolling12Months" ? rollingYearTo(day) : windowFrom(day, period, calendar.fiscalYearStartMonth);

/** The year's end; with rolling months the last day on which the first one still counts. */
function deadline(period: PeriodWindow, window: DayRange, { counted: [first] }: Sifted): { by?: PlainDay } {
  if (period !== "rolling12Months") return { by: window.to };
  return first ? { by: yearFrom(first.claim.happenedOn).to } : {};
}

/** Windows come in order, and so do the days on which they held enough. */
const firstMetOn = (tallies: readonly Sifted[], need: number) =>
  tallies.flatMap(({ counted }) => counted[need - 1]?.claim.happenedOn ?? [])[0];

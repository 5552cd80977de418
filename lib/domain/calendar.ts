/** Plain calendar days, and a team's calendar. A rule never sees an instant or a zone name: days are texts, counted in UTC. */

/** `YYYY-MM-DD` as the person wrote it. */
export type PlainDay = string;
/** `YYYY-MM`. */
export type PlainMonth = string;
/** Both ends belong to it. */
export type DayRange = { readonly from: PlainDay; readonly to: PlainDay };

/** What a team's calendar tells a rule: today, and where its fiscal year starts (1–12). */
export type TeamCalendar = { readonly today: PlainDay; readonly fiscalYearStartMonth: number };

/** A text that is no day or month reached the arithmetic: a bug, because days are checked where they come in. */
export class InvalidDay extends Error {
  override readonly name = "InvalidDay";
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MS_PER_DAY = 86_400_000;

/** A day that exists, in the years 1900–9999: 2025-02-29 is none. */
export const isPlainDay = (text: string): text is PlainDay =>
  DAY.test(text) && text >= "1900" && isPlainMonth(text.slice(0, 7)) && dayAt(dayNumber(text)) === text;

export const isPlainMonth = (text: string): text is PlainMonth => MONTH.test(text) && text >= "1900";

/** Days since 1970-01-01. */
const dayNumber = (day: PlainDay) => Date.UTC(yearOf(day), Number(day.slice(5, 7)) - 1, dayOfMonth(day)) / MS_PER_DAY;

const dayAt = (number: number): PlainDay => new Date(number * MS_PER_DAY).toISOString().slice(0, 10);

const yearOf = (day: PlainDay | PlainMonth) => Number(day.slice(0, 4));

function checkedDay(day: PlainDay): PlainDay {
  if (!isPlainDay(day)) throw new InvalidDay(day);
  return day;
}

/** Negative where `a` is before `b`. */
export const compareDays = (a: PlainDay, b: PlainDay): number => (a < b ? -1 : Number(a > b));

/** Null of an empty list. */
export const earliestOf = (days: readonly PlainDay[]): PlainDay | null => [...days].sort(compareDays)[0] ?? null;
export const latestOf = (days: readonly PlainDay[]): PlainDay | null => [...days].sort(compareDays).at(-1) ?? null;

/** @throws InvalidDay */
export const addDays = (day: PlainDay, days: number): PlainDay => dayAt(dayNumber(checkedDay(day)) + days);

/** Whole days from the first to the second; negative where it lies before. @throws InvalidDay */
export const daysBetween = (from: PlainDay, to: PlainDay): number =>
  dayNumber(checkedDay(to)) - dayNumber(checkedDay(from));

/** 0 is Sunday. @throws InvalidDay */
export const weekdayOf = (day: PlainDay): number => (((dayNumber(checkedDay(day)) + 4) % 7) + 7) % 7;

export const monthOf = (day: PlainDay): PlainMonth => day.slice(0, 7);
export const dayOfMonth = (day: PlainDay): number => Number(day.slice(8));

/** @throws InvalidDay */
export function shiftMonth(month: PlainMonth, months: number): PlainMonth {
  if (!isPlainMonth(month)) throw new InvalidDay(month);
  const index = monthIndex(month) + months;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

const monthIndex = (month: PlainMonth) => yearOf(month) * 12 + Number(month.slice(5)) - 1;

/** Calendar months from the first to the second: 2026-11 to 2027-01 is 2. */
export const monthsApart = (from: PlainMonth, to: PlainMonth): number => monthIndex(to) - monthIndex(from);

/** Every month from the first to the last, both included; empty where the last lies before. */
export const monthsFrom = (from: PlainMonth, to: PlainMonth): readonly PlainMonth[] =>
  Array.from({ length: Math.max(0, monthsApart(from, to) + 1) }, (_, index) => shiftMonth(from, index));

export const firstDayOf = (month: PlainMonth): PlainDay => `${month}-01`;
/** @throws InvalidDay */
export const lastDayOf = (month: PlainMonth): PlainDay => addDays(firstDayOf(shiftMonth(month, 1)), -1);

/** The same day `months` later, or the month's last day where it has no such day: 31 January + 1 is 28 or 29 February. */
export function addMonths(day: PlainDay, months: number): PlainDay {
  const month = shiftMonth(monthOf(checkedDay(day)), months);
  const last = dayOfMonth(lastDayOf(month));
  return `${month}-${String(Math.min(dayOfMonth(day), last)).padStart(2, "0")}`;
}

/** Months that have fully passed from one day to another; 0 where the second lies before the first. */
export function wholeMonthsBetween(from: PlainDay, to: PlainDay): number {
  const months = monthsApart(monthOf(from), monthOf(to));
  return Math.max(0, addMonths(from, months) <= to ? months : months - 1);
}

/**
 * The last day of a period of months that starts on `from`: the eve of the corresponding day, or the month's last day where
 * it has no corresponding day (Civil Code of Japan, art. 143). A year from 2024-02-29 ends on 2025-02-28.
 */
export function lastDayOfPeriod(from: PlainDay, months: number): PlainDay {
  const reached = addMonths(from, months);
  return dayOfMonth(reached) < dayOfMonth(from) ? reached : addDays(reached, -1);
}

export const isWithin = (day: PlainDay, { from, to }: DayRange): boolean => from <= day && day <= to;

/** The 12 months that start on a day. */
export const yearFrom = (day: PlainDay): DayRange => ({ from: day, to: lastDayOfPeriod(day, 12) });
/** The 12 months that end on a day: a day is in it as long as its own `yearFrom` has not passed. */
export const rollingYearTo = (day: PlainDay): DayRange => ({ from: addDays(addMonths(day, -12), 1), to: day });
export const calendarYearOf = (day: PlainDay): DayRange => fiscalYearOf(day, 1);

/** The fiscal year that holds a day, for a year starting on the first of `startMonth` (1–12). */
export function fiscalYearOf(day: PlainDay, startMonth: number): DayRange {
  const since = (Number(checkedDay(day).slice(5, 7)) - startMonth + 12) % 12;
  const start = shiftMonth(monthOf(day), -since);
  return { from: firstDayOf(start), to: lastDayOf(shiftMonth(start, 11)) };
}

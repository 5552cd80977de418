import type { PlainDay, PlainMonth } from "@/lib/domain/calendar";

/** Plain days at the edges: what people type, what `@db.Date` holds, and which day it is somewhere. */

const DAY = /^(19|2\d)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MONTH = /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/;

/** A day that exists, between 1900 and 2999: 2026-02-29 is none. */
export const isPlainDay = (text: string): text is PlainDay => DAY.test(text) && fromDbDay(toDbDay(text)) === text;
export const isPlainMonth = (text: string): text is PlainMonth => MONTH.test(text);

/** `@db.Date` keeps the UTC day of what it is given. */
export const toDbDay = (day: PlainDay): Date => new Date(`${day}T00:00:00.000Z`);
export const fromDbDay = (date: Date): PlainDay => date.toISOString().slice(0, 10);

/** A month is kept as its first day. */
export const toDbMonth = (month: PlainMonth): Date => toDbDay(`${month}-01`);
export const fromDbMonth = (date: Date): PlainMonth => date.toISOString().slice(0, 7);

/** The calendar day of an instant in a zone: `toISOString` alone is wrong in Tokyo before 09:00. */
export function todayIn(timeZone: string, now: Date): PlainDay {
  const parts = formatter(timeZone).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string) {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formatters.set(timeZone, made);
  return made;
}

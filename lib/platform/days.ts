import type { PlainDay, PlainMonth } from "@/lib/domain/calendar";

/** Plain days at the edges: what `@db.Date` holds, and which day it is somewhere. */

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

import type { PlainDay } from "@/lib/domain/calendar";
import type { WrittenTime } from "@/lib/domain/work-day";
import { toDbDay, todayIn } from "@/lib/platform/days";

const MINUTE = 60_000;

/** Which day it was for the team at a time that a source wrote in its own zone. A day without a time is that day. */
export function dayFor({ day, minutes, offset }: WrittenTime, sourceZone: string, teamZone: string): PlainDay {
  if (minutes === null) return day;
  if (offset === null && sourceZone === teamZone) return day;
  const asUtc = toDbDay(day).getTime() + minutes * MINUTE;
  const east = offset ?? offsetIn(sourceZone, asUtc);
  return todayIn(teamZone, new Date(asUtc - east * MINUTE));
}

/** Minutes east of UTC of a wall clock's time. Where the clock is put back, the hour that comes twice is the first. */
function offsetIn(zone: string, asUtc: number): number {
  const guess = offsetAt(zone, asUtc);
  return offsetAt(zone, asUtc - guess * MINUTE);
}

function offsetAt(zone: string, instant: number): number {
  const date = new Date(instant);
  const part = partsIn(zone, date);
  return toDbDay(todayIn(zone, date)).getTime() / MINUTE + part.hour * 60 + part.minute - Math.floor(instant / MINUTE);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsIn(timeZone: string, date: Date) {
  const formatter =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  formatters.set(timeZone, formatter);
  const parts = formatter.formatToParts(date);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return { hour: part("hour"), minute: part("minute") };
}

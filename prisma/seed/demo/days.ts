import { createHash } from "node:crypto";
import { addDays, earliestOf, lastDayOf, monthOf, type PlainDay, shiftMonth, weekdayOf } from "@/lib/domain/calendar";

/** Days and ids that are the same for the same day. */

/** "-3/17" or "-5d" from today; never later than yesterday. */
export function dayOf(spec: string, today: PlainDay): PlainDay {
  const days = /^-(\d+)d$/.exec(spec);
  const found = days ? addDays(today, -Number(days[1])) : dayOfMonthAgo(spec, today);
  return earlier(found, addDays(today, -1));
}

export const earlier = (a: PlainDay, b: PlainDay): PlainDay => earliestOf([a, b]) ?? a;

function dayOfMonthAgo(spec: string, today: PlainDay): PlainDay {
  const [months = "", at = ""] = spec.slice(1).split("/");
  const month = shiftMonth(monthOf(today), -Number(months));
  const last = lastDayOf(month);
  const day = `${month}-${at.padStart(2, "0")}`;
  return day < last ? day : last;
}

/** Office work is done on working days: a weekend becomes the Friday before, within the month. */
export function workingDay(day: PlainDay): PlainDay {
  const back = { 0: 2, 6: 1 }[weekdayOf(day)] ?? 0;
  const moved = addDays(day, -back);
  return monthOf(moved) === monthOf(day) ? moved : day;
}

const digest = (name: string) => createHash("sha256").update(name).digest();

/** A number below `below`, always the same for the same name. */
export const pick = (name: string, below: number): number => digest(name).readUInt32BE(0) % Math.max(1, below);

/** A UUIDv7 of that instant, always the same for the same name. */
export function idOf(name: string, at: Date): string {
  const bytes = Buffer.from(digest(name).subarray(0, 16));
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An instant of that day in Tokyo, at that hour and at a minute that the name decides. */
export const instantOn = (day: PlainDay, hour: number, name: string): Date =>
  new Date(Date.parse(`${day}T00:00:00+09:00`) + (hour * 60 + pick(name, 60)) * 60_000 + pick(`${name} s`, 60) * 1000);

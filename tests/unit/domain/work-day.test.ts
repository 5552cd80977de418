import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTime, WORK_DATE_FORMATS, type WorkDateFormat } from "@/lib/domain/work-day";

const plain = (day: string) => ({ day, minutes: null, offset: null });

describe("days and times as systems write them", () => {
  test.each<[WorkDateFormat, string, ReturnType<typeof readTime>]>([
    ["yearFirst", "2026/10/05", plain("2026-10-05")],
    ["yearFirst", "2026-10-5", plain("2026-10-05")],
    ["yearFirst", "2026年10月5日", plain("2026-10-05")],
    ["yearFirst", "２０２６／１０／０５", plain("2026-10-05")],
    ["yearFirst", "2026/10/05 11:20", { day: "2026-10-05", minutes: 680, offset: null }],
    ["yearFirst", "2026/10/05 午後1:05", { day: "2026-10-05", minutes: 785, offset: null }],
    ["yearFirst", "2026-10-05 00:30:00", { day: "2026-10-05", minutes: 30, offset: null }],
    ["yearFirst", "2026-10-05T00:30:00Z", { day: "2026-10-05", minutes: 30, offset: 0 }],
    ["yearFirst", "2026-10-05T00:30:00.000+0900", { day: "2026-10-05", minutes: 30, offset: 540 }],
    ["yearFirst", "2026-10-05T00:30:00-03:30", { day: "2026-10-05", minutes: 30, offset: -210 }],
    ["yearFirst", "05/10/2026", null],
    ["yearFirst", "2026/02/29", null],
    ["yearFirst", "2026/10/05 24:00", null],
    ["yearFirst", "2026/10/05 morning", null],
    ["monthFirst", "10/05/2026 09:30 AM", { day: "2026-10-05", minutes: 570, offset: null }],
    ["monthFirst", "10/05/2026 12:30 AM", { day: "2026-10-05", minutes: 30, offset: null }],
    ["monthFirst", "10/05/2026 12:30 PM", { day: "2026-10-05", minutes: 750, offset: null }],
    ["monthFirst", "13/05/2026", null],
    ["dayFirst", "5.10.26", plain("2026-10-05")],
    ["dayFirst", "05/10/2026 13:00 PM", null],
    ["dayMonthName", "05/Oct/26 9:30 PM", { day: "2026-10-05", minutes: 1290, offset: null }],
    ["dayMonthName", "5 October 2026", plain("2026-10-05")],
    ["dayMonthName", "05/Okt/26 9:30 PM", null],
    ["epochMilliseconds", "1791160200000", { day: "2026-10-05", minutes: 30, offset: 0 }],
    ["epochSeconds", "1791160200", { day: "2026-10-05", minutes: 30, offset: 0 }],
    ["epochSeconds", "1791160200000", null],
    ["epochMilliseconds", "-5", null],
    ["epochMilliseconds", "2026-10-05", null],
  ])("%s: %s", (format, text, expected) => {
    expect(readTime(text, format)).toEqual(expected);
  });

  test("every day of two hundred years is read back, however it is written", () => {
    const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2189-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const [day = ""] = date.toISOString().split("T");
        const [year, month, dayOfMonth] = day.split("-");
        expect(readTime(`${year}/${Number(month)}/${Number(dayOfMonth)}`, "yearFirst")?.day).toBe(day);
        expect(readTime(`${month}/${dayOfMonth}/${year}`, "monthFirst")?.day).toBe(day);
        expect(readTime(`${dayOfMonth}.${month}.${year}`, "dayFirst")?.day).toBe(day);
      }),
    );
  });

  test("whatever is written, the answer is a day with a time of that day, or none", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...WORK_DATE_FORMATS), (text, format) => {
        const time = readTime(text, format);
        return time === null || (time.minutes ?? 0) < 1440;
      }),
    );
  });
});

describe("a time with its zone", () => {
  const two = (number: number) => String(number).padStart(2, "0");
  const clock = fc.record({ hour: fc.nat({ max: 23 }), minute: fc.nat({ max: 59 }) });

  test.each<[string, number | null]>([
    ["Z", 0],
    ["utc", 0],
    ["+09:00", 540],
    ["+0545", 345],
    ["-12:00", -720],
    ["+14:00", 840],
  ])("%s is %s minutes east", (zone, offset) => {
    expect(readTime(`2026-10-05T08:00${zone}`, "yearFirst")).toEqual({ day: "2026-10-05", minutes: 480, offset });
  });

  test.each(["+15:00", "-24:00", "-99:99", "+09:60", "+9", "JST"])("%s is no zone that there is", (zone) => {
    expect(readTime(`2026-10-05T08:00${zone}`, "yearFirst")).toBeNull();
  });

  test("every minute of a day is read back: by 24 hours, by AM and PM, by 午前 and 午後", () => {
    fc.assert(
      fc.property(clock, ({ hour, minute }) => {
        const minutes = hour * 60 + minute;
        const half = hour < 12 ? ["AM", "午前"] : ["PM", "午後"];
        const short = `${hour % 12 || 12}:${two(minute)}`;
        const read = { day: "2026-10-05", minutes, offset: null };
        expect(readTime(`2026/10/05 ${two(hour)}:${two(minute)}:07`, "yearFirst")).toEqual(read);
        expect(readTime(`10/05/26, ${short} ${half[0]}`, "monthFirst")).toEqual(read);
        expect(readTime(`2026年10月5日 ${half[1]}${short}`, "yearFirst")).toEqual(read);
      }),
    );
  });

  test("an instant is the same, counted in seconds or in milliseconds", () => {
    const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2189-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, (date) => {
        const seconds = Math.floor(date.getTime() / 1000);
        const [day, time] = new Date(seconds * 1000).toISOString().split("T");
        const [hours, minutes] = (time ?? "").split(":").map(Number);
        const read = { day, minutes: (hours ?? 0) * 60 + (minutes ?? 0), offset: 0 };
        expect(readTime(String(seconds), "epochSeconds")).toEqual(read);
        expect(readTime(String(seconds * 1000), "epochMilliseconds")).toEqual(read);
      }),
    );
  });

  test.each<[WorkDateFormat, string]>([
    ["yearFirst", "2026/13/01"],
    ["yearFirst", "2026/00/10"],
    ["yearFirst", "2026/10/05 12:60"],
    ["yearFirst", "2026/10/05 午後13:00"],
    ["monthFirst", "02/30/2026"],
    ["dayFirst", "31.04.2026"],
    ["dayMonthName", "31 Feb 2026"],
    ["epochSeconds", "99999999999999"],
    ["yearFirst", ""],
  ])("%s: %s is no time that there is", (format, text) => expect(readTime(text, format)).toBeNull());
});

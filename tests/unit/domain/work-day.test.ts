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

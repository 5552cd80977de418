import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  calendarYearOf,
  compareDays,
  dayOfMonth,
  daysBetween,
  earliestOf,
  firstDayOf,
  fiscalYearOf,
  InvalidDay,
  isPlainDay,
  isPlainMonth,
  isWithin,
  lastDayOf,
  lastDayOfPeriod,
  latestOf,
  monthOf,
  monthsApart,
  monthsFrom,
  rollingYearTo,
  shiftMonth,
  weekdayOf,
  wholeMonthsBetween,
  yearFrom,
} from "@/lib/domain/calendar";

/** Any day of the years in which a CSIRT could have records. */
const aDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays("2000-01-01", days));
const runs = { numRuns: 80 };

describe("a plain day", () => {
  test.each([
    ["an ordinary day", "2026-11-20"],
    ["a leap day", "2024-02-29"],
    ["the leap day of a century year that has one", "2000-02-29"],
    ["the last day of a year", "2026-12-31"],
    ["the first day that is accepted", "1900-01-01"],
  ])("%s exists: %s", (_case, day) => {
    expect(isPlainDay(day)).toBe(true);
  });

  test.each([
    ["29 February of an ordinary year", "2026-02-29"],
    ["29 February of a century year without one", "2100-02-29"],
    ["31 April", "2026-04-31"],
    ["day 0", "2026-04-00"],
    ["month 13", "2026-13-01"],
    ["month 0", "2026-00-10"],
    ["a year before 1900", "1899-12-31"],
    ["digits left out", "2026-4-1"],
    ["slashes", "2026/04/01"],
    ["an instant", "2026-04-01T00:00:00Z"],
    ["nothing", ""],
  ])("%s does not: %s", (_case, day) => {
    expect(isPlainDay(day)).toBe(false);
  });

  test.each([
    ["2026-11", true],
    ["2026-00", false],
    ["2026-13", false],
    ["2026-1", false],
    ["1899-12", false],
    ["2026-11-01", false],
  ])("the month %s: %s", (month, exists) => {
    expect(isPlainMonth(month)).toBe(exists);
  });

  test("arithmetic on a day that does not exist is a bug with a name", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(InvalidDay);
    expect(() => addMonths("2026-2-3", 1)).toThrow(InvalidDay);
    expect(() => daysBetween("2026-02-01", "tomorrow")).toThrow(InvalidDay);
    expect(() => weekdayOf("2026-02-30")).toThrow(InvalidDay);
    expect(() => shiftMonth("2026-13", 1)).toThrow(InvalidDay);
    expect(() => fiscalYearOf("2026-02-30", 4)).toThrow(InvalidDay);
  });
});

describe("days", () => {
  test.each([
    ["2026-11-20", 1, "2026-11-21"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2027-01-01", -1, "2026-12-31"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["1969-12-31", 1, "1970-01-01"],
    ["2026-03-29", 1, "2026-03-30"],
  ])("%s and %i days is %s", (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  test.each([
    ["2026-11-20", 5, "a Friday"],
    ["2026-11-22", 0, "a Sunday"],
    ["1970-01-01", 4, "a Thursday"],
    ["1969-12-28", 0, "a Sunday before 1970"],
    ["2024-02-29", 4, "a Thursday"],
  ])("%s is weekday %i: %s", (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  test("they are put in order as calendars do", () => {
    const days = ["2026-11-20", "2025-12-31", "2026-02-01"];
    expect([...days].sort(compareDays)).toEqual(["2025-12-31", "2026-02-01", "2026-11-20"]);
    expect(compareDays("2026-11-20", "2026-11-20")).toBe(0);
    expect(earliestOf(days)).toBe("2025-12-31");
    expect(latestOf(days)).toBe("2026-11-20");
    expect(earliestOf([])).toBeNull();
    expect(latestOf([])).toBeNull();
    expect(dayOfMonth("2026-11-09")).toBe(9);
  });

  test("the days between two days are those that were added", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -4_000, max: 4_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
      runs,
    );
  });
});

describe("months", () => {
  test.each([
    ["31 January to February", "2026-01-31", 1, "2026-02-28"],
    ["31 January to a leap February", "2024-01-31", 1, "2024-02-29"],
    ["a leap day, a year later", "2024-02-29", 12, "2025-02-28"],
    ["a leap day, four years later", "2024-02-29", 48, "2028-02-29"],
    ["30 November to February", "2026-11-30", 3, "2027-02-28"],
    ["across a year", "2026-11-20", 2, "2027-01-20"],
    ["backwards across a year", "2026-01-31", -2, "2025-11-30"],
    ["28 February keeps its day", "2026-02-28", 1, "2026-03-28"],
  ])("%s: %s and %i is %s", (_case, day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test.each([
    ["2026-12", 1, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-01", -13, "2024-12"],
    ["2026-11", 12, "2027-11"],
  ])("%s shifted by %i is %s", (month, months, expected) => {
    expect(shiftMonth(month, months)).toBe(expected);
    expect(monthsApart(month, expected)).toBe(months);
  });

  test.each([
    ["2026-02", "2026-02-28"],
    ["2024-02", "2024-02-29"],
    ["2026-12", "2026-12-31"],
    ["2026-04", "2026-04-30"],
  ])("%s ends on %s", (month, last) => {
    expect(lastDayOf(month)).toBe(last);
    expect(firstDayOf(month)).toBe(`${month}-01`);
    expect(monthOf(last)).toBe(month);
  });

  test("a list of months includes both its ends, and is empty backwards", () => {
    expect(monthsFrom("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(monthsFrom("2026-11", "2026-11")).toEqual(["2026-11"]);
    expect(monthsFrom("2026-11", "2026-10")).toEqual([]);
  });

  test.each([
    ["the eve of the month", "2025-04-15", "2026-04-14", 11],
    ["the day itself", "2025-04-15", "2026-04-15", 12],
    ["from a month's end to a shorter month's end", "2026-01-31", "2026-02-28", 1],
    ["from a leap day to the end of February", "2024-02-29", "2025-02-28", 12],
    ["the same day", "2026-04-15", "2026-04-15", 0],
    ["backwards", "2026-04-15", "2026-01-15", 0],
  ])("whole months, %s: %s to %s is %i", (_case, from, to, months) => {
    expect(wholeMonthsBetween(from, to)).toBe(months);
  });

  test("whole months never claim more than has passed, nor a month less", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 4_000 }), (from, days) => {
        const to = addDays(from, days);
        const months = wholeMonthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
      runs,
    );
  });
});

describe("years", () => {
  test.each([
    ["from an ordinary day, the eve", "2026-02-14", 12, "2027-02-13"],
    ["from the first of a month, the end of a month", "2026-04-01", 12, "2027-03-31"],
    ["from a leap day, the end of February (Civil Code, art. 143)", "2024-02-29", 12, "2025-02-28"],
    ["from the eve of a leap day, the day before", "2024-02-28", 12, "2025-02-27"],
    ["from 31 January, a month", "2026-01-31", 1, "2026-02-28"],
  ])("a period ends %s: %s, %i months, %s", (_case, from, months, last) => {
    expect(lastDayOfPeriod(from, months)).toBe(last);
  });

  test.each([
    ["2026-11-20", "2025-11-21"],
    ["2025-02-28", "2024-02-29"],
    ["2025-02-27", "2024-02-28"],
    ["2024-02-29", "2023-03-01"],
    ["2026-03-31", "2025-04-01"],
  ])("the 12 months that end on %s start on %s", (today, from) => {
    expect(rollingYearTo(today)).toEqual({ from, to: today });
  });

  test("a day is in the 12 months up to today for exactly as long as its own 12 months last", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -800, max: 0 }), (today, days) => {
        const day = addDays(today, days);
        expect(isWithin(day, rollingYearTo(today))).toBe(isWithin(today, yearFrom(day)));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["the last day before it turns", "2026-03-31", 4, "2025-04-01", "2026-03-31"],
    ["the day it turns", "2026-04-01", 4, "2026-04-01", "2027-03-31"],
    ["a year from January is the calendar year", "2026-11-20", 1, "2026-01-01", "2026-12-31"],
    ["a year from March ends in a leap February", "2023-03-01", 3, "2023-03-01", "2024-02-29"],
    ["a year from December", "2026-11-30", 12, "2025-12-01", "2026-11-30"],
  ])("fiscal years, %s: %s, from month %i", (_case, day, startMonth, from, to) => {
    expect(fiscalYearOf(day, startMonth)).toEqual({ from, to });
  });

  test("the calendar year of a day", () => {
    expect(calendarYearOf("2026-01-01")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
    expect(calendarYearOf("2026-12-31")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  test("both ends belong to a range", () => {
    const range = { from: "2026-04-01", to: "2026-04-30" };
    expect(isWithin("2026-04-01", range)).toBe(true);
    expect(isWithin("2026-04-30", range)).toBe(true);
    expect(isWithin("2026-03-31", range)).toBe(false);
    expect(isWithin("2026-05-01", range)).toBe(false);
  });
});

describe("the machine's time zone", () => {
  test.each(["UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"])("changes nothing: %s", (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(addDays("2026-03-08", 1)).toBe("2026-03-09");
      expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
      expect(weekdayOf("2026-11-20")).toBe(5);
      expect(fiscalYearOf("2026-04-01", 4)).toEqual({ from: "2026-04-01", to: "2027-03-31" });
      expect(isPlainDay("2024-02-29")).toBe(true);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

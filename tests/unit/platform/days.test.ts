import { describe, expect, test } from "vitest";
import { fromDbDay, fromDbMonth, toDbDay, toDbMonth, todayIn } from "@/lib/platform/days";

describe("what the database holds", () => {
  test("a day comes back as the day it was", () => {
    expect(toDbDay("2026-10-31").toISOString()).toBe("2026-10-31T00:00:00.000Z");
    expect(fromDbDay(toDbDay("2024-02-29"))).toBe("2024-02-29");
  });

  test("a month is its first day", () => {
    expect(fromDbDay(toDbMonth("2026-09"))).toBe("2026-09-01");
    expect(fromDbMonth(toDbMonth("2026-09"))).toBe("2026-09");
  });
});

describe("today", () => {
  test.each([
    ["Asia/Tokyo", "2026-10-31T14:59:59Z", "2026-10-31"],
    ["Asia/Tokyo", "2026-10-31T15:00:00Z", "2026-11-01"],
    ["Asia/Tokyo", "2026-12-31T15:00:00Z", "2027-01-01"],
    ["Asia/Tokyo", "2028-02-28T15:00:00Z", "2028-02-29"],
    ["America/Los_Angeles", "2026-11-01T06:59:59Z", "2026-10-31"],
    ["UTC", "2026-11-01T00:00:00Z", "2026-11-01"],
  ])("in %s at %s is %s", (zone, instant, day) => {
    expect(todayIn(zone, new Date(instant))).toBe(day);
  });
});

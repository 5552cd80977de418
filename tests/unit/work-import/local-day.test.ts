import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFor } from "@/lib/work-import/local-day";

const at = (day: string, time: string, offset: number | null = null) => {
  const [hours, minutes] = time.split(":");
  return { day, minutes: Number(hours) * 60 + Number(minutes), offset };
};

describe("which day it was for the team", () => {
  test.each([
    ["late in UTC is the next day in Tokyo", at("2026-10-05", "15:00"), "UTC", "Asia/Tokyo", "2026-10-06"],
    ["a minute before it is not", at("2026-10-05", "14:59"), "UTC", "Asia/Tokyo", "2026-10-05"],
    ["in the team's own zone it is as written", at("2026-10-05", "23:59"), "Asia/Tokyo", "Asia/Tokyo", "2026-10-05"],
    [
      "an offset in the file wins over the source's zone",
      at("2026-10-05", "23:30", 0),
      "Asia/Tokyo",
      "Asia/Tokyo",
      "2026-10-06",
    ],
    ["New York in summer", at("2026-07-01", "11:00"), "America/New_York", "Asia/Tokyo", "2026-07-02"],
    ["New York in winter", at("2026-01-01", "10:59"), "America/New_York", "UTC", "2026-01-01"],
    ["New York in winter, five hours behind", at("2026-01-01", "19:00"), "America/New_York", "UTC", "2026-01-02"],
    ["the hour that does not exist in spring", at("2026-03-08", "02:30"), "America/New_York", "UTC", "2026-03-08"],
  ])("%s", (_name, time, source, team, expected) => {
    expect(dayFor(time, source, team)).toBe(expected);
  });

  test("a plain day stays that day, wherever", () => {
    expect(dayFor({ day: "2026-10-05", minutes: null, offset: null }, "America/New_York", "Asia/Tokyo")).toBe(
      "2026-10-05",
    );
  });

  test("what a zone shows of an instant leads back to the instant's day", () => {
    const zones = fc.constantFrom("Asia/Tokyo", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "UTC");
    const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const [day = "", time = ""] = instant.toLocaleString("sv-SE", { timeZone: zone }).split(" ");
        return dayFor(at(day, time.slice(0, 5)), zone, "UTC") === instant.toISOString().slice(0, 10);
      }),
    );
  });
});

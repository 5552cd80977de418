import { describe, expect, test } from "vitest";
import {
  dayOf,
  formatBytes,
  formatDay,
  formatElapsed,
  formatFacts,
  formatInstant,
  formatMonth,
  formatName,
  formatNumber,
  formatShare,
  formatTime,
  isLocale,
  preferredLocale,
} from "@/lib/platform/format";

describe("a day", () => {
  test("stands with its year, and its weekday where somebody must act by it", () => {
    expect(formatDay("2026-11-20", "ja", { weekday: true })).toBe("2026/11/20(金)");
    expect(formatDay("2026-11-20", "en", { weekday: true })).toBe("Fri 20 Nov 2026");
  });
  test("leaves the running year out", () => {
    expect(formatDay("2026-03-04", "ja", { today: "2026-11-20" })).toBe("03/04");
    expect(formatDay("2026-03-04", "en", { today: "2026-11-20" })).toBe("4 Mar");
    expect(formatDay("2025-12-31", "ja", { today: "2026-01-01" })).toBe("2025/12/31");
  });
  test("knows the weekday of a leap day", () => {
    expect(formatDay("2028-02-29", "ja", { weekday: true })).toBe("2028/02/29(火)");
  });
  test("of an instant depends on the zone", () => {
    const late = new Date("2026-11-20T15:30:00Z");
    expect(dayOf(late)).toBe("2026-11-21");
    expect(dayOf(late, "UTC")).toBe("2026-11-20");
    expect(formatInstant(late, "ja", { today: "2026-11-20" })).toBe("11/21 00:30");
    expect(formatInstant(late, "en")).toBe("21 Nov 2026, 00:30");
    expect(formatTime(late, "UTC")).toBe("15:30");
  });
});

test("a month is written as people say it", () => {
  expect(formatMonth("2026-09", "ja")).toBe("2026年9月");
  expect(formatMonth("2026-09", "ja", { today: "2026-11-20" })).toBe("9月");
  expect(formatMonth("2026-09", "en")).toBe("Sep 2026");
});

test("a wait is told in its largest whole unit", () => {
  const start = new Date("2026-11-14T08:00:00Z");
  const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
  expect(formatElapsed(start, after(6 * 24 + 5), "ja")).toBe("6日");
  expect(formatElapsed(start, after(18.9), "ja")).toBe("18時間");
  expect(formatElapsed(start, after(0.1), "ja")).toBe("6分");
  expect(formatElapsed(start, after(24), "en")).toBe("1 day");
  expect(formatElapsed(start, after(49), "en")).toBe("2 days");
  expect(formatElapsed(after(1), start, "en")).toBe("0 minutes");
});

test("a share never reads as reached before it is", () => {
  expect(formatShare(38, 41)).toBe("92.6%");
  expect(formatShare(8999, 10_000)).toBe("89.9%");
  expect(formatShare(9, 10)).toBe("90%");
  expect(formatShare(0, 0)).toBe("–");
});

test("numbers and sizes are grouped and rounded", () => {
  expect(formatNumber(12_040, "ja")).toBe("12,040");
  expect(formatBytes(900)).toBe("900 B");
  expect(formatBytes(12_000)).toBe("12 KB");
  expect(formatBytes(1_572_864)).toBe("1.5 MB");
});

test("a name is shown in the reader's letters where it is known in them", () => {
  const misaki = { name: "佐藤 美咲", latinName: "Misaki Sato" };
  expect(formatName(misaki, "ja")).toBe("佐藤 美咲");
  expect(formatName(misaki, "en")).toBe("Misaki Sato");
  expect(formatName({ name: "佐藤 美咲", latinName: null }, "en")).toBe("佐藤 美咲");
});

describe("the language asked for", () => {
  test("is the first of ours by weight", () => {
    expect(preferredLocale("en-GB,en;q=0.9,ja;q=0.8")).toBe("en");
    expect(preferredLocale("fr,ja;q=0.7,en;q=0.9")).toBe("en");
    expect(preferredLocale("ja-JP")).toBe("ja");
  });
  test("is Japanese where none of ours, nothing, or nonsense is asked for", () => {
    for (const header of ["", "fr-FR,de;q=0.5", "en;q=0", ";;;,q=", "en;q=x"])
      expect(preferredLocale(header)).toBe("ja");
  });
  test("is one of two", () => {
    expect(isLocale("ja")).toBe(true);
    expect(isLocale("fr")).toBe(false);
    expect(isLocale(undefined)).toBe(false);
  });
});

test("facts on one line stand apart by the dot of the language, and who says nothing is left out", () => {
  expect(formatFacts(["佐藤 美咲", "判定"], "ja")).toBe("佐藤 美咲 ・ 判定");
  expect(formatFacts(["Misaki Sato", "Judgement", "1 day"], "en")).toBe("Misaki Sato\u00a0· Judgement\u00a0· 1 day");
  expect(formatFacts(["", null, undefined, false, "STEP1"], "en")).toBe("STEP1");
});

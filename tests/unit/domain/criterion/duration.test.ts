import { describe, expect, test } from "vitest";
import { monthsFrom } from "@/lib/domain/calendar";
import type { DurationRule } from "@/lib/domain/rule";
import { measure, sentBack, strip, verified, waiting } from "@/tests/support/facts";

/** Log analysis for one year (4.2.5.4#1). */
const year: DurationRule = { kind: "duration", months: 12, perMonth: 1, counts: { kinds: ["analysis"] } };
const analysis = (day: string) => verified(day, { kind: "analysis" });
const analyses = (from: string, to: string, day = "15") =>
  monthsFrom(from, to).map((month) => analysis(`${month}-${day}`));
const analysisWaiting = (day: string) => waiting(day, { kind: "analysis" });

describe("log analysis for one year", () => {
  test.each([
    ["one day short", "2026-04-14", 11, false],
    ["to the day", "2026-04-15", 12, true],
    ["a day more", "2026-04-16", 12, true],
  ])("from 15 April 2025, %s", (_case, last, have, met) => {
    const claims = [...analyses("2025-04", "2026-03"), analysis(last)];
    const progress = measure(year, { claims, today: "2026-04-20" });
    expect(progress).toMatchObject({ kind: "duration", have, need: 12, unit: "months", combine: "all", met });
  });

  test.each([
    ["2024-02-29", "2025-02-27", false],
    ["2024-02-29", "2025-02-28", true],
    ["2023-02-28", "2024-02-28", true],
  ])("from %s to %s: %s", (first, last, met) => {
    const between = monthsFrom(first.slice(0, 7), last.slice(0, 7)).slice(1, -1);
    const claims = [analysis(first), ...between.map((month) => analysis(`${month}-10`)), analysis(last)];
    expect(measure(year, { claims, today: "2025-03-31" }).met).toBe(met);
  });

  test("first and last alone are not a year of it: each month between holds its number", () => {
    const progress = measure(year, { claims: [analysis("2025-04-15"), analysis("2026-04-15")], today: "2026-04-20" });
    expect(progress).toMatchObject({ have: 0, met: false });
    expect(progress.counted).toEqual(["2026-04-15"]);
    expect(progress.notCounted).toEqual([{ claimId: "2025-04-15", reason: "beforeBreak" }]);
  });

  test("it has two parts, each explained", () => {
    const progress = measure(year, { claims: analyses("2026-05", "2026-10"), today: "2026-11-20" });
    expect(progress.parts.map(({ label, have, need, unit, met }) => ({ label, have, need, unit, met }))).toEqual([
      { label: "months", have: 5, need: 12, unit: "months", met: false },
      { label: "perMonth", have: 6, need: 6, unit: "months", met: true },
    ]);
  });

  test("met once, a later pause and a later return undo nothing", () => {
    const claims = [...analyses("2024-01", "2025-01"), ...analyses("2026-09", "2026-10")];
    const progress = measure(year, { claims, today: "2026-11-20" });
    expect(progress).toMatchObject({ have: 12, met: true, metOn: "2025-01-15" });
    expect(progress.notCounted).toEqual([
      { claimId: "2026-09-15", reason: "outsidePeriod" },
      { claimId: "2026-10-15", reason: "outsidePeriod" },
    ]);
    expect(progress.next).toEqual({ act: "none" });
  });

  test("the longest stretch is shown; it was met when the first was long enough", () => {
    const claims = [...analyses("2020-01", "2021-01"), ...analyses("2022-01", "2023-03")];
    expect(measure(year, { claims })).toMatchObject({ have: 14, metOn: "2021-01-15" });
  });

  test("of stretches equally long, the earliest is shown", () => {
    const claims = [...analyses("2020-01", "2021-01"), ...analyses("2022-01", "2023-01")];
    const progress = measure(year, { claims });
    expect(progress.counted).toEqual(analyses("2020-01", "2021-01").map(({ claimId }) => claimId));
  });

  test("one month is a period too", () => {
    const month = { ...year, months: 1 };
    expect(measure(month, { claims: [analysis("2026-09-15"), analysis("2026-10-15")] }).met).toBe(true);
    expect(measure(month, { claims: [analysis("2026-09-15"), analysis("2026-10-14")] }).met).toBe(false);
  });

  test("with nothing logged, nothing is met", () => {
    const progress = measure(year, { today: "2026-11-20" });
    expect(progress).toMatchObject({ have: 0, met: false });
    expect(progress.parts.map(({ have, need, met }) => ({ have, need, met }))).toEqual([
      { have: 0, need: 12, met: false },
      { have: 0, need: 1, met: false },
    ]);
    expect(progress.next).toEqual({ act: "record", remaining: 1, month: "2026-11", by: "2026-11-30" });
  });

  test("the period is the organisation's where the source leaves it to them (4.3.7.4#2)", () => {
    const rule: DurationRule = { ...year, months: { param: "g3.s3.duty.minPeriod" } };
    const under = (months: number) =>
      measure(rule, { claims: analyses("2026-04", "2026-10"), policy: { "g3.s3.duty.minPeriod": months } });
    expect(under(6).met).toBe(true);
    expect(under(7).met).toBe(false);
  });
});

describe("the stretch going on", () => {
  test("starts anew after a month without, and shows the month that was missed", () => {
    const claims = [...analyses("2026-05", "2026-06"), ...analyses("2026-08", "2026-10")];
    const progress = measure({ ...year, months: 6 }, { claims, today: "2026-11-20" });
    expect(progress.have).toBe(2);
    const [months] = progress.parts;
    expect(strip(months?.slots ?? [])).toBe("before before gap verified verified verified now open open open");
    expect(months?.slots.at(-1)).toEqual({ state: "open", month: "2027-02" });
  });

  test("is over when the last month has none; logging it late would mend it", () => {
    const progress = measure(year, { claims: analyses("2026-05", "2026-09"), today: "2026-11-20" });
    expect(progress.have).toBe(0);
    expect(progress.next).toEqual({ act: "record", remaining: 1, month: "2026-10" });
  });

  test("a month that holds fewer than its number breaks it", () => {
    const twice: DurationRule = { ...year, months: 2, perMonth: 2 };
    const full = [...analyses("2026-07", "2026-10", "05"), ...analyses("2026-07", "2026-10", "25")];
    expect(measure(twice, { claims: full }).met).toBe(true);
    const lacking = full.filter(({ claimId }) => claimId !== "2026-09-05");
    expect(measure(twice, { claims: lacking })).toMatchObject({ have: 0, met: false });
  });

  test("0 a month asks for nothing in between", () => {
    const loose: DurationRule = { ...year, perMonth: 0 };
    const claims = [analysis("2025-04-15"), analysis("2026-04-15")];
    expect(measure(loose, { claims, today: "2026-11-20" })).toMatchObject({ have: 12, met: true, metOn: "2026-04-15" });
    expect(measure(loose, { claims: claims.slice(0, 1), today: "2026-11-20" })).toMatchObject({ have: 0, met: false });
    expect(measure(loose, { today: "2026-11-20" }).met).toBe(false);
  });

  test("the day it happened decides the month, not the period it covers", () => {
    const claims = analyses("2026-05", "2026-10").map((claim) => ({ ...claim, periodCovered: "2026-05" }));
    expect(measure({ ...year, months: 5 }, { claims }).met).toBe(true);
  });
});

describe("what to do next for a duration", () => {
  test("this month's record, before the month ends", () => {
    const progress = measure(year, { claims: analyses("2026-08", "2026-10"), today: "2026-11-20" });
    expect(progress.next).toEqual({ act: "record", remaining: 1, month: "2026-11", by: "2026-11-30" });
  });

  test("this month is done: wait for the next", () => {
    const progress = measure(year, { claims: analyses("2026-08", "2026-11"), today: "2026-11-20" });
    expect(progress.next).toEqual({ act: "waitUntil", day: "2026-12-01" });
  });

  test("this month is done, and the end lies within it: wait for that day", () => {
    const claims = [...analyses("2025-11", "2026-10", "25"), analysis("2026-11-02")];
    expect(measure(year, { claims, today: "2026-11-20" }).next).toEqual({ act: "waitUntil", day: "2026-11-25" });
  });

  test("the end has come: one more record meets it", () => {
    const claims = [...analyses("2025-11", "2026-10", "25"), analysis("2026-11-02")];
    const progress = measure(year, { claims, today: "2026-11-25" });
    expect(progress.next).toEqual({ act: "record", remaining: 1 });
    expect(measure(year, { claims: [...claims, analysis("2026-11-25")], today: "2026-11-25" }).met).toBe(true);
  });

  test("the record that meets it waits: wait with it", () => {
    const claims = [...analyses("2025-10", "2026-09"), analysisWaiting("2026-10-20")];
    const progress = measure(year, { claims, today: "2026-10-25" });
    expect(progress.met).toBe(false);
    expect(progress.next).toEqual({ act: "awaitVerification", waiting: 1 });
  });

  test("a record waits on the very day of the end: wait with it; the day before, there is more to come", () => {
    const claims = [...analyses("2025-10", "2026-09"), analysisWaiting("2026-10-02")];
    const on = (today: string) => measure(year, { claims, today }).next;
    expect(on("2026-10-15")).toEqual({ act: "awaitVerification", waiting: 1 });
    const short = [...analyses("2025-11", "2026-10"), analysisWaiting("2026-10-20")];
    expect(measure(year, { claims: short, today: "2026-11-15" }).next).toMatchObject({
      act: "record",
      month: "2026-11",
    });
  });

  test("a month that waits before the first verified one is no part of the stretch yet", () => {
    const claims = [analysisWaiting("2026-07-15"), ...analyses("2026-08", "2026-10")];
    const [months, perMonth] = measure(year, { claims, today: "2026-11-20" }).parts;
    expect([months?.have, perMonth?.have, perMonth?.need]).toEqual([2, 3, 3]);
  });

  test("a record of this month waits: nothing to log", () => {
    const claims = [...analyses("2026-08", "2026-10"), analysisWaiting("2026-11-10")];
    expect(measure(year, { claims, today: "2026-11-20" }).next).toEqual({ act: "awaitVerification", waiting: 1 });
  });

  test("a month in the middle waits: the stretch goes on, and is not met while it waits", () => {
    const claims = [
      ...analyses("2025-10", "2026-03"),
      analysisWaiting("2026-04-15"),
      ...analyses("2026-05", "2026-10"),
    ];
    const progress = measure(year, { claims, today: "2026-10-31" });
    expect(progress.met).toBe(false);
    expect(progress.parts.map(({ have, need, met }) => ({ have, need, met }))).toEqual([
      { have: 12, need: 12, met: true },
      { have: 12, need: 13, met: false },
    ]);
    expect(progress.next).toEqual({ act: "awaitVerification", waiting: 1 });
  });

  test("what was sent back comes first", () => {
    const claims = [...analyses("2026-08", "2026-10"), sentBack("2026-11-10", { kind: "analysis" })];
    expect(measure(year, { claims }).next).toEqual({ act: "correct", claimId: "2026-11-10" });
  });
});

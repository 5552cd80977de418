import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar";
import { claimableSteps, countedFrom, currencyMonths, currencyOf, currencyRules } from "@/lib/domain/currency";
import type { StepNumber } from "@/lib/domain/proficiency";

const policy = (months: number) => ({ "platform.currency.forensics": months });

describe("the months of a role group", () => {
  test.each([
    ["nothing set", {}, null],
    ["0: not looked at", policy(0), null],
    ["a year", policy(12), 12],
  ])("%s", (_case, values, months) => {
    expect(currencyMonths("forensics", values)).toBe(months);
  });
  test("of another role group, or of basic education: none", () => {
    expect(currencyMonths("liaison-coordination", policy(12))).toBeNull();
    expect(currencyMonths(null, policy(12))).toBeNull();
    expect(currencyRules({ ...policy(12), "platform.currency.soc-monitoring": 0 })).toEqual([
      { roleGroupCode: "forensics", months: 12 },
    ]);
  });
});

describe("counted from", () => {
  test("the later of the latest verified work and the latest completed STEP", () => {
    expect(countedFrom({ lastVerifiedOn: "2026-05-01", completedOn: ["2025-04-01"] })).toBe("2026-05-01");
    expect(countedFrom({ lastVerifiedOn: "2026-05-01", completedOn: ["2026-06-01", "2025-04-01"] })).toBe("2026-06-01");
  });
  test("the recognition alone, where there are no records; nothing where there is neither", () => {
    expect(countedFrom({ lastVerifiedOn: null, completedOn: ["2026-04-01"] })).toBe("2026-04-01");
    expect(countedFrom({ lastVerifiedOn: null, completedOn: [] })).toBeNull();
  });
});

describe("current until", () => {
  const on = (today: string) => currencyOf("2025-11-20", 12, today);
  test.each([
    ["61 days before the end", "2026-09-19", "current", 61],
    ["60 days before", "2026-09-20", "ending", 60],
    ["the last day", "2026-11-19", "ending", 0],
    ["the day it is a year old", "2026-11-20", "out", -1],
  ])("%s", (_case, today, state, daysLeft) => {
    expect(on(today)).toEqual({ from: "2025-11-20", lastDay: "2026-11-19", daysLeft, state });
  });
  test("from the last day of a long month", () => {
    expect(currencyOf("2026-08-31", 6, "2026-09-01").lastDay).toBe("2027-02-28");
  });
  test("newer work never ends earlier", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2020-01-01", days));
    fc.assert(
      fc.property(day, fc.nat({ max: 400 }), fc.integer({ min: 1, max: 60 }), (from, later, months) => {
        const [older, newer] = [from, addDays(from, later)].map(
          (each) => currencyOf(each, months, "2026-11-20").lastDay,
        );
        expect((newer ?? "") >= (older ?? "")).toBe(true);
        expect(currencyOf(from, months, from).state).not.toBe("out");
      }),
    );
  });
});

describe("STEPs that a record may be claimed for", () => {
  const steps = (completed: StepNumber[], months = 0) =>
    claimableSteps("forensics", new Set(completed), policy(months));
  test("those not completed", () => {
    expect(steps([])).toEqual([0, 1, 2, 3]);
    expect(steps([0, 1])).toEqual([2, 3]);
    expect(steps([0, 1], 12)).toEqual([2, 3]);
  });
  test("who is through goes on with STEP3 where fresh work is asked for", () => {
    expect(steps([0, 1, 2, 3])).toEqual([]);
    expect(steps([0, 1, 2, 3], 12)).toEqual([3]);
    expect(steps([1, 2, 3], 12)).toEqual([0, 3]);
  });
});

import { describe, expect, test } from "vitest";
import type { CountInPeriodRule, PeriodWindow } from "@/lib/domain/rule";
import { measure, sentBack, strip, teamOn, verified, waiting } from "@/tests/support/facts";

/** Meetings with outside parties, four a year (4.1.5.4#3, A60). */
const meetings = (period: PeriodWindow): CountInPeriodRule => ({
  kind: "countInPeriod",
  need: 4,
  unit: "times",
  period,
  counts: { kinds: ["meeting"] },
});
const meeting = (day: string) => verified(day, { kind: "meeting" });
const attended = (...days: string[]) => days.map(meeting);

const rolling = meetings("rolling12Months");

describe("four meetings in 12 months in a row", () => {
  test.each([
    ["the eve of the first one's day, a year later", "2026-02-13", true],
    ["that day itself is too late", "2026-02-14", false],
  ])("the fourth on %s", (_case, fourth, met) => {
    const claims = attended("2025-02-14", "2025-05-29", "2025-09-18", fourth);
    expect(measure(rolling, { claims, today: "2026-02-20" }).met).toBe(met);
  });

  test.each([
    ["2025-02-28", true],
    ["2025-03-01", false],
  ])("from a leap day they may go on to the end of February: %s", (fourth, met) => {
    const claims = attended("2024-02-29", "2024-05-29", "2024-09-18", fourth);
    expect(measure(rolling, { claims, today: "2025-03-10" }).met).toBe(met);
  });

  test("the first three years without, and then once: met, and met for good", () => {
    const claims = attended("2022-04-01", "2023-02-14", "2023-03-01", "2023-04-01", "2023-05-02");
    const progress = measure(rolling, { claims, today: "2026-11-20" });
    expect(progress).toMatchObject({ have: 4, met: true, metOn: "2023-05-02" });
    expect(progress.notCounted).toEqual([{ claimId: "2022-04-01", reason: "outsidePeriod" }]);
  });

  test("unmet, what counts is within the 12 months that end today", () => {
    const claims = attended("2025-11-20", "2025-11-21", "2026-05-29", "2026-09-18");
    const progress = measure(rolling, { claims: claims.slice(0, 3), today: "2026-11-20" });
    expect(progress).toMatchObject({ have: 2, met: false, counted: ["2025-11-21", "2026-05-29"] });
    expect(progress.notCounted).toEqual([{ claimId: "2025-11-20", reason: "outsidePeriod" }]);
    expect(measure(rolling, { claims, today: "2026-11-20" }).met).toBe(true);
  });
});

describe("the 12 months that are open today", () => {
  test("Sato Misaki has three; the one of 14 February counts until 13 February", () => {
    const progress = measure(rolling, { claims: attended("2026-02-14", "2026-05-29", "2026-09-18") });
    expect(progress).toMatchObject({ have: 3, need: 4 });
    expect(progress.next).toEqual({ act: "record", remaining: 1, by: "2027-02-13" });
    expect(strip(progress.slots)).toBe("verified verified verified open");
  });

  test("it leaves on the day after", () => {
    const claims = attended("2026-02-14", "2026-05-29", "2026-09-18");
    expect(measure(rolling, { claims, today: "2027-02-13" }).have).toBe(3);
    expect(measure(rolling, { claims, today: "2027-02-14" }).have).toBe(2);
  });

  test("with none there is no day to mind", () => {
    expect(measure(rolling).next).toEqual({ act: "record", remaining: 4 });
  });

  test("the fullest 12 months are shown, the earliest of equals; the day it was met is the first", () => {
    const early = attended("2023-01-10", "2023-02-10", "2023-03-10", "2023-04-10");
    const late = attended("2025-01-10", "2025-02-10", "2025-03-10", "2025-04-10", "2025-05-10");
    const progress = measure(rolling, { claims: [...early, ...late] });
    expect(progress).toMatchObject({ have: 5, metOn: "2023-04-10" });
    expect(progress.counted).toEqual(late.map(({ claimId }) => claimId));
    const equal = measure(rolling, { claims: [...early, ...late.slice(0, 4)] });
    expect(equal.counted).toEqual(early.map(({ claimId }) => claimId));
  });

  test("the window slides: no calendar boundary is needed", () => {
    const claims = attended("2025-12-30", "2026-03-30", "2026-04-02", "2026-12-29");
    expect(measure(rolling, { claims, today: "2026-12-31" }).met).toBe(true);
  });

  test("a day that has not come is not looked at", () => {
    const claims = attended("2026-02-14", "2026-05-29", "2026-09-18", "2026-11-21");
    const progress = measure(rolling, { claims, today: "2026-11-20" });
    expect(progress.met).toBe(false);
    expect(progress.notCounted).toEqual([{ claimId: "2026-11-21", reason: "outsidePeriod" }]);
    expect(measure(rolling, { claims, today: "2026-11-21" }).met).toBe(true);
  });

  test("what waits or was sent back in the window has its place, what lies outside does not", () => {
    const claims = [
      meeting("2026-02-14"),
      waiting("2026-05-29", { kind: "meeting" }),
      sentBack("2026-06-01", { kind: "meeting" }),
      waiting("2024-05-29", { kind: "meeting" }),
      sentBack("2024-06-01", { kind: "meeting" }),
    ];
    const progress = measure(rolling, { claims });
    expect(strip(progress.slots)).toBe("verified waiting sentBack open");
    expect(progress.next).toEqual({ act: "correct", claimId: "2026-06-01" });
    expect(progress.waiting).toEqual(["2024-05-29", "2026-05-29"]);
  });

  test("enough if those that wait are verified", () => {
    const claims = [...attended("2026-02-14", "2026-05-29", "2026-09-18"), waiting("2026-11-01", { kind: "meeting" })];
    const progress = measure(rolling, { claims });
    expect(progress.met).toBe(false);
    expect(progress.next).toEqual({ act: "awaitVerification", waiting: 1 });
  });
});

describe("four meetings in a calendar year", () => {
  const rule = meetings("calendarYear");

  test.each([
    ["both its ends belong to it", ["2025-01-01", "2025-05-29", "2025-09-18", "2025-12-31"], true],
    ["the eve of it does not", ["2024-12-31", "2025-05-29", "2025-09-18", "2025-12-31"], false],
    ["the day after it does not", ["2025-01-01", "2025-05-29", "2025-09-18", "2026-01-01"], false],
  ])("%s", (_case, days, met) => {
    expect(measure(rule, { claims: attended(...days), today: "2026-01-15" }).met).toBe(met);
  });

  test("unmet, what counts is this year's, and the year's end is the day to mind", () => {
    const progress = measure(rule, { claims: attended("2025-12-31", "2026-01-01", "2026-05-29") });
    expect(progress).toMatchObject({ have: 2, counted: ["2026-01-01", "2026-05-29"] });
    expect(progress.next).toEqual({ act: "record", remaining: 2, by: "2026-12-31" });
  });

  test("a fiscal year of the team does not matter", () => {
    const claims = attended("2025-01-01", "2025-05-29", "2025-09-18", "2025-12-31");
    expect(measure(rule, { claims, calendar: teamOn("2026-01-15", 10) }).met).toBe(true);
  });
});

describe("four meetings in a fiscal year", () => {
  const rule = meetings("fiscalYear");
  const days = ["2025-04-01", "2025-09-18", "2026-02-14", "2026-03-31"];

  test.each([
    ["from April, both its ends belong to it", days, 4, true],
    ["from April, the day it turns does not", [...days.slice(0, 3), "2026-04-01"], 4, false],
    ["from April, the eve of it does not", ["2025-03-31", ...days.slice(1)], 4, false],
    ["from January the same days lie in two years", days, 1, false],
    ["from July the same days lie in two years", days, 7, false],
  ])("%s", (_case, when, startMonth, met) => {
    const progress = measure(rule, { claims: attended(...when), calendar: teamOn("2026-05-10", startMonth) });
    expect(progress.met).toBe(met);
  });

  test("the day to mind is the fiscal year's end, also with none", () => {
    expect(measure(rule, { today: "2026-11-20" }).next).toEqual({ act: "record", remaining: 4, by: "2027-03-31" });
    const american = measure(rule, { calendar: teamOn("2026-11-20", 10) });
    expect(american.next).toEqual({ act: "record", remaining: 4, by: "2027-09-30" });
  });
});

describe("the period", () => {
  test("is the organisation's choice where the source is silent", () => {
    const rule: CountInPeriodRule = { ...meetings("calendarYear"), period: { param: "g1.s1.externalMeetings.window" } };
    const claims = attended("2025-10-01", "2025-11-01", "2026-02-01", "2026-03-01");
    const under = (window: PeriodWindow) =>
      measure(rule, { claims, policy: { "g1.s1.externalMeetings.window": window } });
    expect(under("rolling12Months").met).toBe(true);
    expect(under("fiscalYear").met).toBe(true);
    expect(under("calendarYear").met).toBe(false);
  });

  test("an incident counts once within it: an older record of it takes nothing away", () => {
    const rule: CountInPeriodRule = { ...meetings("rolling12Months"), need: 2, counts: { distinctIncidents: true } };
    const about = (day: string, incidentRef: string) => verified(day, { incidentRef });
    const recent = [about("2026-05-01", "INC-1"), about("2026-06-01", "INC-2")];
    expect(measure(rule, { claims: recent }).met).toBe(true);
    const progress = measure(rule, { claims: [about("2024-01-10", "INC-1"), ...recent] });
    expect(progress).toMatchObject({ met: true, counted: ["2026-05-01", "2026-06-01"] });
    const twice = measure(rule, { claims: [about("2026-05-01", "INC-1"), about("2026-06-01", "INC-1")] });
    expect(twice.notCounted).toEqual([{ claimId: "2026-06-01", reason: "sameIncident" }]);
    expect(twice.met).toBe(false);
  });
});

describe("a period since the enrolment", () => {
  const days = ["2024-01-10", "2024-02-10", "2024-03-10", "2024-04-10"];
  test.each<[string, PeriodWindow, string, boolean]>([
    ["rolling, enrolled on the last day of the twelve months", "rolling12Months", "2025-01-09", true],
    ["rolling, enrolled on the day after them", "rolling12Months", "2025-01-10", false],
    ["the calendar year, enrolled on its last day", "calendarYear", "2024-12-31", true],
    ["the calendar year, enrolled on New Year's day", "calendarYear", "2025-01-01", false],
    ["enrolled before the first of them", "calendarYear", "2023-12-31", true],
  ])("%s", (_case, period, enrolledOn, met) => {
    const progress = measure(meetings(period), { claims: attended(...days), enrolledOn });
    expect(progress.met).toBe(met);
    if (!met) expect(progress.notCounted).toEqual(days.map((claimId) => ({ claimId, reason: "outsidePeriod" })));
  });

  test.each([
    ["its last day", "2025-03-31", true],
    ["the first day of the next", "2025-04-01", false],
  ])("the fiscal year, enrolled on %s", (_case, enrolledOn, met) => {
    const claims = attended("2024-04-01", "2024-05-10", "2024-06-10", "2025-01-10");
    expect(measure(meetings("fiscalYear"), { claims, enrolledOn }).met).toBe(met);
  });

  test("what was done before counts in a period that reaches the enrolment", () => {
    const claims = attended("2026-02-14", "2026-05-29", "2026-09-18", "2026-11-19");
    expect(measure(rolling, { claims, enrolledOn: "2026-11-01" })).toMatchObject({ have: 4, met: true });
  });
});

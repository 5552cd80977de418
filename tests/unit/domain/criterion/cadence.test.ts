import { describe, expect, test } from "vitest";
import { addMonths, monthsFrom } from "@/lib/domain/calendar";
import type { CadenceRule } from "@/lib/domain/rule";
import { measure, sentBack, strip, verified, waiting } from "@/tests/support/facts";

/** A monthly report for one year (4.1.5.4#1). */
const yearly: CadenceRule = { kind: "cadence", months: 12, perMonth: 1, counts: { kinds: ["report"] } };
const monthly = (months: number, perMonth = 1): CadenceRule => ({ ...yearly, months, perMonth });

/** A report in each month from the first to the last, on the 25th. */
const reports = (from: string, to: string) => monthsFrom(from, to).map((month) => verified(`${month}-25`));
/** A report for a month, written on another day. */
const reportFor = (periodCovered: string, happenedOn: string) =>
  verified(happenedOn, { periodCovered, claimId: `for ${periodCovered}` });

describe("a monthly report for one year", () => {
  test.each([
    ["eleven months in a row", "2025-04", "2026-02", 11, false],
    ["twelve months in a row", "2025-04", "2026-03", 12, true],
    ["thirteen months in a row", "2025-04", "2026-04", 13, true],
    ["across a leap February", "2023-09", "2024-08", 12, true],
  ])("%s", (_case, from, to, have, met) => {
    const progress = measure(yearly, { claims: reports(from, to), today: addMonths(`${to}-26`, 0) });
    expect(progress).toMatchObject({ kind: "cadence", have, need: 12, unit: "months", met });
  });

  test("a month missing in the middle breaks it: six and six are not twelve", () => {
    const claims = [...reports("2025-01", "2025-06"), ...reports("2025-08", "2026-01")];
    expect(measure(yearly, { claims, today: "2026-01-31" })).toMatchObject({ have: 6, met: false });
  });

  test("met once, it stays met, whatever is missed later", () => {
    const progress = measure(yearly, { claims: reports("2024-01", "2024-12"), today: "2026-11-20" });
    expect(progress).toMatchObject({ have: 12, met: true, metOn: "2024-12-25" });
    expect(progress.next).toEqual({ act: "none" });
    expect(strip(progress.slots)).toBe(Array(12).fill("verified").join(" "));
  });

  test("the longest run is shown, the earliest of equals", () => {
    const [first, second] = [reports("2023-01", "2023-03"), reports("2024-01", "2024-04")];
    const progress = measure(monthly(3), { claims: [...first, ...second] });
    expect(progress).toMatchObject({ have: 4, met: true, metOn: "2023-03-25" });
    expect(progress.notCounted).toEqual(first.map(({ claimId }) => ({ claimId, reason: "beforeBreak" })));
    const equal = measure(monthly(3), { claims: [...first, ...second.slice(0, 3)] });
    expect(equal.counted).toEqual(first.map(({ claimId }) => claimId));
    expect(equal.notCounted.map(({ reason }) => reason)).toEqual(Array(3).fill("outsidePeriod"));
  });
});

describe("Sato Misaki on 20 November 2026: broken in March, counting again from April", () => {
  const claims = [...reports("2026-01", "2026-02"), ...reports("2026-04", "2026-10")];
  const progress = measure(yearly, { claims, today: "2026-11-20" });

  test("seven of twelve; what stood before the break is kept, and does not count", () => {
    expect(progress).toMatchObject({ have: 7, need: 12, met: false });
    expect(progress.counted).toHaveLength(7);
    expect(progress.notCounted).toEqual([
      { claimId: "2026-01-25", reason: "beforeBreak" },
      { claimId: "2026-02-25", reason: "beforeBreak" },
    ]);
  });

  test("the strip runs from January to March 2027, when it can be met at the soonest", () => {
    expect(strip(progress.slots)).toBe(
      "before before gap verified verified verified verified verified verified verified now open open open open",
    );
    expect(progress.slots.map(({ month }) => month)).toEqual(monthsFrom("2026-01", "2027-03"));
    expect(progress.slots[3]).toEqual({ state: "verified", month: "2026-04", claimId: "2026-04-25" });
  });

  test("November's report is next, by the end of November, or the seven months break", () => {
    expect(progress.next).toEqual({ act: "record", remaining: 1, month: "2026-11", by: "2026-11-30" });
  });

  test("on 1 December without it, the run is broken; the late report would mend it", () => {
    const late = measure(yearly, { claims, today: "2026-12-01" });
    expect(late).toMatchObject({ have: 0, met: false });
    expect(late.next).toEqual({ act: "record", remaining: 1, month: "2026-11" });
    const mended = measure(yearly, { claims: [...claims, reportFor("2026-11", "2026-12-01")], today: "2026-12-01" });
    expect(mended.have).toBe(8);
  });

  test("on 1 January 2027 the month to log is January: the run is over", () => {
    const over = measure(yearly, { claims, today: "2027-01-10" });
    expect(over.have).toBe(0);
    expect(over.next).toEqual({ act: "record", remaining: 1, month: "2027-01", by: "2027-01-31" });
    const before = Array(7).fill("before").join(" ");
    const open = Array(11).fill("open").join(" ");
    expect(strip(over.slots)).toBe(`before before gap ${before} gap gap now ${open}`);
  });

  test("with November's report there is nothing to do before December", () => {
    const done = measure(yearly, { claims: [...claims, verified("2026-11-19")], today: "2026-11-20" });
    expect(done.have).toBe(8);
    expect(done.next).toEqual({ act: "waitUntil", day: "2026-12-01" });
  });
});

describe("the month a report is for", () => {
  test("a report for September written in October is September's", () => {
    const claims = [reportFor("2026-09", "2026-10-03"), verified("2026-10-25")];
    const progress = measure(monthly(2), { claims, today: "2026-10-31" });
    expect(progress).toMatchObject({ have: 2, met: true, counted: ["for 2026-09", "2026-10-25"] });
  });

  test("without a period it is the month it was made in, from the first to the last day", () => {
    const claims = [verified("2026-09-01"), verified("2026-10-31")];
    expect(measure(monthly(2), { claims, today: "2026-10-31" }).met).toBe(true);
  });

  test("a second report for one month does not fill another", () => {
    const claims = [reportFor("2026-09", "2026-10-03"), verified("2026-09-30", { claimId: "also September" })];
    const progress = measure(monthly(2), { claims, today: "2026-10-31" });
    expect(progress.counted).toEqual(["also September"]);
    expect(progress.notCounted).toEqual([{ claimId: "for 2026-09", reason: "sameMonth" }]);
  });

  test("a month that has not come does not count yet", () => {
    const claims = [reportFor("2026-12", "2026-11-20"), verified("2026-11-19")];
    const progress = measure(monthly(2), { claims, today: "2026-11-20" });
    expect(progress).toMatchObject({ have: 1, met: false });
    expect(progress.notCounted).toEqual([{ claimId: "for 2026-12", reason: "outsidePeriod" }]);
    expect(measure(monthly(2), { claims, today: "2026-12-01" }).met).toBe(true);
  });

  test("it was met on the day the last of its reports was made, not when its month began", () => {
    const claims = [reportFor("2026-08", "2026-11-02"), verified("2026-09-30")];
    expect(measure(monthly(2), { claims, today: "2026-11-20" }).metOn).toBe("2026-11-02");
  });

  test("the earliest day on which any run was complete is the day it was met", () => {
    const late = [reportFor("2026-01", "2026-09-01"), reportFor("2026-02", "2026-09-02")];
    const early = [verified("2026-03-25"), verified("2026-04-25")];
    expect(measure(monthly(2), { claims: [...late, ...early] }).metOn).toBe("2026-04-25");
  });
});

describe("more than one a month", () => {
  const twice = monthly(2, 2);

  test("a month with one of two is short", () => {
    const claims = [verified("2026-09-10"), verified("2026-10-10"), verified("2026-10-20")];
    const progress = measure(twice, { claims, today: "2026-10-31" });
    expect(progress).toMatchObject({ have: 1, met: false });
    expect(strip(progress.slots)).toBe("gap verified open");
    expect(progress.notCounted).toEqual([{ claimId: "2026-09-10", reason: "beforeBreak" }]);
  });

  test("two in each of two months meet it; a third adds nothing", () => {
    const days = ["2026-09-10", "2026-09-20", "2026-09-25", "2026-10-10", "2026-10-20"];
    const progress = measure(twice, { claims: days.map((day) => verified(day)), today: "2026-10-31" });
    expect(progress).toMatchObject({ have: 2, met: true, metOn: "2026-10-20" });
    expect(progress.notCounted).toEqual([{ claimId: "2026-09-25", reason: "sameMonth" }]);
  });

  test("this month with one of two is still open, and what is there counts towards it", () => {
    const days = ["2026-10-10", "2026-10-20", "2026-11-05"];
    const progress = measure(twice, { claims: days.map((day) => verified(day)) });
    expect(progress).toMatchObject({ have: 1, counted: days });
    expect(progress.next).toEqual({ act: "record", remaining: 1, month: "2026-11", by: "2026-11-30" });
    expect(progress.slots.at(-1)).toEqual({ state: "now", month: "2026-11", claimId: "2026-11-05" });
  });

  test("waiting ones are not to be logged again", () => {
    const claims = [verified("2026-10-10"), verified("2026-10-20"), waiting("2026-11-05")];
    expect(measure(monthly(2, 3), { claims }).next).toEqual({
      act: "record",
      remaining: 2,
      month: "2026-11",
      by: "2026-11-30",
    });
  });

  test("0 a month is read as 1", () => {
    expect(measure(monthly(1, 0)).met).toBe(false);
  });
});

describe("months that wait for verification", () => {
  test("one in the middle breaks nothing and counts nothing", () => {
    const claims = [...reports("2026-04", "2026-07"), waiting("2026-08-25"), ...reports("2026-09", "2026-10")];
    const progress = measure(yearly, { claims });
    expect(progress).toMatchObject({ have: 6, met: false, waiting: ["2026-08-25"], notCounted: [] });
    expect(strip(progress.slots).split(" ").slice(3, 8)).toEqual([
      "verified",
      "waiting",
      "verified",
      "verified",
      "now",
    ]);
  });

  test("while it waits, twelve verified months around it do not read as met", () => {
    const claims = [...reports("2025-04", "2025-09"), waiting("2025-10-25"), ...reports("2025-11", "2026-10")];
    const twelve = measure(yearly, { claims, today: "2026-10-31" });
    expect(twelve.met).toBe(true);
    const split = [...reports("2025-10", "2026-03"), waiting("2026-04-25"), ...reports("2026-05", "2026-10")];
    const progress = measure(yearly, { claims: split, today: "2026-10-31" });
    expect(progress).toMatchObject({ have: 11, need: 12, met: false });
    expect(progress.next).toEqual({ act: "awaitVerification", waiting: 1 });
  });

  test("enough if verified, and this month still open: wait, it needs no further report", () => {
    const claims = [verified("2026-09-25"), waiting("2026-10-25")];
    expect(measure(monthly(2), { claims }).next).toEqual({ act: "awaitVerification", waiting: 1 });
    expect(measure(monthly(3), { claims }).next).toMatchObject({ act: "record", month: "2026-11" });
  });

  test("this month waiting: wait, rather than log it twice", () => {
    const progress = measure(yearly, { claims: [...reports("2026-08", "2026-10"), waiting("2026-11-10")] });
    expect(progress.have).toBe(3);
    expect(progress.next).toEqual({ act: "awaitVerification", waiting: 1 });
    expect(progress.slots[3]).toEqual({ state: "waiting", month: "2026-11", claimId: "2026-11-10" });
  });

  test("a report sent back holds no month, and is the next to be done", () => {
    const claims = [...reports("2026-04", "2026-08"), sentBack("2026-09-25"), ...reports("2026-10", "2026-10")];
    const progress = measure(yearly, { claims });
    expect(progress).toMatchObject({ have: 1, met: false });
    expect(progress.slots[5]).toEqual({ state: "sentBack", month: "2026-09", claimId: "2026-09-25" });
    expect(progress.next).toEqual({ act: "correct", claimId: "2026-09-25" });
  });

  test("enough if verified, and something sent back: that still comes first", () => {
    const claims = [sentBack("2026-08-25"), verified("2026-10-25"), waiting("2026-11-10")];
    expect(measure(monthly(2), { claims }).next).toEqual({ act: "correct", claimId: "2026-08-25" });
  });

  test("a waiting meeting fills no month of reports", () => {
    const claims = [...reports("2026-08", "2026-09"), waiting("2026-10-25", { kind: "meeting" })];
    const progress = measure(yearly, { claims });
    expect(progress.have).toBe(0);
    expect(progress.waiting).toEqual(["2026-10-25"]);
  });
});

describe("the strip of a cadence", () => {
  test("with nothing logged it starts this month", () => {
    const progress = measure(yearly, { today: "2026-11-20" });
    expect(progress).toMatchObject({ have: 0, met: false });
    expect(progress.slots.map(({ month }) => month)).toEqual(monthsFrom("2026-11", "2027-10"));
    expect(strip(progress.slots).startsWith("now open open")).toBe(true);
    expect(progress.next).toEqual({ act: "record", remaining: 1, month: "2026-11", by: "2026-11-30" });
  });

  test("it shows 24 months at most, and leaves the oldest out", () => {
    const claims = [...reports("2023-01", "2023-05"), ...reports("2026-05", "2026-10")];
    const progress = measure(yearly, { claims });
    expect(progress.slots).toHaveLength(24);
    expect(progress.slots.at(0)).toMatchObject({ month: "2025-05", state: "gap" });
    expect(progress.slots.at(-1)).toMatchObject({ month: "2027-04", state: "open" });
  });

  test("a run of more than 24 months is said by a bar", () => {
    expect(measure(monthly(25)).slots).toEqual([]);
    expect(measure(monthly(24)).slots).toHaveLength(24);
  });

  test("a run that is met shows 24 months at most", () => {
    expect(measure(yearly, { claims: reports("2023-01", "2025-06") }).slots).toHaveLength(24);
  });

  test("an incident reported in two months counts in each of them, and once in each", () => {
    const rule: CadenceRule = { ...monthly(2), counts: { distinctIncidents: true } };
    const about = (day: string) => verified(day, { incidentRef: "INC-12" });
    const progress = measure(rule, { claims: [about("2026-09-10"), about("2026-09-20"), about("2026-10-10")] });
    expect(progress).toMatchObject({ met: true, counted: ["2026-09-10", "2026-10-10"] });
    expect(progress.notCounted).toEqual([{ claimId: "2026-09-20", reason: "sameIncident" }]);
  });
});

describe("a run since the enrolment", () => {
  test.each([
    ["in the last month of the run", "2025-03-31", true],
    ["in the month after it", "2025-04-01", false],
    ["before it began", "2024-03-31", true],
  ])("enrolled %s", (_case, enrolledOn, met) => {
    const claims = reports("2024-04", "2025-03");
    const progress = measure(yearly, { claims, enrolledOn });
    expect(progress.met).toBe(met);
    if (!met) expect(progress.notCounted[0]).toEqual({ claimId: "2024-04-25", reason: "outsidePeriod" });
  });

  test("eleven months before it and the month of the enrolment are one", () => {
    const claims = reports("2025-01", "2026-10");
    const enrolled = { enrolledOn: "2026-11-04", today: "2026-11-20" };
    const eleven = measure(yearly, { claims, ...enrolled });
    expect(eleven).toMatchObject({ have: 11, need: 12, met: false });
    expect(eleven.counted[0]).toBe("2025-12-25");
    expect(eleven.next).toEqual({ act: "record", remaining: 1, month: "2026-11", by: "2026-11-30" });
    expect(strip(eleven.slots)).toBe(`${"verified ".repeat(11)}now`);
    expect(measure(yearly, { claims: [...claims, verified("2026-11-05")], ...enrolled })).toMatchObject({
      have: 12,
      met: true,
      metOn: "2026-11-05",
    });
  });

  test("what was sent back in a month that no run can reach is not asked for again", () => {
    const progress = measure(monthly(2), { claims: [sentBack("2026-08-25")], enrolledOn: "2026-11-01" });
    expect(progress.next).toMatchObject({ act: "record", month: "2026-11" });
    expect(progress.slots).toHaveLength(2);
  });
});

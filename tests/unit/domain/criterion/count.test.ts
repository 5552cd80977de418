import { describe, expect, test } from "vitest";
import type { CountCondition, CountRule } from "@/lib/domain/rule";
import { measure, sentBack, strip, verified, waiting, withdrawn } from "@/tests/support/facts";

const times = (need: number, counts: CountCondition = {}): CountRule => ({
  kind: "count",
  need,
  unit: "times",
  counts,
});
const parts = (...codes: string[]) => codes.map((code) => ({ code }));

describe("three incident reports (4.1.5.4#2)", () => {
  const three = times(3);

  test.each([
    ["none", [], 0, false],
    ["one short", ["2026-06-11", "2026-09-24"], 2, false],
    ["exactly three", ["2026-06-11", "2026-09-24", "2026-10-02"], 3, true],
    ["one more", ["2026-06-11", "2026-09-24", "2026-10-02", "2026-11-01"], 4, true],
  ])("%s", (_case, days, have, met) => {
    const progress = measure(three, { claims: days.map((day) => verified(day)) });
    expect(progress).toMatchObject({ kind: "count", have, need: 3, unit: "times", direction: "atLeast", met });
    expect(progress.counted).toEqual(days);
  });

  test("Sato Misaki has two, waits for one, and had one sent back: two of three", () => {
    const claims = [verified("2026-06-11"), waiting("2026-10-02"), verified("2026-09-24"), sentBack("2026-11-12")];
    const progress = measure(three, { claims });
    expect(progress).toMatchObject({ have: 2, met: false, waiting: ["2026-10-02"] });
    expect(progress.notCounted).toEqual([{ claimId: "2026-11-12", reason: "sentBack" }]);
    expect(strip(progress.slots)).toBe("verified verified waiting sentBack");
  });

  test("it was met on the day of the third, by the order in which they happened", () => {
    const claims = ["2026-10-02", "2026-06-11", "2026-11-01", "2026-09-24"].map((day) => verified(day));
    expect(measure(three, { claims }).metOn).toBe("2026-10-02");
    expect(measure(three, { claims: claims.slice(0, 2) })).not.toHaveProperty("metOn");
  });

  test("the number is the organisation's where the source leaves it to them", () => {
    const rule: CountRule = { ...three, need: { param: "g1.s1.incidentReports.n" } };
    const claims = [verified("2026-06-11"), verified("2026-09-24")];
    const under = (value: number) => measure(rule, { claims, policy: { "g1.s1.incidentReports.n": value } });
    expect(under(2)).toMatchObject({ need: 2, met: true });
    expect(under(3)).toMatchObject({ need: 3, met: false });
  });

  test("a number of 0 does not make nothing enough", () => {
    expect(measure(times(0)).met).toBe(false);
  });
});

describe("the strip of a count", () => {
  test("verified, waiting, what can be repaired, then places still open, with days and claims", () => {
    const claims = [waiting("2026-05-01"), sentBack("2026-04-01"), verified("2026-06-01")];
    expect(measure(times(5), { claims }).slots).toEqual([
      { state: "verified", day: "2026-06-01", claimId: "2026-06-01" },
      { state: "waiting", day: "2026-05-01", claimId: "2026-05-01" },
      { state: "sentBack", day: "2026-04-01", claimId: "2026-04-01" },
      { state: "open" },
      { state: "open" },
    ]);
  });

  test("a claim that was taken back has no place", () => {
    expect(strip(measure(times(2), { claims: [withdrawn("2026-06-01")] }).slots)).toBe("open open");
  });

  test("a waiting claim that would not count even so has no place", () => {
    const rule = times(2, { kinds: ["meeting"] });
    const progress = measure(rule, { claims: [waiting("2026-06-01")] });
    expect(strip(progress.slots)).toBe("open open");
    expect(progress.waiting).toEqual(["2026-06-01"]);
  });

  test("once it is met, only what counted is shown", () => {
    const claims = [verified("2026-06-01"), verified("2026-07-01"), waiting("2026-08-01"), sentBack("2026-09-01")];
    expect(strip(measure(times(1), { claims }).slots)).toBe("verified verified");
  });

  test("up to 24 places are drawn; beyond that a bar says it", () => {
    expect(measure(times(24)).slots).toHaveLength(24);
    expect(measure(times(25)).slots).toEqual([]);
  });

  test("occasions with parts say which were shown and which were not", () => {
    const rule = times(3, { parts: parts("diagram", "review", "tasks") });
    const complete = verified("2026-09-17", { shows: { parts: ["tasks", "diagram", "review"] } });
    const unreviewed = verified("2026-11-05", { shows: { parts: ["diagram", "tasks"] } });
    const asked = waiting("2026-11-10", { shows: { parts: ["diagram", "review", "tasks"] } });
    expect(measure(rule, { claims: [complete, unreviewed, asked] }).slots).toEqual([
      {
        state: "verified",
        day: "2026-09-17",
        claimId: "2026-09-17",
        shown: ["diagram", "review", "tasks"],
        missing: [],
      },
      {
        state: "waiting",
        day: "2026-11-10",
        claimId: "2026-11-10",
        shown: ["diagram", "review", "tasks"],
        missing: [],
      },
      { state: "gap", day: "2026-11-05", claimId: "2026-11-05", shown: ["diagram", "tasks"], missing: ["review"] },
    ]);
  });
});

describe("what to do next for a count", () => {
  test.each([
    ["nothing logged: log three", [], { act: "record", remaining: 3 }],
    ["one verified: log two", [verified("2026-06-01")], { act: "record", remaining: 2 }],
    [
      "one verified, one waiting: log one",
      [verified("2026-06-01"), waiting("2026-07-01")],
      { act: "record", remaining: 1 },
    ],
    [
      "enough, if those that wait are verified: wait",
      [verified("2026-06-01"), waiting("2026-07-01"), waiting("2026-08-01")],
      { act: "awaitVerification", waiting: 2 },
    ],
    [
      "what was sent back comes first, the earliest of it",
      [waiting("2026-07-01"), sentBack("2026-09-01"), sentBack("2026-08-01")],
      { act: "correct", claimId: "2026-08-01" },
    ],
    [
      "met: nothing, even with something sent back",
      [verified("2026-06-01"), verified("2026-07-01"), verified("2026-08-01"), sentBack("2026-09-01")],
      { act: "none" },
    ],
  ])("%s", (_case, claims, next) => {
    expect(measure(times(3), { claims }).next).toEqual(next);
  });

  test("an occasion that lacks a part is completed before a new one is looked for, the latest first", () => {
    const rule = times(3, { parts: parts("diagram", "review") });
    const unreviewed = (day: string) => verified(day, { shows: { parts: ["diagram"] } });
    const progress = measure(rule, { claims: [unreviewed("2026-11-05"), unreviewed("2026-10-05")] });
    expect(progress.next).toEqual({ act: "correct", claimId: "2026-11-05", missing: ["review"] });
  });

  test("an occasion that shows none of the parts is not half an occasion", () => {
    const rule = times(3, { parts: parts("diagram", "review") });
    const progress = measure(rule, { claims: [verified("2026-11-05")] });
    expect(progress.next).toEqual({ act: "record", remaining: 3 });
    expect(strip(progress.slots)).toBe("open open open");
  });
});

describe("alert and vulnerability responses, three of each (A61)", () => {
  const perPart = times(3, {
    parts: parts("alert", "vulnerability"),
    partsMode: { param: "g2.s2.alertVuln.countEach" },
  });
  const policy = { "g2.s2.alertVuln.countEach": "perPart" };
  const alert = (day: string) => verified(day, { shows: { parts: ["alert"] } });
  const vulnerability = (day: string) => verified(day, { shows: { parts: ["vulnerability"] } });

  test("each part is counted by itself, and the headline counts no surplus", () => {
    const claims = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04"]
      .map(alert)
      .concat(vulnerability("2026-06-01"));
    const progress = measure(perPart, { claims, policy });
    expect(progress).toMatchObject({ have: 4, need: 6, unit: "times", combine: "all", met: false });
    expect(progress.parts.map(({ label, have, need, met }) => ({ label, have, need, met }))).toEqual([
      { label: "alert", have: 4, need: 3, met: true },
      { label: "vulnerability", have: 1, need: 3, met: false },
    ]);
    expect(progress.next).toEqual({ act: "record", remaining: 2 });
  });

  test("three of each meet it, on the day of the last", () => {
    const alerts = ["2026-05-01", "2026-05-02", "2026-05-03"].map(alert);
    const responses = ["2026-06-01", "2026-06-02", "2026-06-03"].map(vulnerability);
    expect(measure(perPart, { claims: [...alerts, ...responses], policy })).toMatchObject({
      met: true,
      metOn: "2026-06-03",
    });
    expect(measure(perPart, { claims: [...alerts, ...responses.slice(1)], policy }).met).toBe(false);
  });

  test("one record that shows both counts for both, and is listed once", () => {
    const both = verified("2026-05-01", { shows: { parts: ["alert", "vulnerability"] } });
    const progress = measure(perPart, { claims: [both], policy });
    expect(progress.have).toBe(2);
    expect(progress.counted).toEqual(["2026-05-01"]);
  });

  test("a record that counts for one part is not listed as failing the other", () => {
    const progress = measure(perPart, { claims: [alert("2026-05-01"), verified("2026-05-02")], policy });
    expect(progress.counted).toEqual(["2026-05-01"]);
    expect(progress.notCounted).toEqual([{ claimId: "2026-05-02", reason: "partsMissing", missing: ["alert"] }]);
  });

  test("an incident counts once for each part, by whichever record shows it", () => {
    const distinct: CountRule = { ...perPart, counts: { ...perPart.counts, distinctIncidents: true } };
    const seen = (day: string, ...shownParts: string[]) =>
      verified(day, { incidentRef: "INC-12", shows: { parts: shownParts } });
    const claims = [seen("2026-05-01", "alert"), seen("2026-05-02", "vulnerability"), seen("2026-05-03", "alert")];
    const progress = measure(distinct, { claims, policy });
    expect(progress.parts.map(({ have }) => have)).toEqual([1, 1]);
  });

  test("where no parts are named there is nothing to count apart", () => {
    const plain = times(1, { partsMode: "perPart" });
    expect(measure(plain, { claims: [verified("2026-05-01")] })).toMatchObject({ met: true, parts: [] });
  });

  test("in total, any of them counts, without a place for what is missing", () => {
    const claims = [alert("2026-05-01"), vulnerability("2026-05-02"), alert("2026-05-03")];
    const progress = measure(perPart, { claims, policy: { "g2.s2.alertVuln.countEach": "inTotal" } });
    expect(progress).toMatchObject({ have: 3, need: 3, met: true, parts: [] });
    expect(progress.slots[0]).toEqual({ state: "verified", day: "2026-05-01", claimId: "2026-05-01" });
  });
});

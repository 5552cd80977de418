import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, monthOf, shiftMonth } from "@/lib/domain/calendar";
import type { ClaimFact, ConfirmedFacts } from "@/lib/domain/facts";
import type { Progress } from "@/lib/domain/progress";
import { type CriterionRule, type RECORD_KINDS, SUPERVISIONS } from "@/lib/domain/rule";
import { CODE, measure, shown, verified } from "@/tests/support/facts";

/** What holds for any facts, in any order, under any rule. */

const TODAY = "2026-11-20";
const parts = [{ code: "diagram" }, { code: "review" }];
const KINDS = ["report", "meeting", "incident", "exercise"] as const satisfies readonly (typeof RECORD_KINDS)[number][];

/** Few values each, so that ties, repeats and bounds are met often. */
const seen: fc.Arbitrary<ConfirmedFacts> = fc.record({
  supervision: fc.constantFrom(null, ...SUPERVISIONS),
  mentorPresent: fc.boolean(),
  parts: fc.subarray(["diagram", "review"]),
  judged: fc.constantFrom(null, 0, 5, 10),
  right: fc.constantFrom(null, 0, 5, 9, 10),
});
const day = fc.integer({ min: -900, max: 20 }).map((days) => addDays(TODAY, days));
const month = fc.integer({ min: -20, max: 1 }).map((months) => shiftMonth(monthOf(TODAY), months));

const aClaim: fc.Arbitrary<ClaimFact> = fc.record({
  claimId: fc.uuid(),
  recordId: fc.uuid(),
  criterionCode: fc.constantFrom(CODE, CODE, CODE, `${CODE}.other`),
  title: fc.constant("Weekly report"),
  kind: fc.constantFrom(...KINDS),
  happenedOn: day,
  periodCovered: fc.option(month),
  incidentRef: fc.constantFrom(null, "INC-1", "inc-1 ", "INC-2", ""),
  subCase: fc.constantFrom(null, "case-1.a", "case-1.b", "case-2.a", "case-9"),
  technique: fc.constantFrom(null, "machine", "network", "memory"),
  readingItem: fc.constantFrom(null, "primer", "textbook", "novel"),
  evidenceCount: fc.constantFrom(0, 1, 2),
  claimed: seen,
  standing: fc.constantFrom("verified", "verified", "verified", "waiting", "sentBack", "withdrawn"),
  confirmed: fc.option(seen, { freq: 20 }),
});
const claims = fc.uniqueArray(aClaim, { maxLength: 20, selector: ({ claimId }) => claimId });

const count = (counts: object): CriterionRule => ({ kind: "count", need: 3, unit: "times", counts });
const inPeriod = (period: "rolling12Months" | "calendarYear" | "fiscalYear", counts: object = {}): CriterionRule => ({
  kind: "countInPeriod",
  need: 3,
  unit: "times",
  period,
  counts,
});

/** Rules that a further verified claim never undoes. */
const monotone: readonly (readonly [string, CriterionRule])[] = [
  ["a plain count", count({})],
  ["a count with a least supervision", count({ minSupervision: 3, mentorPresent: true })],
  ["a count of distinct incidents", count({ distinctIncidents: true })],
  ["a count with parts each time", count({ parts })],
  ["a count of each part", count({ parts, partsMode: "perPart" })],
  ["a count in 12 months", inPeriod("rolling12Months")],
  ["a count in 12 months, of distinct incidents", inPeriod("rolling12Months", { distinctIncidents: true })],
  ["a count in a calendar year", inPeriod("calendarYear")],
  ["a count in a fiscal year", inPeriod("fiscalYear")],
  ["a cadence", { kind: "cadence", months: 3, perMonth: 1, counts: {} }],
  ["a cadence of two a month", { kind: "cadence", months: 2, perMonth: 2, counts: {} }],
  ["a duration", { kind: "duration", months: 2, perMonth: 1, counts: {} }],
  ["a duration that asks for nothing in between", { kind: "duration", months: 5, perMonth: 0, counts: {} }],
  ["reading", { kind: "reading", list: "list" }],
  ["a case drill", { kind: "caseDrill", coverage: "allSubCases", minSupervision: 3 }],
  ["techniques", { kind: "techniques", need: 2, of: [{ code: "machine" }, { code: "network" }], counts: {} }],
];
const others: readonly (readonly [string, CriterionRule])[] = [
  ["a run", { kind: "count", need: 2, unit: "times", inARow: true, counts: { parts } }],
  ["an accuracy", { kind: "accuracy", minJudged: 20, bound: "atLeast", percent: 80, counts: {} }],
  ["an accuracy below a bound", { kind: "accuracy", minJudged: 10, bound: "below", percent: 30, counts: {} }],
  ["a judgement", { kind: "attest", checkpoints: [{ code: "whole" }] }],
  ["a judgement with work to show", { kind: "attest", checkpoints: [{ code: "whole" }], parts }],
  ["any of several", { kind: "anyOf", of: [count({ minSupervision: 4 }), inPeriod("rolling12Months")] }],
  ["all of several", { kind: "allOf", of: [count({ parts }), { kind: "reading", list: "list" }] }],
];
const everyRule = [...monotone, ...others];

const policy = { list: [{ code: "primer" }, { code: "textbook" }] };
const drillCases = [
  { code: "case-1", subCases: ["case-1.a", "case-1.b"] },
  { code: "case-2", subCases: ["case-2.a"] },
];
const progressWith = (rule: CriterionRule, facts: readonly ClaimFact[]) =>
  measure(rule, { claims: facts, policy, drillCases, today: TODAY });
const sorted = (ids: readonly string[]) => [...ids].sort();
const runs = { numRuns: 20 };

/** A claim that satisfies every demand made here. */
const perfect: fc.Arbitrary<ClaimFact> = fc
  .tuple(day, aClaim)
  .map(([happenedOn, claim]) =>
    verified(happenedOn, { ...claim, happenedOn, criterionCode: CODE, standing: "verified", confirmed: claim.claimed }),
  );

test("a further verified claim undoes nothing that was met", () => {
  let met = 0;
  fc.assert(
    fc.property(claims, perfect, (facts, further) => {
      fc.pre(facts.every(({ claimId }) => claimId !== further.claimId));
      for (const [name, rule] of monotone) {
        if (!progressWith(rule, facts).met) continue;
        met += 1;
        expect(progressWith(rule, [...facts, further]).met, name).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
  expect(met, "worlds in which something was met").toBeGreaterThan(30);
});

describe("under every rule", () => {
  /** One world of claims, looked at by each rule. */
  const always = (holds: (rule: CriterionRule, facts: readonly ClaimFact[], name: string) => void) =>
    fc.assert(
      fc.property(claims, (facts) => {
        for (const [name, rule] of everyRule) holds(rule, facts, name);
      }),
      runs,
    );

  test("each claim of the criterion is in exactly one place, and none of another", () => {
    always((rule, facts, name) => {
      const { counted, notCounted, waiting } = progressWith(rule, facts);
      const placed = [...counted, ...waiting, ...notCounted.map(({ claimId }) => claimId)];
      const own = facts.filter(({ criterionCode }) => criterionCode === CODE).map(({ claimId }) => claimId);
      expect(sorted(placed), name).toEqual(sorted(own));
    });
  });

  test("verified claims alone count, and those that wait are listed as waiting", () => {
    always((rule, facts, name) => {
      const { counted, waiting } = progressWith(rule, facts);
      const isVerified = ({ standing, confirmed }: ClaimFact) => standing === "verified" && confirmed !== null;
      const verifiedIds = new Set(facts.filter(isVerified).map(({ claimId }) => claimId));
      expect(
        counted.filter((claimId) => !verifiedIds.has(claimId)),
        name,
      ).toEqual([]);
      expect(
        waiting.filter((claimId) => verifiedIds.has(claimId)),
        name,
      ).toEqual([]);
    });
  });

  test("claims that nobody verified meet nothing and are nothing", () => {
    always((rule, facts, name) => {
      const unverified = facts.map((claim): ClaimFact => ({ ...claim, standing: "waiting", confirmed: null }));
      expect(progressWith(rule, unverified), name).toMatchObject({ met: false, have: 0, counted: [] });
    });
  });

  test("the order in which facts come does not matter", () => {
    always((rule, facts, name) => {
      expect(progressWith(rule, [...facts].reverse()), name).toEqual(progressWith(rule, facts));
    });
  });

  test("there is something to do next until it is met, and leaves say in numbers whether they are met", () => {
    always((rule, facts, name) => {
      const progress = progressWith(rule, facts);
      expect(progress.next.act === "none", name).toBe(progress.met);
      for (const leaf of leavesOf(progress)) expect(leaf.met, name).toBe(holdsInNumbers(leaf));
    });
  });
});

const leavesOf = (progress: Progress): readonly Progress[] =>
  progress.parts.length === 0 ? [progress] : progress.parts.flatMap(leavesOf);

const holdsInNumbers = ({ label, direction, have, need, counted }: Progress) =>
  direction === "below" ? counted.length > 0 && have < need : have >= need && (have > 0 || label === "ratio");

describe("the machine's time zone", () => {
  const world = [
    verified("2026-03-31", { periodCovered: "2026-03", confirmed: shown({ judged: 10, right: 9 }) }),
    verified("2026-04-01", { confirmed: shown({ judged: 10, right: 10 }), readingItem: "primer" }),
    verified("2026-10-31", { subCase: "case-1.a", confirmed: shown({ supervision: 4 }) }),
    verified("2026-11-01", { technique: "machine" }),
  ];

  test("changes no progress of any rule", () => {
    const results = ["UTC", "Asia/Tokyo", "America/Los_Angeles"].map(inZone);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  function inZone(zone: string) {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      return everyRule.map(([, rule]) => progressWith(rule, world));
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  }
});

import { describe, expect, test } from "vitest";
import { type ClaimCheckName, checksOf, ifVerified } from "@/lib/domain/claim-check";
import { progressOf } from "@/lib/domain/criterion";
import type { ClaimFact, ConfirmedFacts, CriterionFacts } from "@/lib/domain/facts";
import { claimEffect } from "@/lib/domain/progress";
import type { CountCondition, CriterionRule } from "@/lib/domain/rule";

const CODE = "g3.s2.solo-duty";
const CALENDAR = { today: "2026-11-20", fiscalYearStartMonth: 4 };

/** Misaki's duty of 18 November: alone, with one ticket. */
const duty = (wish: Partial<ClaimFact> = {}, claimed: Partial<ConfirmedFacts> = {}): ClaimFact => ({
  claimId: "duty-18",
  recordId: "record-18",
  criterionCode: CODE,
  title: "VPN多重ログインの切り分け",
  kind: "alertJudgement",
  happenedOn: "2026-11-18",
  periodCovered: null,
  incidentRef: null,
  subCase: null,
  technique: null,
  readingItem: null,
  evidenceCount: 1,
  claimed: { supervision: 4, mentorPresent: false, parts: [], judged: null, right: null, ...claimed },
  standing: "waiting",
  confirmed: null,
  ...wish,
});

const factsWith = (...claims: ClaimFact[]): CriterionFacts => ({
  enrolledOn: "2026-04-01",
  claims,
  attestations: [],
  openRemarks: [],
  leaves: [],
});
const count = (counts: CountCondition): CriterionRule => ({ kind: "count", need: 10, unit: "times", counts });

/** What the checks say, as the page asks for them. */
function said(rule: CriterionRule, claim: ClaimFact, others: ClaimFact[] = [], policy = {}) {
  const facts = ifVerified(factsWith(claim, ...others), claim.claimId, []);
  const after = progressOf({ code: CODE, rule }, facts, policy, CALENDAR);
  return Object.fromEntries(
    checksOf(rule, claim, claimEffect(after, claim.claimId)).map(({ check, holds, asked }) => [
      check,
      asked === null ? holds : [holds, asked],
    ]),
  );
}

describe("if it were verified", () => {
  test("the claim counts as claimed, the others stay, and the remarks it settles are gone", () => {
    const other = duty({ claimId: "duty-19" });
    const facts = {
      ...factsWith(duty(), other),
      openRemarks: [
        { remarkId: "r1", criterionCode: CODE },
        { remarkId: "r2", criterionCode: CODE },
      ],
    };
    const after = ifVerified(facts, "duty-18", ["r1"]);
    expect(after.claims[0]).toMatchObject({ standing: "verified", confirmed: { supervision: 4 } });
    expect(after.claims[1]).toBe(other);
    expect(after.openRemarks).toEqual([{ remarkId: "r2", criterionCode: CODE }]);
  });
});

describe("what is checked", () => {
  test.each<[string, CriterionRule, ClaimFact, object]>([
    ["nothing where nothing is asked", count({}), duty(), {}],
    ["the kind asked for", count({ kinds: ["alertJudgement"] }), duty(), { kind: true }],
    ["another kind", count({ kinds: ["report"] }), duty(), { kind: false }],
    [
      "an exercise that stands in",
      count({ kinds: ["incident"], exercisesCount: { default: true } }),
      duty({ kind: "exercise" }),
      { kind: true },
    ],
    [
      "an exercise that does not",
      count({ kinds: ["incident"], exercisesCount: { default: false } }),
      duty({ kind: "exercise" }),
      { kind: false },
    ],
    ["alone, 4 asked", count({ minSupervision: 4 }), duty(), { supervisionAtLeast: [true, 4] }],
    [
      "with a mentor beside, 4 asked",
      count({ minSupervision: 4 }),
      duty({}, { supervision: 2 }),
      { supervisionAtLeast: [false, 4] },
    ],
    [
      "no supervision said",
      count({ minSupervision: 1 }),
      duty({}, { supervision: null }),
      { supervisionAtLeast: [false, 1] },
    ],
    [
      "at most 2 asked, 2 said",
      count({ maxSupervision: 2 }),
      duty({}, { supervision: 2 }),
      { supervisionAtMost: [true, 2] },
    ],
    ["at most 2 asked, 4 said", count({ maxSupervision: 2 }), duty(), { supervisionAtMost: [false, 2] }],
    [
      "at most 2 asked, nothing said",
      count({ maxSupervision: 2 }),
      duty({}, { supervision: null }),
      { supervisionAtMost: [false, 2] },
    ],
    [
      "a mentor who was there",
      count({ mentorPresent: true }),
      duty({}, { mentorPresent: true }),
      { mentorPresent: true },
    ],
    ["a mentor who was not", count({ mentorPresent: true }), duty(), { mentorPresent: false }],
  ])("%s", (_what, rule, claim, expected) => {
    expect(said(rule, claim)).toEqual(expected);
  });
});

describe("evidence and parts", () => {
  test.each<[string, CriterionRule, ClaimFact, object]>([
    ["one piece of evidence, one asked", count({ minEvidence: 1 }), duty(), { evidence: [true, 1] }],
    ["one piece of evidence, two asked", count({ minEvidence: 2 }), duty(), { evidence: [false, 2] }],
    [
      "all parts",
      count({ parts: [{ code: "diagram" }, { code: "review" }] }),
      duty({}, { parts: ["review", "diagram"] }),
      { parts: [true, 2] },
    ],
    [
      "a part missing on each occasion",
      count({ parts: [{ code: "diagram" }, { code: "review" }] }),
      duty({}, { parts: ["review"] }),
      { parts: [false, 2] },
    ],
    [
      "one part where any counts",
      count({ parts: [{ code: "a" }, { code: "b" }], partsMode: "inTotal" }),
      duty({}, { parts: ["a"] }),
      { parts: [true, 2] },
    ],
    [
      "no part where any counts",
      count({ parts: [{ code: "a" }, { code: "b" }], partsMode: "inTotal" }),
      duty(),
      { parts: [false, 2] },
    ],
  ])("%s", (_what, rule, claim, expected) => {
    expect(said(rule, claim)).toEqual(expected);
  });

  test("the same incident twice", () => {
    const rule = count({ distinctIncidents: true });
    const before = duty({ claimId: "duty-10", happenedOn: "2026-11-10", incidentRef: "INC-7", standing: "verified" });
    const verified = { ...before, confirmed: before.claimed };
    expect(said(rule, duty({ incidentRef: "inc-7 " }), [verified])).toEqual({ distinctIncident: false });
    expect(said(rule, duty({ incidentRef: "INC-8" }), [verified])).toEqual({ distinctIncident: true });
  });
});

describe("what a kind of rule asks besides", () => {
  const reading: CriterionRule = { kind: "reading", list: "g3.s1.readingList" };
  const list = { "g3.s1.readingList": [{ code: "nist" }] };
  const technique: CriterionRule = { kind: "techniques", need: 1, of: [{ code: "machine" }], counts: {} };
  const accuracy: CriterionRule = { kind: "accuracy", minJudged: 1, bound: "atLeast", percent: 90, counts: {} };
  const drill: CriterionRule = { kind: "caseDrill", coverage: "allSubCases", minSupervision: 4 };
  const monthly: CriterionRule = { kind: "cadence", months: 12, perMonth: 1, counts: {} };

  test.each<[string, CriterionRule, ClaimFact, object]>([
    ["an item on the list", reading, duty({ readingItem: "nist" }), { readingItem: true }],
    ["an item off the list", reading, duty({ readingItem: "diary" }), { readingItem: false }],
    ["no item", reading, duty(), { readingItem: false }],
    ["a technique of the set", technique, duty({ technique: "machine" }), { technique: true }],
    ["another technique", technique, duty({ technique: "guessing" }), { technique: false }],
    ["numbers judged and right", accuracy, duty({}, { judged: 1, right: 1 }), { numbers: true }],
    ["no numbers", accuracy, duty(), { numbers: false }],
    ["no sub-case", drill, duty(), { subCase: false, supervisionAtLeast: [true, 4] }],
    ["a month", monthly, duty({ periodCovered: "2026-10" }), { period: true }],
  ])("%s", (_what, rule, claim, expected) => {
    expect(said(rule, claim, [], list)).toEqual(expected);
  });

  test("each check once, in one order, though several parts ask for it", () => {
    const both: CriterionRule = {
      kind: "allOf",
      of: [count({ minEvidence: 1, kinds: ["alertJudgement"] }), accuracy, count({ minEvidence: 2 })],
    };
    const names: ClaimCheckName[] = ["kind", "evidence", "numbers"];
    expect(Object.keys(said(both, duty({}, { judged: 1, right: 1 })))).toEqual(names);
  });
});

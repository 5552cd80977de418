import { describe, expect, test } from "vitest";
import { monthsFrom } from "@/lib/domain/calendar";
import { progressOf } from "@/lib/domain/criterion";
import { PolicyValueInvalid } from "@/lib/domain/policy";
import type { AllOfRule, AnyOfRule, CriterionRule } from "@/lib/domain/rule";
import { CODE, factsOf, judged, measure, sentBack, teamOn, verified, waiting } from "@/tests/support/facts";

/** Vulnerability management for a period and/or a number of times (4.4.7.4#1.3, A67). */
const either: AnyOfRule = {
  kind: "anyOf",
  allWhen: { param: "g4.s3.management.periodOrCount" },
  of: [
    { kind: "duration", months: 3, perMonth: 1, counts: {} },
    { kind: "count", need: 6, unit: "times", counts: {} },
  ],
};
const any = { "g4.s3.management.periodOrCount": "any" };
const all = { "g4.s3.management.periodOrCount": "all" };

const overAPeriod = monthsFrom("2026-05", "2026-08").map((month) => verified(`${month}-10`));
const manyTimes = [1, 2, 3, 4, 5, 6].map((day) => verified(`2026-10-0${day}`));

describe("a period or a number", () => {
  test.each([
    ["the period alone", overAPeriod, true, false],
    ["the number alone", manyTimes, true, false],
    ["both", [...overAPeriod, ...manyTimes], true, true],
    ["neither", overAPeriod.slice(1), false, false],
  ])("%s", (_case, claims, metByAny, metByAll) => {
    expect(measure(either, { claims, policy: any }).met).toBe(metByAny);
    expect(measure(either, { claims, policy: all }).met).toBe(metByAll);
  });

  test("the page can say how far each is", () => {
    const progress = measure(either, { claims: manyTimes, policy: any });
    expect(progress).toMatchObject({ kind: "anyOf", combine: "any", have: 1, need: 1, unit: "items" });
    expect(progress.parts).toMatchObject([
      { kind: "duration", have: 0, need: 3, met: false },
      { kind: "count", have: 6, need: 6, met: true },
    ]);
    expect(measure(either, { claims: manyTimes, policy: all })).toMatchObject({ combine: "all", have: 1, need: 2 });
  });

  test("any is met on the earliest of its days, all on the latest", () => {
    const claims = [...overAPeriod, ...manyTimes];
    expect(measure(either, { claims, policy: any }).metOn).toBe("2026-08-10");
    expect(measure(either, { claims, policy: all }).metOn).toBe("2026-10-02");
  });

  test("the earliest of its days, whichever part comes first", () => {
    const turned: AnyOfRule = { ...either, of: [...either.of].reverse() };
    const claims = [...overAPeriod, ...manyTimes];
    expect(measure(turned, { claims, policy: any }).metOn).toBe("2026-08-10");
  });

  test("a claim that one part counts is counted, whatever the other says", () => {
    const progress = measure(either, { claims: [...overAPeriod, ...manyTimes.slice(0, 1)], policy: any });
    expect(progress.counted).toHaveLength(5);
    expect(progress.notCounted).toEqual([]);
  });

  test("a claim that no part counts has the reason of the first", () => {
    const rule: AnyOfRule = {
      kind: "anyOf",
      of: [
        { kind: "count", need: 1, unit: "times", counts: { kinds: ["meeting"] } },
        { kind: "count", need: 1, unit: "times", counts: { minSupervision: 4 } },
      ],
    };
    expect(measure(rule, { claims: [verified("2026-10-01")] }).notCounted).toEqual([
      { claimId: "2026-10-01", reason: "kindNotAsked" },
    ]);
  });

  test("without a policy value to ask, any is enough", () => {
    const { allWhen: _, ...plain } = either;
    expect(measure(plain, { claims: manyTimes }).met).toBe(true);
  });

  test("of nothing, nothing is met", () => {
    expect(measure({ kind: "anyOf", of: [] })).toMatchObject({ met: false, next: { act: "none" } });
    expect(measure({ kind: "allOf", of: [] })).toMatchObject({ met: false, next: { act: "none" } });
  });
});

describe("the most useful act of several parts", () => {
  const count = (need: number, kind: "meeting" | "review"): CriterionRule => ({
    kind: "count",
    need,
    unit: "times",
    counts: { kinds: [kind] },
  });
  const of = (...rules: CriterionRule[]): AllOfRule => ({ kind: "allOf", of: rules });
  const monthly: CriterionRule = { kind: "cadence", months: 3, perMonth: 1, counts: { kinds: ["report"] } };
  const attested: CriterionRule = { kind: "attest", checkpoints: [{ code: "whole" }] };
  const reading: CriterionRule = { kind: "reading", list: "g3.s1.readingList" };

  test("what breaks soonest comes before what can be done any day", () => {
    const { next } = measure(of(count(3, "meeting"), monthly), { today: "2026-11-20" });
    expect(next).toMatchObject({ act: "record", month: "2026-11", by: "2026-11-30" });
  });

  test("of two that have a day, the sooner", () => {
    const yearly: CriterionRule = { kind: "countInPeriod", need: 4, unit: "times", period: "fiscalYear", counts: {} };
    const expected = { act: "record", by: "2026-11-30" };
    expect(measure(of(yearly, monthly)).next).toMatchObject(expected);
    expect(measure(of(monthly, yearly)).next).toMatchObject(expected);
  });

  test("a claim sent back comes before both", () => {
    const claims = [sentBack("2026-11-02", { kind: "review" })];
    expect(measure(of(monthly, count(1, "review")), { claims }).next).toEqual({
      act: "correct",
      claimId: "2026-11-02",
    });
  });

  test.each([
    ["logging before asking for a judgement", of(attested, count(2, "review")), { act: "record", remaining: 2 }],
    ["asking before what only the organisation can do", of(reading, attested), { act: "askJudgement" }],
    ["what the organisation can do before waiting", of(count(1, "review"), reading), { act: "organisationSetsList" }],
  ])("%s", (_case, rule, next) => {
    const claims = next.act === "organisationSetsList" ? [waiting("2026-11-02", { kind: "review" })] : [];
    expect(measure(rule, { claims }).next).toMatchObject(next);
  });

  test("where any part is enough, the part nearest to its end", () => {
    const rule: AnyOfRule = { kind: "anyOf", of: [count(10, "meeting"), count(3, "review")] };
    const claims = [verified("2026-10-01", { kind: "meeting" }), verified("2026-10-02", { kind: "review" })];
    expect(measure(rule, { claims }).next).toEqual({ act: "record", remaining: 2 });
  });

  test("what was sent back comes before it, in whichever part", () => {
    const correct = { act: "correct", claimId: "2026-10-03" };
    const claims = [
      verified("2026-10-02", { kind: "review" }),
      verified("2026-10-03", { shows: { parts: ["diagram"] } }),
    ];
    const incomplete: CriterionRule = {
      kind: "count",
      need: 10,
      unit: "times",
      counts: { kinds: ["report"], parts: [{ code: "diagram" }, { code: "tasks" }] },
    };
    for (const of of [
      [incomplete, count(3, "review")],
      [count(3, "review"), incomplete],
    ])
      expect(measure({ kind: "anyOf", of }, { claims }).next).toMatchObject(correct);
  });

  test("reviews without findings, and their judgement (4.7.6.4#1)", () => {
    const rule = of({ ...count(3, "review"), kind: "count", inARow: true } as CriterionRule, attested);
    const reviews = [1, 2, 3].map((day) => verified(`2026-10-0${day}`, { kind: "review" }));
    expect(measure(rule, { claims: reviews }).met).toBe(false);
    expect(measure(rule, { claims: reviews, attestations: [judged("whole")] }).met).toBe(true);
    const meeting = verified("2026-10-09", { kind: "meeting" });
    expect(measure(rule, { claims: [...reviews, meeting] }).notCounted).toEqual([
      { claimId: "2026-10-09", reason: "kindNotAsked" },
    ]);
  });
});

describe("an open remark holds a criterion open", () => {
  const once: CriterionRule = { kind: "count", need: 1, unit: "times", counts: {} };
  const remark = (remarkId: string, criterionCode = CODE) => ({ remarkId, criterionCode });

  test("all else met, it is not met, and answering is next", () => {
    const progress = measure(once, { claims: [verified("2026-10-01")], openRemarks: [remark("r-1")] });
    expect(progress).toMatchObject({ met: false, have: 1, openRemarkIds: ["r-1"] });
    expect(progress.next).toEqual({ act: "answerRemark", remarkId: "r-1" });
    expect(progress).not.toHaveProperty("metOn");
  });

  test("settled, it is met again", () => {
    const progress = measure(once, { claims: [verified("2026-10-01")] });
    expect(progress).toMatchObject({ met: true, metOn: "2026-10-01", openRemarkIds: [], criterionCode: CODE });
  });

  test("a remark on another criterion holds that one", () => {
    const progress = measure(once, { claims: [verified("2026-10-01")], openRemarks: [remark("r-1", `${CODE}.other`)] });
    expect(progress).toMatchObject({ met: true, openRemarkIds: [] });
  });

  test("of several, the first made is answered first", () => {
    const progress = measure(once, { openRemarks: [remark("r-2"), remark("r-1")] });
    expect(progress.openRemarkIds).toEqual(["r-1", "r-2"]);
    expect(progress.next).toEqual({ act: "answerRemark", remarkId: "r-1" });
  });

  test("it comes before a claim sent back", () => {
    const progress = measure(once, { claims: [sentBack("2026-10-01")], openRemarks: [remark("r-1")] });
    expect(progress.next).toEqual({ act: "answerRemark", remarkId: "r-1" });
  });
});

describe("a value that is not there", () => {
  test("is a bug that names it, not a criterion that is silently unmet", () => {
    const rule: CriterionRule = { kind: "count", need: { param: "g3.s2.pairDuty.n" }, unit: "times", counts: {} };
    const progress = () => progressOf({ code: CODE, rule }, factsOf({}), {}, teamOn("2026-11-20"));
    expect(progress).toThrow(new PolicyValueInvalid("g3.s2.pairDuty.n", "a whole number"));
  });
});

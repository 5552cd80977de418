import { describe, expect, test } from "vitest";
import { claimEffect, fractionMet } from "@/lib/domain/progress";
import type { CriterionRule } from "@/lib/domain/rule";
import { judged, measure, sentBack, verified, waiting } from "@/tests/support/facts";

const count = (need: number): CriterionRule => ({ kind: "count", need, unit: "times", counts: {} });
const days = (n: number) => Array.from({ length: n }, (_, index) => verified(`2026-09-0${index + 1}`));

describe("how much is there", () => {
  test.each([
    ["nothing", 0, 4, 0],
    ["a part", 1, 4, 0.25],
    ["all of it", 4, 4, 1],
    ["more than all", 5, 4, 1],
  ])("%s: %i of %i is %f", (_case, have, need, fraction) => {
    expect(fractionMet(measure(count(need), { claims: days(have) }))).toBe(fraction);
  });

  test("held open by a remark, it is all there and still not all", () => {
    const openRemarks = [{ remarkId: "r-1", criterionCode: "g1.s1.tested" }];
    for (const rule of [count(4), { kind: "anyOf", of: [count(4)] }, { kind: "allOf", of: [count(4)] }] as const)
      expect(fractionMet(measure(rule, { claims: days(4), openRemarks }))).toBe(0.99);
  });

  test("an empty list is nothing", () => {
    expect(fractionMet(measure({ kind: "reading", list: "g3.s1.readingList" }))).toBe(0);
  });

  test("of all parts it is the mean, of any part the best", () => {
    const attested: CriterionRule = { kind: "attest", checkpoints: [{ code: "whole" }] };
    const of = [count(4), attested];
    const claims = days(2);
    expect(fractionMet(measure({ kind: "allOf", of }, { claims }))).toBe(0.25);
    expect(fractionMet(measure({ kind: "allOf", of }, { claims, attestations: [judged("whole")] }))).toBe(0.75);
    expect(fractionMet(measure({ kind: "anyOf", of }, { claims }))).toBe(0.5);
    expect(fractionMet(measure({ kind: "allOf", of: [] }))).toBe(0);
    expect(fractionMet(measure({ kind: "anyOf", of: [] }))).toBe(0);
  });

  test("a share that must stay below is there or not", () => {
    const rule: CriterionRule = { kind: "accuracy", minJudged: 20, bound: "below", percent: 10, counts: {} };
    const of = (right: number) => measure(rule, { claims: [verified("2026-09-01", { shows: { judged: 10, right } })] });
    expect(fractionMet(of(10))).toBe(0.75);
    expect(fractionMet(of(5))).toBe(0.25);
  });
});

describe("what one claim does", () => {
  const claims = [verified("2026-09-01"), waiting("2026-09-02"), sentBack("2026-09-03")];
  const progress = measure(count(3), { claims });

  test.each([
    ["2026-09-01", "counted"],
    ["2026-09-02", "waiting"],
    ["2026-09-03", "sentBack"],
    ["of another criterion", null],
  ])("%s: %s", (claimId, effect) => {
    expect(claimEffect(progress, claimId)).toBe(effect);
  });
});

import { describe, expect, test } from "vitest";
import type { AccuracyRule } from "@/lib/domain/rule";
import { CODE, measure, sentBack, shown, verified, waiting } from "@/tests/support/facts";

/** Alert judgements: at least 50 judged, at least 90 % right (4.3.6.4#4). */
const alerts: AccuracyRule = { kind: "accuracy", minJudged: 50, bound: "atLeast", percent: 90, counts: {} };
/** Diagnoses: at least 20, less than 10 % wrong (4.4.6.4#2.2). */
const diagnoses: AccuracyRule = { kind: "accuracy", minJudged: 20, bound: "below", percent: 10, counts: {} };

const of = (judged: number, right: number, day = "2026-09-17") => verified(day, { shows: { judged, right } });
const ratioOf = (progress: ReturnType<typeof measure>) => progress.parts.find(({ label }) => label === "ratio");

describe("alert judgements: enough of them, and right often enough", () => {
  test.each([
    ["exactly at both bounds", 50, 45, true],
    ["one mistake too many", 50, 44, false],
    ["one judgement too few", 49, 49, false],
    ["all right", 50, 50, true],
    ["many, at the bound", 1000, 900, true],
    ["many, a hair below", 1000, 899, false],
    ["all wrong", 50, 0, false],
  ])("%s: %i judged, %i right", (_case, judged, right, met) => {
    expect(measure(alerts, { claims: [of(judged, right)] }).met).toBe(met);
  });

  test("it is a tree of two: the number judged, and the share right", () => {
    const progress = measure(alerts, { claims: [of(41, 38)] });
    expect(progress).toMatchObject({ kind: "accuracy", have: 41, need: 50, unit: "items", combine: "all", met: false });
    expect(progress.parts).toMatchObject([
      { label: "judged", have: 41, need: 50, unit: "items", direction: "atLeast", met: false },
      { label: "ratio", have: 92.6, need: 90, unit: "percent", direction: "atLeast", met: true },
    ]);
  });

  test("Sato Misaki: 9 to go, of which 2 may be wrong", () => {
    expect(measure(alerts, { claims: [of(41, 38)] }).next).toEqual({
      act: "judgeMore",
      remaining: 9,
      mistakesAllowed: 2,
    });
  });

  test("records are added up", () => {
    const claims = [of(20, 19, "2026-09-01"), of(20, 18, "2026-09-02"), of(10, 8, "2026-09-03")];
    expect(measure(alerts, { claims })).toMatchObject({ have: 50, met: true });
  });

  test("with nothing judged neither part is met, whatever the bound", () => {
    const progress = measure(alerts);
    expect(progress).toMatchObject({ have: 0, met: false });
    expect(progress.parts.map(({ met }) => met)).toEqual([false, false]);
    expect(progress.next).toEqual({ act: "judgeMore", remaining: 50, mistakesAllowed: 5 });
    expect(measure({ ...alerts, percent: 0 }).met).toBe(false);
    expect(measure({ ...alerts, minJudged: 0 }).met).toBe(false);
    expect(measure(diagnoses).met).toBe(false);
  });

  test.each([
    ["a share that misses by a hair is not shown as reached", 1999, 1799, 89.9, false],
    ["a third is cut, not rounded", 3, 2, 66.6, false],
    ["a whole share is whole", 50, 45, 90, true],
  ])("%s", (_case, judged, right, have, met) => {
    expect(ratioOf(measure(alerts, { claims: [of(judged, right)] }))).toMatchObject({ have, met });
  });

  test("the numbers are the organisation's where the source leaves them to it (A65)", () => {
    const rule: AccuracyRule = {
      ...alerts,
      minJudged: { param: "g3.s2.alertJudgement.minCount" },
      percent: { param: "g3.s2.alertJudgement.minCorrectRatio" },
    };
    const policy = { "g3.s2.alertJudgement.minCount": 10, "g3.s2.alertJudgement.minCorrectRatio": 80 };
    expect(measure(rule, { claims: [of(10, 8)], policy }).met).toBe(true);
    expect(measure(rule, { claims: [of(10, 7)], policy }).met).toBe(false);
  });
});

describe("misjudged diagnoses: below is below", () => {
  test.each([
    ["exactly the bound is not below it", 20, 18, false],
    ["one fewer is", 20, 19, true],
    ["none wrong", 20, 20, true],
    ["one diagnosis too few", 19, 19, false],
    ["a hair below", 1001, 901, true],
    ["a hair above", 999, 899, false],
  ])("%s: %i judged, %i right", (_case, judged, right, met) => {
    expect(measure(diagnoses, { claims: [of(judged, right)] }).met).toBe(met);
  });

  test("the share shown is the share wrong", () => {
    expect(ratioOf(measure(diagnoses, { claims: [of(20, 19)] }))).toMatchObject({
      have: 5,
      need: 10,
      unit: "percent",
      direction: "below",
      met: true,
    });
    expect(ratioOf(measure(diagnoses, { claims: [of(20, 18)] }))).toMatchObject({ have: 10, met: false });
  });

  test("no mistake so far and too few judged: the share holds, the number does not", () => {
    const progress = measure(diagnoses, { claims: [of(5, 5)] });
    expect(progress.parts.map(({ met }) => met)).toEqual([false, true]);
    expect(progress.next).toEqual({ act: "judgeMore", remaining: 15, mistakesAllowed: 1 });
  });
});

describe("how many more", () => {
  test.each([
    ["enough judged, too many wrong: right ones thin the mistakes out", alerts, 50, 44, 10, 0],
    ["a few short, and too many wrong", alerts, 45, 38, 25, 0],
    ["below: at the bound one right one is enough", diagnoses, 20, 18, 1, 0],
    ["below: two over need more", diagnoses, 20, 16, 21, 0],
    ["below: few judged, one wrong already", diagnoses, 10, 9, 10, 0],
    ["a bound that does not divide evenly is rounded up", { ...alerts, minJudged: 1, percent: 85 }, 2, 0, 12, 0],
    ["below: likewise", { ...diagnoses, minJudged: 1, percent: 15 }, 2, 0, 12, 0],
    ["half a mistake is none", { ...alerts, minJudged: 45 }, 40, 40, 5, 4],
    ["below: half a mistake is one", { ...diagnoses, minJudged: 25 }, 20, 20, 5, 2],
  ])("%s", (_case, rule, judged, right, remaining, mistakesAllowed) => {
    const { next } = measure(rule, { claims: [of(judged, right)] });
    expect(next).toEqual({ act: "judgeMore", remaining, mistakesAllowed });
    const more = of(remaining, remaining - mistakesAllowed, "2026-10-01");
    expect(measure(rule, { claims: [of(judged, right), more] }).met).toBe(true);
    const oneLess = of(remaining - 1, remaining - 1, "2026-10-01");
    expect(measure(rule, { claims: remaining > 1 ? [of(judged, right), oneLess] : [of(judged, right)] }).met).toBe(
      false,
    );
  });

  test("where all of all must be right, a mistake cannot be mended", () => {
    const strict = { ...alerts, percent: 100 };
    expect(measure(strict, { claims: [of(50, 49)] }).next).toEqual({ act: "none" });
    expect(measure(strict, { claims: [of(30, 30)] }).next).toEqual({
      act: "judgeMore",
      remaining: 20,
      mistakesAllowed: 0,
    });
  });

  test("enough if those that wait are verified as claimed: wait", () => {
    const rest = waiting("2026-10-01", { shows: { judged: 9, right: 8 } });
    expect(measure(alerts, { claims: [of(41, 38), rest] }).next).toEqual({ act: "awaitVerification", waiting: 1 });
    const poor = waiting("2026-10-01", { shows: { judged: 9, right: 2 } });
    expect(measure(alerts, { claims: [of(41, 38), poor] }).next).toMatchObject({ act: "judgeMore", remaining: 9 });
  });

  test("what was sent back comes first; met, nothing does", () => {
    const returned = sentBack("2026-10-01", { shows: { judged: 9, right: 8 } });
    expect(measure(alerts, { claims: [of(41, 38), returned] }).next).toEqual({ act: "correct", claimId: "2026-10-01" });
    expect(measure(alerts, { claims: [of(50, 45), returned] }).next).toEqual({ act: "none" });
  });
});

describe("the numbers of a record", () => {
  test.each([
    ["no number judged", null, null],
    ["no number right", 10, null],
    ["nothing judged", 0, 0],
    ["more right than judged", 10, 11],
    ["fewer than none right", 10, -1],
  ])("are unusable with %s", (_case, judged, right) => {
    const progress = measure(alerts, { claims: [verified("2026-09-17", { shows: { judged, right } })] });
    expect(progress.notCounted).toEqual([{ claimId: "2026-09-17", reason: "noNumbers" }]);
    expect(progress.have).toBe(0);
  });

  test("are the confirmed ones", () => {
    const claim = verified("2026-09-17", {
      claimed: shown({ judged: 50, right: 50 }),
      confirmed: shown({ judged: 50, right: 44 }),
    });
    expect(measure(alerts, { claims: [claim] }).met).toBe(false);
  });
});

describe("the latest N judgements, by policy", () => {
  const latest = (n: number) => ({ [`${CODE}.latest`]: n });
  const poorStart = of(30, 10, "2026-04-01");
  const goodSince = [of(25, 24, "2026-08-01"), of(25, 24, "2026-09-01")];

  test("leave an old poor start behind", () => {
    const claims = [poorStart, ...goodSince];
    expect(measure(alerts, { claims }).met).toBe(false);
    const progress = measure(alerts, { claims, policy: latest(50) });
    expect(progress).toMatchObject({ have: 50, met: true });
    expect(progress.notCounted).toEqual([{ claimId: "2026-04-01", reason: "outsidePeriod" }]);
  });

  test("records are taken whole: one more judgement asked for brings the old one in", () => {
    expect(measure(alerts, { claims: [poorStart, ...goodSince], policy: latest(51) })).toMatchObject({
      have: 80,
      met: false,
    });
  });

  test("0 looks at all", () => {
    expect(measure(alerts, { claims: [poorStart, ...goodSince], policy: latest(0) }).have).toBe(80);
  });

  test("are never fewer than must be judged", () => {
    expect(measure(alerts, { claims: goodSince, policy: latest(10) })).toMatchObject({ have: 50, met: true });
  });

  test("on one day the larger id is the later", () => {
    const first = verified("2026-09-01", { claimId: "a", shows: { judged: 50, right: 10 } });
    const second = verified("2026-09-01", { claimId: "b", shows: { judged: 50, right: 50 } });
    expect(measure(alerts, { claims: [second, first], policy: latest(50) }).counted).toEqual(["b"]);
  });

  test("old mistakes are pushed out, so that fewer right ones are enough than of all", () => {
    const claims = [of(10, 0, "2026-04-01"), of(40, 40, "2026-05-01")];
    expect(measure(alerts, { claims }).next).toEqual({ act: "judgeMore", remaining: 50, mistakesAllowed: 0 });
    expect(measure(alerts, { claims, policy: latest(50) }).next).toEqual({
      act: "judgeMore",
      remaining: 10,
      mistakesAllowed: 5,
    });
  });

  test("where all must be right, as many as are looked at are always enough", () => {
    const strict = { ...alerts, percent: 100 };
    const { next } = measure(strict, { claims: [of(50, 49)], policy: latest(50) });
    expect(next).toEqual({ act: "judgeMore", remaining: 50, mistakesAllowed: 0 });
  });

  test("one more may be enough, by pushing one old mistake out", () => {
    const claims = [of(1, 0, "2026-04-01"), of(5, 0, "2026-05-01"), of(44, 44, "2026-06-01")];
    expect(measure(alerts, { claims, policy: latest(50) })).toMatchObject({ met: false, have: 50 });
    const one = { act: "judgeMore", remaining: 1, mistakesAllowed: 0 };
    expect(measure(alerts, { claims, policy: latest(50) }).next).toEqual(one);
    const judgedOne = [...claims, of(1, 1, "2026-07-01")];
    expect(measure(alerts, { claims: judgedOne, policy: latest(50) })).toMatchObject({ met: true, have: 50 });
  });

  test("what waits takes its place among the latest", () => {
    const rest = waiting("2026-10-01", { shows: { judged: 10, right: 10 } });
    const claims = [of(10, 0, "2026-04-01"), of(40, 40, "2026-05-01"), rest];
    expect(measure(alerts, { claims, policy: latest(50) }).next).toEqual({ act: "awaitVerification", waiting: 1 });
  });
});

import { describe, expect, test } from "vitest";
import { mayWait, standsIn, waitsFor } from "@/lib/domain/occasion-wait";
import type { NextAct } from "@/lib/domain/progress";
import { type CountCondition, type CriterionRule, RECORD_KINDS } from "@/lib/domain/rule";

const count = (counts: CountCondition): CriterionRule => ({ kind: "count", need: 3, unit: "times", counts });
const RECORD: NextAct = { act: "record", remaining: 2 };
const wait = (rule: CriterionRule, next: NextAct = RECORD, policy = {}, met = false) =>
  waitsFor({ code: "g1.s2.x", rule }, { met, next }, policy);

describe("what waits for an occasion", () => {
  const cases: readonly [string, CriterionRule, NextAct, string | null][] = [
    [
      "incidents, for which exercises stand in",
      count({ kinds: ["incident", "exercise"], exercisesCount: { default: true } }),
      RECORD,
      "exercise",
    ],
    [
      "incidents, for which they do not",
      count({ kinds: ["incident", "report"], exercisesCount: { default: false } }),
      RECORD,
      "incident",
    ],
    ["exercises", count({ kinds: ["exercise"] }), RECORD, "exercise"],
    ["incidents alone", count({ kinds: ["incident"] }), RECORD, "incident"],
    [
      "an incident or what can be logged any day: it does not wait",
      count({ kinds: ["incident", "analysis"] }),
      RECORD,
      null,
    ],
    ["any record: it does not wait", count({}), RECORD, null],
    ["what others have to verify", count({ kinds: ["exercise"] }), { act: "awaitVerification", waiting: 1 }, null],
    ["what has to be corrected", count({ kinds: ["exercise"] }), { act: "correct", claimId: "c" }, null],
    [
      "a judgement where the text is conditional",
      { kind: "attest", conditional: true, checkpoints: [{ code: "a" }] },
      { act: "askJudgement", checkpoints: ["a"] },
      "judgement",
    ],
    [
      "a judgement otherwise",
      { kind: "attest", checkpoints: [{ code: "a" }] },
      { act: "askJudgement", checkpoints: ["a"] },
      null,
    ],
    [
      "any of several: one of them",
      { kind: "anyOf", of: [count({ kinds: ["report"] }), count({ kinds: ["exercise"] })] },
      RECORD,
      "exercise",
    ],
  ];
  test.each(cases)("%s", (_name, rule, next, occasion) => {
    expect(wait(rule, next)?.occasion ?? null).toBe(occasion);
  });
  test("a drill, with the scenes that are open", () => {
    const rule: CriterionRule = { kind: "caseDrill", coverage: "allSubCases", minSupervision: 4 };
    expect(wait(rule, { act: "drill", subCases: ["case-1.a"] })).toEqual({ occasion: "drill", subCases: ["case-1.a"] });
    expect(wait(rule, { act: "drill", subCases: ["case-1.a"] }, {}, true)).toBeNull();
  });
  test("policy decides for each criterion whether exercises stand in", () => {
    const rule = count({ kinds: ["incident"], exercisesCount: { default: true } });
    expect(wait(rule, RECORD, { "g1.s2.x.exercisesCount": false })?.occasion).toBe("incident");
    expect(wait(rule, RECORD, { "g1.s2.other.exercisesCount": false })?.occasion).toBe("exercise");
  });
  test("nothing waits once it is met", () => expect(wait(count({ kinds: ["exercise"] }), RECORD, {}, true)).toBeNull());
});

describe("a record that stands in for a real occasion", () => {
  const rule = count({ kinds: ["incident"], exercisesCount: { default: true } });
  test("is an exercise or a drill, where the rule lets it", () => {
    expect(RECORD_KINDS.filter((kind) => standsIn(rule, kind))).toEqual(["drillCase", "exercise"]);
  });
  test("an exercise where exercises are asked for stands in for nothing", () => {
    expect(RECORD_KINDS.filter((kind) => standsIn(count({ kinds: ["exercise"] }), kind))).toEqual([]);
  });
});

describe("where to look for what waits", () => {
  const rules: readonly [string, CriterionRule, boolean][] = [
    ["case drills", { kind: "caseDrill", coverage: "allSubCases", minSupervision: 4 }, true],
    ["a conditional judgement", { kind: "attest", conditional: true, checkpoints: [] }, true],
    ["a judgement", { kind: "attest", checkpoints: [] }, false],
    ["incidents", count({ kinds: ["incident"] }), true],
    ["what exercises may stand in for", count({ kinds: ["report"], exercisesCount: { default: false } }), true],
    ["reports", count({ kinds: ["report"] }), false],
    ["anything", count({}), false],
  ];
  test.each(rules)("%s", (_name, rule, may) => expect(mayWait(rule)).toBe(may));
  test("whatever waits is looked for", () => {
    for (const [, rule] of rules) {
      for (const next of [
        RECORD,
        { act: "drill", subCases: ["a"] },
        { act: "askJudgement", checkpoints: [] },
      ] as const) {
        if (next.act !== "drill" && wait(rule, next)) expect(mayWait(rule)).toBe(true);
      }
    }
  });
});

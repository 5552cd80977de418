import { describe, expect, test } from "vitest";
import {
  confirmedFieldsOf,
  countIn,
  kindsOf,
  needsJudgement,
  neighbours,
  QUEUE_KINDS,
  QUEUE_TABS,
  type UsualWaits,
  usualHours,
  waitOf,
} from "@/lib/domain/queue";
import type { CountCondition, CriterionRule } from "@/lib/domain/rule";

const count = (counts: CountCondition): CriterionRule => ({ kind: "count", need: 3, unit: "times", counts });

describe("what can be verified together with others", () => {
  test.each<[string, CriterionRule, boolean]>([
    [
      "the monthly report (4.1.5.4#1)",
      { kind: "cadence", months: 12, perMonth: 1, counts: { kinds: ["report"] } },
      false,
    ],
    [
      "incident reports, each incident once (4.1.5.4#2)",
      count({ kinds: ["incident", "report"], distinctIncidents: true }),
      false,
    ],
    [
      "meetings outside (4.1.5.4#3)",
      { kind: "countInPeriod", need: 4, unit: "times", period: "rolling12Months", counts: {} },
      false,
    ],
    ["reading", { kind: "reading", list: "g3.s1.readingList" }, false],
    ["a year of log analysis", { kind: "duration", months: 12, perMonth: 1, counts: {} }, false],
    ["evidence, which the system sees", count({ minEvidence: 1 }), false],
    ["duty with a mentor", count({ mentorPresent: true }), true],
    ["duty alone", count({ minSupervision: 4 }), true],
    ["duty watched", count({ maxSupervision: 2 }), true],
    ["a diagram and a review", count({ parts: [{ code: "diagram" }] }), true],
    ["alert judgements", { kind: "accuracy", minJudged: 50, bound: "atLeast", percent: 90, counts: {} }, true],
    ["'can explain'", { kind: "attest", checkpoints: [{ code: "whole" }] }, true],
    ["a drill case", { kind: "caseDrill", coverage: "allSubCases", minSupervision: 4 }, true],
    ["a technique", { kind: "techniques", need: 1, of: [{ code: "machine" }], counts: {} }, true],
    ["a count or a judgement", { kind: "anyOf", of: [count({}), { kind: "attest", checkpoints: [] }] }, true],
    [
      "a count or a duration",
      { kind: "anyOf", of: [count({}), { kind: "duration", months: 3, perMonth: 1, counts: {} }] },
      false,
    ],
  ])("%s", (_rule, rule, expected) => {
    expect(needsJudgement(rule)).toBe(expected);
  });

  test("what a mentor confirms", () => {
    expect(confirmedFieldsOf(count({ mentorPresent: true, minEvidence: 1, distinctIncidents: true }))).toEqual([
      "mentorPresent",
    ]);
    expect(
      confirmedFieldsOf({ kind: "accuracy", minJudged: 1, bound: "below", percent: 5, counts: { minSupervision: 4 } }),
    ).toEqual(["judged", "right", "supervision"]);
  });
});

describe("tabs", () => {
  const counts = { record: 9, judgement: 2, answer: 1, signOff: 1, countersign: 1 };

  test("every kind stands under one tab beside 'all'", () => {
    const shown = QUEUE_TABS.filter((tab) => tab !== "all").flatMap(kindsOf);
    expect([...shown].sort()).toEqual([...QUEUE_KINDS].sort());
    expect(kindsOf("all")).toEqual(QUEUE_KINDS);
  });

  test("14 in all: 9 records, 3 judgements, 2 STEPs", () => {
    expect(QUEUE_TABS.map((tab) => countIn(tab, counts))).toEqual([14, 9, 3, 2]);
  });
});

describe("waiting", () => {
  const HOUR = 3_600_000;

  test("late is past the usual wait, not at it", () => {
    expect(waitOf(0, 48 * HOUR, 48)).toEqual({ hours: 48, usualHours: 48, isLate: false });
    expect(waitOf(0, 48 * HOUR + 1, 48).isLate).toBe(true);
    expect(waitOf(HOUR, 0, 48).hours).toBe(0);
  });

  test("the usual wait is the median, once five were decided", () => {
    const none = { decided: 0, medianHours: null };
    const waits: UsualWaits = {
      record: { decided: 5, medianHours: 30 },
      judgement: { decided: 4, medianHours: 30 },
      answer: none,
      signOff: none,
      countersign: none,
    };
    expect(usualHours("record", waits, 3)).toBe(30);
    expect(usualHours("judgement", waits, 3)).toBe(72);
    expect(usualHours("signOff", waits, 2)).toBe(48);
  });
});

describe("J and K", () => {
  const is = (id: string) => (item: string) => item === id;
  test.each([
    ["b", { previous: "a", next: "c" }],
    ["a", { previous: null, next: "b" }],
    ["c", { previous: "b", next: null }],
    ["gone", { previous: null, next: "a" }],
  ])("from %s", (id, expected) => {
    expect(neighbours(["a", "b", "c"], is(id))).toEqual(expected);
  });

  test("an empty list leads nowhere", () => {
    expect(neighbours([], is("a"))).toEqual({ previous: null, next: null });
  });
});

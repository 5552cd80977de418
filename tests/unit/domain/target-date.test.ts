import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { addDays, type PlainDay } from "@/lib/domain/calendar";
import type { CriterionProgress, Progress } from "@/lib/domain/progress";
import type { StepProgress } from "@/lib/domain/step";
import { MOST_YEARS, maySetTarget, setTarget, type TargetGround, targetOf } from "@/lib/domain/target-date";
import { isAtRisk, monthsNeeded, PACE_DAYS, type TargetFacts, targetOutlook } from "@/lib/domain/target-outlook";
import { kenichi, makoto, megumi, misaki, monitoring, nao, shin, taro, toru, yuko } from "@/tests/support/reviewing";

const TODAY = "2026-11-20";
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });
const ground = (wish: Partial<TargetGround> = {}): TargetGround => ({
  enrolment: monitoring,
  today: TODAY,
  isCompleted: false,
  current: null,
  ...wish,
});

describe("setting a target date", () => {
  const set = (targetOn: PlainDay | null, wish: Partial<TargetGround> = {}, actor: Actor = misaki) =>
    setTarget(targetOn, ground(wish), actor);

  test("by the trainee, a mentor of the role group there and a manager; by nobody else", () => {
    for (const actor of [misaki, kenichi, yuko, makoto]) {
      expect(maySetTarget(actor, monitoring)).toBe(true);
      expect(set("2027-03-31", {}, actor)).toEqual({ ok: true, value: { isRepeat: false } });
    }
    for (const actor of [megumi, toru, taro, nao, shin]) {
      expect(maySetTarget(actor, monitoring)).toBe(false);
      expect(set("2027-03-31", {}, actor)).toEqual(refused("NotFound"));
    }
  });
  test("moved, taken away, and the same again", () => {
    const standing = { current: "2027-03-31" };
    expect(set("2027-06-30", standing)).toEqual({ ok: true, value: { isRepeat: false } });
    expect(set(null, standing)).toEqual({ ok: true, value: { isRepeat: false } });
    expect(set("2027-03-31", standing)).toEqual({ ok: true, value: { isRepeat: true } });
    expect(set(null)).toEqual({ ok: true, value: { isRepeat: true } });
  });
  test("one that is past meanwhile can be left or taken away", () => {
    const passed = { current: "2026-10-31" };
    expect(set("2026-10-31", passed)).toEqual({ ok: true, value: { isRepeat: true } });
    expect(set(null, passed)).toMatchObject({ ok: true });
  });
  test.each([
    ["yesterday", "2026-11-19", {}, refused("TargetInPast")],
    ["in eleven years", "2037-11-20", {}, refused("TargetTooFar", { years: MOST_YEARS })],
    ["of a STEP that is signed off", "2027-03-31", { isCompleted: true }, refused("TargetOfDoneStep")],
  ] as const)("not %s", (_, targetOn, wish, refusal) => {
    expect(set(targetOn, wish)).toEqual(refusal);
  });
  test("today and the last day within ten years", () => {
    expect(set(TODAY)).toMatchObject({ ok: true });
    expect(set("2036-11-20")).toMatchObject({ ok: true });
  });
});

test("of all dates the latest of the STEP stands", () => {
  const targets = [
    { step: 2, targetOn: null },
    { step: 1, targetOn: "2026-12-01" },
    { step: 2, targetOn: "2027-01-01" },
  ];
  expect(targetOf(targets, 1)).toBe("2026-12-01");
  expect(targetOf(targets, 2)).toBeNull();
  expect(targetOf(targets, 3)).toBeNull();
});

const part = (wish: Partial<Progress> = {}): Progress => ({
  kind: "count",
  have: 0,
  need: 10,
  unit: "times",
  direction: "atLeast",
  met: false,
  counted: [],
  notCounted: [],
  waiting: [],
  slots: [],
  next: { act: "none" },
  parts: [],
  ...wish,
});
const months = (have: number, need: number, kind: "cadence" | "duration" = "cadence") =>
  part({ kind, have, need, unit: "months", met: have >= need });
const stepOf = (criteria: readonly Progress[]): StepProgress => ({
  step: 1,
  criteria: criteria.map((each, at): CriterionProgress => ({ ...each, criterionCode: `c${at}`, openRemarkIds: [] })),
  metCount: criteria.filter(({ met }) => met).length,
  all: criteria.length,
  allMet: criteria.every(({ met }) => met),
  restFraction: 0,
});

type Wish = { criteria?: readonly Progress[]; openedOn?: PlainDay | null; leaves?: TargetFacts["facts"]["leaves"] };
const facts = (
  targetOn: PlainDay,
  { criteria = [part({ have: 5 })], openedOn, leaves = [] }: Wish = {},
): TargetFacts => {
  const progress = stepOf(criteria);
  return {
    today: TODAY,
    targetOn,
    facts: { enrolledOn: "2026-04-01", leaves },
    measured: {
      openedOn: openedOn === undefined ? addDays(TODAY, -100) : openedOn,
      progress,
      topics: null,
      allMet: progress.allMet,
    },
  };
};
const outlook = (targetOn: PlainDay, wish: Wish = {}) => targetOutlook(facts(targetOn, wish));

describe("months that must follow one another", () => {
  test.each([
    ["a cadence", months(4, 12), 8],
    [
      "a duration",
      part({
        ...months(3, 12, "duration"),
        parts: [months(3, 12, "duration"), { ...months(3, 4, "duration"), label: "perMonth" }],
        combine: "all",
      }),
      9,
    ],
    ["one that is met", months(12, 12), 0],
    ["a number", part({ have: 1 }), 0],
    ["either of two: the quicker", part({ parts: [months(4, 12), part({ have: 1 })], combine: "any" }), 0],
    ["both of two: the slower", part({ parts: [months(4, 12), months(1, 3)], combine: "all" }), 8],
  ] as const)("%s", (_, progress, needed) => {
    expect(monthsNeeded(progress)).toBe(needed);
  });

  test("fit when this month and that of the date are counted, and not with one more", () => {
    const criteria = [months(8, 12)];
    expect(outlook("2027-02-01", { criteria, openedOn: TODAY })).toEqual({ state: "onTrack" });
    expect(outlook("2027-01-31", { criteria, openedOn: TODAY })).toEqual({ state: "monthsShort", needed: 4, left: 3 });
  });
});

describe("the pace so far", () => {
  test("half in 100 days: the other half takes 100 more", () => {
    const in100 = addDays(TODAY, 100);
    expect(outlook(in100)).toEqual({ state: "onTrack" });
    expect(outlook(addDays(in100, -1))).toEqual({ state: "tooSlow", expectedOn: in100 });
  });
  test("criteria that are met count whole, the others by their share", () => {
    const criteria = [part({ have: 10, met: true }), part({ have: 0 })];
    expect(outlook(addDays(TODAY, 99), { criteria })).toMatchObject({ expectedOn: addDays(TODAY, 100) });
  });
  test("leave is left out", () => {
    const leaves = [{ fromOn: addDays(TODAY, -99), toOn: addDays(TODAY, -50) }];
    expect(outlook(addDays(TODAY, 49), { leaves })).toEqual({ state: "tooSlow", expectedOn: addDays(TODAY, 50) });
    expect(outlook(addDays(TODAY, 50), { leaves })).toEqual({ state: "onTrack" });
  });
  test("is not told in the first thirty days", () => {
    const soon = addDays(TODAY, 5);
    const criteria = [part({ have: 1 })];
    expect(outlook(soon, { criteria, openedOn: addDays(TODAY, 1 - PACE_DAYS) })).toEqual({ state: "onTrack" });
    expect(outlook(soon, { criteria, openedOn: addDays(TODAY, -PACE_DAYS) })).toMatchObject({ state: "tooSlow" });
  });
  test("nor in the first quarter of the time until the date; nothing moved by then is too slow", () => {
    for (const [have, expectedOn] of [
      [0, null],
      [1, addDays(TODAY, 900)],
    ] as const) {
      const criteria = [part({ have })];
      expect(outlook(addDays(TODAY, 301), { criteria })).toEqual({ state: "onTrack" });
      expect(outlook(addDays(TODAY, 300), { criteria })).toEqual({ state: "tooSlow", expectedOn });
    }
  });
  test("before the STEP opened it counts from the enrolment", () => {
    expect(outlook(addDays(TODAY, 100), { openedOn: null })).toMatchObject({ state: "tooSlow" });
  });
  test("of an education: topics learned of all", () => {
    const topics = { done: ["a"], open: ["b"], all: 2, allDone: false, lastDoneOn: null };
    const { measured, ...rest } = facts(addDays(TODAY, 99));
    expect(targetOutlook({ ...rest, measured: { ...measured, progress: null, topics } })).toEqual({
      state: "tooSlow",
      expectedOn: addDays(TODAY, 100),
    });
  });
});

describe("whatever was done", () => {
  test("past its date a STEP that is not signed off is late, also where everything is met", () => {
    const criteria = [part({ have: 10, met: true })];
    expect(outlook(addDays(TODAY, -3), { criteria })).toEqual({ state: "passed", days: 3 });
    expect(outlook(TODAY, { criteria })).toEqual({ state: "onTrack" });
  });

  const aCriterion = fc.record({ have: fc.nat(10) }).map(({ have }) => part({ have, met: have === 10 }));
  const criteria = fc.array(aCriterion, { minLength: 1, maxLength: 6 });

  test("a later date is never worse, and more done is never worse", () => {
    fc.assert(
      fc.property(criteria, fc.integer({ min: 0, max: 400 }), fc.nat(200), fc.nat(300), (some, ahead, later, days) => {
        const openedOn = addDays(TODAY, -days);
        const at = (target: number, list: readonly Progress[]) =>
          isAtRisk(outlook(addDays(TODAY, target), { criteria: list, openedOn }));
        const more = some.map((each) => (each.met ? each : part({ have: each.have + 1, met: each.have + 1 === 10 })));
        if (!at(ahead, some)) {
          expect(at(ahead + later, some)).toBe(false);
          expect(at(ahead, more)).toBe(false);
        }
      }),
    );
  });
  test("the day that is expected is itself on track", () => {
    fc.assert(
      fc.property(criteria, fc.integer({ min: PACE_DAYS, max: 300 }), (some, days) => {
        const openedOn = addDays(TODAY, -days);
        const told = outlook(TODAY, { criteria: some, openedOn });
        if (told.state !== "tooSlow" || told.expectedOn === null) return;
        expect(outlook(told.expectedOn, { criteria: some, openedOn })).toEqual({ state: "onTrack" });
      }),
    );
  });
});

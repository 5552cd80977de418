import { describe, expect, test } from "vitest";
import type { CriterionNode, TopicNode, Track } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import {
  criteriaFor,
  earlierOpen,
  type StepCompletion,
  type StepMeasure,
  stepProgress,
  stepStates,
  topicProgress,
  topicsToLearn,
} from "@/lib/domain/step";
import { factsOf, judged, teamOn, verified, type World, waiting } from "@/tests/support/facts";

const counted = (code: string, need = 1, track?: Track): CriterionNode => ({
  code,
  rule: { kind: "count", need, unit: "times", counts: {} },
  ...(track ? { track } : {}),
});
const attested = (code: string): CriterionNode => ({
  code,
  rule: { kind: "attest", checkpoints: [{ code: "whole" }] },
});
const stepOf = (...criteria: CriterionNode[]) => ({ step: 2 as const, criteria });

const measuredBy = (world: World = {}, tracks: readonly Track[] = []): StepMeasure => ({
  facts: factsOf(world),
  tracks,
  policy: world.policy ?? {},
  calendar: teamOn("2026-11-20"),
  drillCases: world.drillCases ?? [],
});
const recordFor = (criterionCode: string, day = "2026-09-17") =>
  verified(day, { criterionCode, claimId: `${criterionCode} ${day}` });

describe("the progress of a STEP", () => {
  const step = stepOf(counted("g3.s2.pair"), counted("g3.s2.solo", 4), attested("g3.s2.algorithms"));

  test("lists its criteria in the order of the source, each by its own facts", () => {
    const claims = [recordFor("g3.s2.solo"), recordFor("g3.s2.pair"), recordFor("g3.s3.other")];
    const progress = stepProgress(step, measuredBy({ claims }));
    expect(progress.criteria.map(({ criterionCode, have, met }) => ({ criterionCode, have, met }))).toEqual([
      { criterionCode: "g3.s2.pair", have: 1, met: true },
      { criterionCode: "g3.s2.solo", have: 1, met: false },
      { criterionCode: "g3.s2.algorithms", have: 0, met: false },
    ]);
  });

  test("one of three is met; of the rest an eighth is there", () => {
    const claims = [recordFor("g3.s2.pair"), recordFor("g3.s2.solo")];
    const progress = stepProgress(step, measuredBy({ claims }));
    expect(progress).toMatchObject({ step: 2, metCount: 1, all: 3, allMet: false, restFraction: 0.125 });
  });

  test("all are met only when each is", () => {
    const claims = ["01", "02", "03", "04"]
      .map((day) => recordFor("g3.s2.solo", `2026-09-${day}`))
      .concat(recordFor("g3.s2.pair"));
    const attestations = [{ ...judged("whole"), criterionCode: "g3.s2.algorithms" }];
    const complete = stepProgress(step, measuredBy({ claims, attestations }));
    expect(complete).toMatchObject({ metCount: 3, all: 3, allMet: true, restFraction: 0 });
    const held = { claims, attestations, openRemarks: [{ remarkId: "r-1", criterionCode: "g3.s2.pair" }] };
    expect(stepProgress(step, measuredBy(held))).toMatchObject({ metCount: 2, allMet: false });
  });

  test("what waits does not meet anything", () => {
    const claims = [waiting("2026-09-17", { criterionCode: "g3.s2.pair" })];
    expect(stepProgress(stepOf(counted("g3.s2.pair")), measuredBy({ claims })).allMet).toBe(false);
  });

  test("a STEP without criteria is not met", () => {
    expect(stepProgress(stepOf(), measuredBy())).toMatchObject({ metCount: 0, all: 0, allMet: false, restFraction: 0 });
  });

  test("case drills are measured by the cases of the edition", () => {
    const drill: CriterionNode = {
      code: "g2.s3.drill",
      rule: { kind: "caseDrill", coverage: "allSubCases", minSupervision: 4 },
    };
    const drillCases = [{ code: "case-2", subCases: ["case-2.respond"] }];
    const claims = [
      verified("2026-09-17", { criterionCode: "g2.s3.drill", subCase: "case-2.respond", shows: { supervision: 4 } }),
    ];
    expect(stepProgress(stepOf(drill), measuredBy({ claims, drillCases })).allMet).toBe(true);
    expect(stepProgress(stepOf(drill), measuredBy({ claims })).allMet).toBe(false);
  });
});

describe("tracks: management, diagnosis or both (4.4.1, A24)", () => {
  const step = stepOf(
    counted("g4.s2.manages", 1, "management"),
    counted("g4.s2.finds", 1, "diagnosis"),
    counted("g4.s2.pairs"),
  );

  test.each<[string, Track[], string[]]>([
    ["management alone", ["management"], ["g4.s2.manages", "g4.s2.pairs"]],
    ["diagnosis alone", ["diagnosis"], ["g4.s2.finds", "g4.s2.pairs"]],
    ["both", ["diagnosis", "management"], ["g4.s2.manages", "g4.s2.finds", "g4.s2.pairs"]],
    ["none, in a role group without tracks", [], ["g4.s2.pairs"]],
  ])("%s", (_case, tracks, codes) => {
    expect(criteriaFor(step, tracks).map(({ code }) => code)).toEqual(codes);
    expect(stepProgress(step, measuredBy({}, tracks)).all).toBe(codes.length);
  });

  test("a criterion of the other track does not hold a STEP open", () => {
    const claims = [recordFor("g4.s2.finds"), recordFor("g4.s2.pairs")];
    expect(stepProgress(step, measuredBy({ claims }, ["diagnosis"])).allMet).toBe(true);
    expect(stepProgress(step, measuredBy({ claims }, ["diagnosis", "management"])).allMet).toBe(false);
  });
});

describe("basic and common education (A10)", () => {
  const topics: readonly TopicNode[] = [
    { code: "basic.policy", children: [] },
    {
      code: "basic.law",
      children: [
        { code: "basic.law.access", children: [] },
        { code: "basic.law.company-wide", assumed: true, children: [] },
      ],
    },
    { code: "basic.assumed", assumed: true, children: [{ code: "basic.assumed.child", children: [] }] },
  ];

  test("leaf topics are learned, and what is taught company-wide is not confirmed again (3#7.8)", () => {
    expect(topicsToLearn(topics)).toEqual(["basic.policy", "basic.law.access"]);
  });

  test("a heading all of whose topics are taught company-wide asks for nothing", () => {
    const [, law] = topics;
    const onlyAssumed = { code: "basic.law", children: law?.children.filter(({ assumed }) => assumed) ?? [] };
    expect(topicsToLearn([onlyAssumed])).toEqual([]);
  });

  test.each([
    ["none", [], [], ["basic.policy", "basic.law.access"], false, null],
    ["one", ["basic.law.access"], ["basic.law.access"], ["basic.policy"], false, "2025-05-01"],
    ["all", ["basic.law.access", "basic.policy"], ["basic.policy", "basic.law.access"], [], true, "2025-05-02"],
    [
      "a heading or an unknown topic adds nothing",
      ["basic.law", "g3.common.x"],
      [],
      ["basic.policy", "basic.law.access"],
      false,
      null,
    ],
  ])("%s", (_case, codes, done, open, allDone, lastDoneOn) => {
    const facts = codes.map((code, index) => ({ code, doneOn: `2025-05-0${index + 1}` }));
    expect(topicProgress(topics, facts)).toEqual({ done, open, all: 2, allDone, lastDoneOn });
  });

  test("without topics nothing is done", () => {
    expect(topicProgress([], [])).toEqual({ done: [], open: [], all: 0, allDone: false, lastDoneOn: null });
  });
});

const signedOff = (step: StepNumber, on = `2025-0${step + 1}-12`): StepCompletion => ({
  step,
  by: "signOff",
  on,
  byId: "takahashi",
});
const recognised = (step: StepNumber, on = "2025-04-01"): StepCompletion => ({
  step,
  by: "recognition",
  on,
  byId: "manager",
});

describe("the stations of an enrolment", () => {
  const stations = (...completions: StepCompletion[]) =>
    stepStates({ roleGroupCode: "soc-monitoring", completions, basicCompleted: true }).map(({ state }) => state);

  test.each([
    ["enrolled", [], ["open", "later", "later", "later"]],
    ["common education signed off", [signedOff(0)], ["signedOff", "open", "later", "later"]],
    ["STEP1 recognised", [signedOff(0), recognised(1)], ["signedOff", "recognised", "open", "later"]],
    [
      "independent",
      [signedOff(0), recognised(1), signedOff(2), signedOff(3)],
      ["signedOff", "recognised", "signedOff", "signedOff"],
    ],
    ["STEP1 recognised, education passed over", [recognised(1)], ["recognised", "recognised", "open", "later"]],
    ["STEP1 revoked under STEP2", [signedOff(0), signedOff(2)], ["signedOff", "open", "signedOff", "later"]],
  ])("%s", (_case, completions, states) => {
    expect(stations(...completions)).toEqual(states);
  });

  test("a station says what completed it: who, when and how", () => {
    const states = stepStates({
      roleGroupCode: "soc-monitoring",
      completions: [signedOff(0), recognised(1)],
      basicCompleted: true,
    });
    expect(states.slice(0, 3)).toEqual([
      {
        step: 0,
        state: "signedOff",
        completion: { step: 0, by: "signOff", on: "2025-01-12", byId: "takahashi" },
        counts: true,
      },
      {
        step: 1,
        state: "recognised",
        completion: { step: 1, by: "recognition", on: "2025-04-01", byId: "manager" },
        counts: true,
      },
      { step: 2, state: "open", completion: null, counts: false },
    ]);
  });

  test("education passed over shows the recognition that passed over it", () => {
    const [education] = stepStates({
      roleGroupCode: "forensics",
      completions: [recognised(1)],
      basicCompleted: false,
    });
    expect(education).toEqual({ step: 0, state: "recognised", completion: recognised(1), counts: true });
  });

  test.each([
    ["the earlier of two", [signedOff(1, "2025-06-01"), recognised(1, "2025-04-01")], "recognised"],
    ["the sign-off of two on one day", [recognised(1, "2025-04-01"), signedOff(1, "2025-04-01")], "signedOff"],
  ])("completed twice, %s is shown, whatever order they came in", (_case, completions, state) => {
    for (const order of [completions, [...completions].reverse()]) expect(stations(...order)[1]).toBe(state);
  });

  test("what stands above a revoked STEP does not count until the gap is closed", () => {
    const counting = (...completions: StepCompletion[]) =>
      stepStates({ roleGroupCode: "forensics", completions, basicCompleted: true }).map(({ counts }) => counts);
    expect(counting(signedOff(0), signedOff(2), signedOff(3))).toEqual([true, false, false, false]);
    expect(counting(recognised(1), signedOff(3))).toEqual([true, true, false, false]);
    expect(counting(signedOff(0), signedOff(1), signedOff(2), signedOff(3))).toEqual([true, true, true, true]);
  });

  test("basic education has one station", () => {
    const states = (...completions: StepCompletion[]) =>
      stepStates({ roleGroupCode: null, completions, basicCompleted: false });
    expect(states()).toEqual([{ step: 0, state: "open", completion: null, counts: false }]);
    expect(states(signedOff(0))).toEqual([{ step: 0, state: "signedOff", completion: signedOff(0), counts: true }]);
  });
});

describe("the order of signing off (product rule 1)", () => {
  const open = (step: StepNumber, completions: readonly StepCompletion[], basicCompleted = true) =>
    earlierOpen(step, { roleGroupCode: "soc-monitoring", completions, basicCompleted });

  test.each([
    ["common education needs nothing before it", 0, [], false, []],
    ["STEP1 needs basic and common education", 1, [], false, ["basic", 0]],
    ["STEP1 needs basic education", 1, [signedOff(0)], false, ["basic"]],
    ["STEP1 needs common education", 1, [], true, [0]],
    ["STEP1 with both", 1, [signedOff(0)], true, []],
    ["STEP2 needs STEP1", 2, [signedOff(0)], true, [1]],
    ["STEP2 with nothing before it", 2, [], false, ["basic", 0, 1]],
    ["STEP2 with STEP1", 2, [signedOff(0), signedOff(1)], true, []],
    ["STEP3 needs STEP2", 3, [signedOff(0), signedOff(1)], true, [2]],
    ["STEP3 with STEP2 but STEP1 revoked", 3, [signedOff(0), signedOff(2)], true, [1]],
    ["a recognised STEP1 stands for the education before it", 2, [recognised(1)], false, []],
    ["but not for the STEPs after it", 3, [recognised(1)], false, [2]],
    ["STEP1 itself is not excused by having been recognised", 1, [recognised(1)], false, ["basic", 0]],
  ] as const)("%s", (_case, step, completions, basicCompleted, expected) => {
    expect(open(step, completions, basicCompleted)).toEqual(expected);
  });

  test("basic education needs nothing before it", () => {
    expect(earlierOpen(0, { roleGroupCode: null, completions: [], basicCompleted: false })).toEqual([]);
  });
});

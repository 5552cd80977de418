import { describe, expect, test } from "vitest";
import { type EnrolmentToAct, nextActions } from "@/lib/domain/next-action";
import type { CriterionProgress, NextAct } from "@/lib/domain/progress";

const TODAY = "2026-11-20";

const aProgress = (criterionCode: string, next: NextAct, wish: Partial<CriterionProgress> = {}): CriterionProgress => ({
  kind: "count",
  criterionCode,
  have: 0,
  need: 10,
  unit: "times",
  direction: "atLeast",
  met: false,
  counted: [],
  notCounted: [],
  waiting: [],
  slots: [],
  parts: [],
  openRemarkIds: [],
  next,
  ...wish,
});
const toLog = (criterionCode: string, have = 0, by?: string) =>
  aProgress(criterionCode, { act: "record", remaining: 10 - have, ...(by !== undefined && { by }) }, { have });
const anEnrolment = (wish: Partial<EnrolmentToAct> = {}): EnrolmentToAct => ({
  enrolmentId: "soc",
  step: 2,
  criteria: [],
  remarks: [],
  judgementAsked: [],
  topics: null,
  mayAsk: false,
  ...wish,
});
const remark = (recordId: string | null, waits = false) => ({
  remarkId: `remark on ${recordId}`,
  criterionCode: "duty",
  recordId,
  waits,
});
/** What Misaki is told, in short. */
const told = (...enrolments: EnrolmentToAct[]) =>
  nextActions(enrolments, TODAY).map((action) => {
    if (action.kind === "sentBack") return `sentBack ${action.recordId}`;
    return "criterionCode" in action
      ? `${action.kind} ${action.criterionCode}`
      : `${action.kind} ${action.enrolmentId}`;
  });

test("what breaks soonest, then what was sent back, then what is nearest to met", () => {
  const liaison = anEnrolment({
    enrolmentId: "liaison",
    criteria: [toLog("report", 7, "2026-11-30"), toLog("meetings", 3)],
  });
  const soc = anEnrolment({ criteria: [toLog("duty", 6), toLog("alerts", 9)], remarks: [remark("r1")] });
  expect(told(soc, liaison)).toEqual(["breaks report", "sentBack r1", "advance alerts"]);
});

test("the earlier end of two comes first", () => {
  const criteria = [toLog("later", 0, "2026-12-10"), toLog("sooner", 0, "2026-11-30")];
  expect(told(anEnrolment({ criteria }))).toEqual(["breaks sooner", "breaks later"]);
});

test.each([
  ["2026-12-21", ["breaks meetings"]],
  ["2026-12-22", ["advance meetings"]],
])("what counts until %s", (by, expected) => {
  expect(told(anEnrolment({ criteria: [toLog("meetings", 3, by)] }))).toEqual(expected);
});

describe("what was sent back", () => {
  test("is shown however much there is, one for each record", () => {
    const remarks = [remark("r1"), remark("r1"), remark("r2"), remark("r3"), remark("r4"), remark(null), remark(null)];
    expect(told(anEnrolment({ remarks, criteria: [toLog("duty", 9)] }))).toEqual([
      "sentBack r1",
      "sentBack r2",
      "sentBack r3",
      "sentBack r4",
      "sentBack null",
      "sentBack null",
    ]);
  });

  test("is the mentor's turn once it was answered", () => {
    expect(told(anEnrolment({ remarks: [remark("r1", true)] }))).toEqual([]);
  });

  test("is told also where no STEP is open any more", () => {
    expect(told(anEnrolment({ step: null, remarks: [remark("r1")] }))).toEqual(["sentBack r1"]);
  });
});

describe("what is nearest to met", () => {
  test("three in all", () => {
    const criteria = [toLog("a", 1), toLog("b", 4), toLog("c", 3), toLog("d", 2)];
    expect(told(anEnrolment({ criteria }))).toEqual(["advance b", "advance c", "advance d"]);
  });

  test("a STEP that can be asked for comes before all of them", () => {
    const ready = anEnrolment({ enrolmentId: "liaison", mayAsk: true });
    expect(told(anEnrolment({ criteria: [toLog("a", 9)] }), ready)).toEqual(["ask liaison", "advance a"]);
  });

  test("topics still to be learned", () => {
    const basic = anEnrolment({ enrolmentId: "basic", step: 0, topics: { done: 3, all: 4 } });
    expect(told(anEnrolment({ criteria: [toLog("a", 7), toLog("b", 8)] }), basic)).toEqual([
      "advance b",
      "learn basic",
      "advance a",
    ]);
    expect(told(anEnrolment({ step: 0, topics: { done: 4, all: 4 } }))).toEqual([]);
  });

  test.each([
    ["it is met", aProgress("a", { act: "record", remaining: 1 }, { met: true })],
    ["others act first", aProgress("a", { act: "awaitVerification", waiting: 2 })],
    ["nothing helps before a day", aProgress("a", { act: "waitUntil", day: "2026-12-01" })],
    ["the organisation has no list", aProgress("a", { act: "organisationSetsList", param: "p" })],
    ["nothing is left to do", aProgress("a", { act: "none" })],
  ])("not where %s", (_name, progress) => {
    expect(told(anEnrolment({ criteria: [progress] }))).toEqual([]);
  });

  test("a judgement is asked for once", () => {
    const criteria = [aProgress("structure", { act: "askJudgement", checkpoints: ["network"] })];
    expect(told(anEnrolment({ criteria }))).toEqual(["advance structure"]);
    expect(told(anEnrolment({ criteria, judgementAsked: ["structure"] }))).toEqual([]);
  });

  test("the same criterion of two enrolments stays apart", () => {
    const breaking = anEnrolment({ enrolmentId: "a", criteria: [toLog("report", 1, "2026-11-30")] });
    const calm = anEnrolment({ enrolmentId: "b", criteria: [toLog("report", 1)] });
    expect(told(breaking, calm)).toEqual(["breaks report", "advance report"]);
  });
});

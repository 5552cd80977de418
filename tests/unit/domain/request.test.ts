import { describe, expect, test } from "vitest";
import {
  answer,
  ask,
  askJudgement,
  type CriterionToJudge,
  markDone,
  type StepToAsk,
  type TaskToMark,
  unmark,
  withdrawAsked,
} from "@/lib/domain/request";
import { REPORT_WRITING, SOLO_DUTY } from "@/tests/support/drafts";

const refused = (refusal: object) => ({ ok: false, refusal });
const accepted = (value: unknown) => ({ ok: true, value });

describe("Sato Misaki asks for STEP2 to be signed off", () => {
  const step: StepToAsk = {
    step: 2,
    completed: false,
    earlierOpen: null,
    unmet: [],
    openRequestId: null,
  };

  test("when everything is met and every earlier STEP is done", () => {
    expect(ask(step)).toEqual(accepted({ again: null }));
  });

  test.each([
    ["not her STEP", null, { code: "NotFound" }],
    ["signed off already", { ...step, completed: true }, { code: "StepCompleted", step: 2 }],
    ["STEP1 is open", { ...step, earlierOpen: 1 as const }, { code: "EarlierStepOpen", step: "1" }],
    ["common education is open", { ...step, earlierOpen: 0 as const }, { code: "EarlierStepOpen", step: "0" }],
    ["basic education is open", { ...step, earlierOpen: "basic" as const }, { code: "EarlierStepOpen", step: "basic" }],
    ["two criteria are open", { ...step, unmet: ["a", "b"] }, { code: "NotYetMet", count: 2, kind: "criteria" }],
    ["topics are open", { ...step, step: 0 as const, unmet: ["t"] }, { code: "NotYetMet", count: 1, kind: "topics" }],
  ])("refused: %s", (_name, asked, refusal) => {
    expect(ask(asked)).toEqual(refused(refusal));
  });

  test("asking again while one waits is the same request, whatever changed since", () => {
    expect(ask({ ...step, openRequestId: "q1", unmet: ["a"] })).toEqual(accepted({ again: "q1" }));
  });

  test("order is said before what is unmet", () => {
    expect(ask({ ...step, earlierOpen: 1, unmet: ["a"] })).toEqual(refused({ code: "EarlierStepOpen", step: "1" }));
  });
});

test.each([
  ["waiting", { outcome: null }, accepted("withdrawn")],
  ["withdrawn before", { outcome: "withdrawn" as const }, accepted("already")],
  ["signed off", { outcome: "signedOff" as const }, refused({ code: "RequestClosed" })],
  ["sent back", { outcome: "sentBack" as const }, refused({ code: "RequestClosed" })],
  ["not hers", null, refused({ code: "NotFound" })],
])("taking a request back that is %s", (_name, request, decision) => {
  expect(withdrawAsked(request)).toEqual(decision);
});

describe("asking for a judgement", () => {
  const criterion: CriterionToJudge = {
    stepCompleted: false,
    step: 3,
    rule: REPORT_WRITING.rule,
    met: false,
    openRequestId: null,
  };

  test.each([
    ["of a judged criterion", criterion, accepted({ again: null })],
    [
      "judged is only a part of the rule",
      { ...criterion, rule: { kind: "allOf" as const, of: [SOLO_DUTY.rule, REPORT_WRITING.rule] } },
      accepted({ again: null }),
    ],
    ["asked before", { ...criterion, openRequestId: "j1" }, accepted({ again: "j1" })],
    ["counted, not judged", { ...criterion, rule: SOLO_DUTY.rule }, refused({ code: "NothingToJudge" })],
    ["met already", { ...criterion, met: true }, refused({ code: "AlreadyMet" })],
    ["its STEP is signed off", { ...criterion, stepCompleted: true }, refused({ code: "StepCompleted", step: 3 })],
    ["not hers", null, refused({ code: "NotFound" })],
  ])("%s", (_name, asked, decision) => {
    expect(askJudgement(asked)).toEqual(decision);
  });
});

test.each([
  ["an open remark", { settled: false, answer: null }, accepted("new")],
  ["the same answer twice", { settled: false, answer: "ログを足しました。" }, accepted("already")],
  ["the same answer, settled meanwhile", { settled: true, answer: "ログを足しました。" }, accepted("already")],
  ["another answer", { settled: false, answer: "前の答え" }, refused({ code: "RemarkAnswered" })],
  ["settled", { settled: true, answer: null }, refused({ code: "RemarkSettled" })],
  ["not hers", null, refused({ code: "NotFound" })],
])("answering %s", (_name, remark, decision) => {
  expect(answer(remark, "ログを足しました。")).toEqual(decision);
});

describe("ticking learning tasks and topics", () => {
  const topic: TaskToMark = {
    step: 0,
    stepCompleted: false,
    isTopic: true,
    done: false,
    today: "2026-11-20",
  };

  test.each([
    ["today by default", topic, null, accepted("2026-11-20")],
    ["on the day it was done", topic, "2026-10-01", accepted("2026-10-01")],
    ["in the future", topic, "2026-11-21", refused({ code: "DoneInFuture" })],
    ["done before: nothing changes", { ...topic, done: true }, "2026-10-01", accepted(null)],
    ["unknown", null, null, refused({ code: "NotFound" })],
  ])("done: %s", (_name, task, day, decision) => {
    expect(markDone(task, day)).toEqual(decision);
  });

  const done = { ...topic, done: true };
  test.each([
    ["while its STEP is open", done, accepted("unmarked")],
    ["twice", topic, accepted("already")],
    [
      "a topic that a completed STEP rests on",
      { ...done, stepCompleted: true },
      refused({ code: "StepCompleted", step: 0 }),
    ],
    ["a learning task, which nothing rests on", { ...done, stepCompleted: true, isTopic: false }, accepted("unmarked")],
    ["unknown", null, refused({ code: "NotFound" })],
  ])("not done after all: %s", (_name, task, decision) => {
    expect(unmark(task)).toEqual(decision);
  });
});

import { describe, expect, test } from "vitest";
import type { CriterionNode } from "@/lib/domain/curriculum";
import { objectionTo, type Prospect } from "@/lib/domain/objection";
import {
  CASE_DRILL,
  EVIDENCED,
  INCIDENT_DIRECTION,
  MONTHLY_REPORT,
  READING,
  REPORT_WRITING,
  SOLO_DUTY,
} from "@/tests/support/drafts";

describe("why a record as filled in would not count", () => {
  const alone: Prospect = {
    kind: "alertJudgement",
    supervision: 4,
    mentorPresent: false,
    parts: [],
    judged: 1,
    right: 1,
    evidenceCount: 0,
  };
  const reasonFor = (criterion: CriterionNode, wish: Partial<Prospect> = {}, values = {}) =>
    objectionTo(criterion, { ...alone, ...wish }, values)?.reason ?? null;

  test.each([
    ["it would", SOLO_DUTY, {}, null],
    ["with the mentor beside", SOLO_DUTY, { supervision: 2 }, "supervisionTooLow"],
    ["nothing said about supervision", SOLO_DUTY, { supervision: null }, "supervisionMissing"],
    ["another kind", SOLO_DUTY, { kind: "report" }, "kindNotAsked"],
    ["no mentor there", INCIDENT_DIRECTION, { kind: "incident" }, "mentorAbsent"],
    [
      "a part missing",
      INCIDENT_DIRECTION,
      { kind: "incident", mentorPresent: true, parts: ["diagram"] },
      "partsMissing",
    ],
    ["all parts", INCIDENT_DIRECTION, { kind: "incident", mentorPresent: true, parts: ["diagram", "review"] }, null],
    ["no evidence", EVIDENCED, {}, "evidenceMissing"],
    ["some evidence", EVIDENCED, { evidenceCount: 1 }, null],
    ["a drill with help", CASE_DRILL, { kind: "drillCase", supervision: 3 }, "supervisionTooLow"],
    ["no drill at all", CASE_DRILL, { kind: "report" }, "kindNotAsked"],
    ["reading logged as a report", READING, { kind: "report" }, "kindNotAsked"],
    ["reading", READING, { kind: "reading" }, null],
    ["a mentor judges it: any record may support", REPORT_WRITING, { kind: "other" }, null],
  ] as const)("%s", (_name, criterion, wish, reason) => {
    expect(reasonFor(criterion, wish)).toBe(reason);
  });

  test("the missing parts are named", () => {
    const shown: Prospect = { ...alone, kind: "incident", mentorPresent: true, parts: ["diagram"] };
    expect(objectionTo(INCIDENT_DIRECTION, shown, {})).toEqual({ reason: "partsMissing", missing: ["review"] });
  });

  test("exercises, where policy does not count them", () => {
    const rule = { kind: "count", need: 3, unit: "times", counts: { exercisesCount: { default: true } } } as const;
    const criterion: CriterionNode = { code: "g1.s2.x", rule };
    expect(reasonFor(criterion, { kind: "exercise" })).toBeNull();
    expect(reasonFor(criterion, { kind: "exercise" }, { "g1.s2.x.exercisesCount": false })).toBe("exerciseNotCounted");
  });

  test("one leaf that takes it is enough", () => {
    const either: CriterionNode = { code: "x", rule: { kind: "anyOf", of: [MONTHLY_REPORT.rule, SOLO_DUTY.rule] } };
    expect(reasonFor(either)).toBeNull();
    expect(reasonFor(either, { kind: "meeting" })).toBe("kindNotAsked");
  });
});

import { describe, expect, test } from "vitest";
import {
  countsRecords,
  drillsCases,
  fieldsNeededBy,
  inferKind,
  kindsServing,
  leavesOf,
  partsOf,
  readingListsOf,
  techniquesOf,
} from "@/lib/domain/record-needs";
import type { CriterionRule } from "@/lib/domain/rule";
import {
  ALERT_ACCURACY,
  CASE_DRILL,
  EVIDENCED,
  INCIDENT_DIRECTION,
  MONTHLY_REPORT,
  READING,
  REPORT_WRITING,
  SOLO_DUTY,
  TECHNIQUES,
} from "@/tests/support/drafts";

const EITHER: CriterionRule = {
  kind: "anyOf",
  of: [
    { kind: "duration", months: 12, perMonth: 1, counts: { kinds: ["analysis"] } },
    { kind: "allOf", of: [SOLO_DUTY.rule, ALERT_ACCURACY.rule] },
  ],
};

describe("fields needed", () => {
  test.each([
    ["a count done alone", SOLO_DUTY.rule, ["supervision"]],
    ["accuracy", ALERT_ACCURACY.rule, ["judged", "right"]],
    ["cadence", MONTHLY_REPORT.rule, ["periodCovered"]],
    ["occasions with parts", INCIDENT_DIRECTION.rule, ["mentorPresent", "incidentRef", "parts"]],
    ["case drill", CASE_DRILL.rule, ["subCase", "supervision"]],
    ["reading", READING.rule, ["readingItem"]],
    ["techniques", TECHNIQUES.rule, ["technique"]],
    ["judged, with work to be seen", REPORT_WRITING.rule, ["parts"]],
    ["evidence asked", EVIDENCED.rule, ["evidence"]],
    ["work under guidance", { kind: "count", need: 1, unit: "times", counts: { maxSupervision: 3 } }, ["supervision"]],
    ["only judged", { kind: "attest", checkpoints: [] }, []],
    ["several leaves, each field once", EITHER, ["supervision", "judged", "right"]],
  ] as const)("%s", (_name, rule, fields) => {
    expect(fieldsNeededBy(rule as CriterionRule)).toEqual(fields);
  });
});

describe("kinds that can serve", () => {
  test.each([
    ["as the rule says", MONTHLY_REPORT.rule, ["report"]],
    ["a drill", CASE_DRILL.rule, ["drillCase", "exercise", "incident"]],
    ["reading", READING.rule, ["reading"]],
    ["any, where the rule does not ask", EVIDENCED.rule, null],
    ["those of all leaves", EITHER, ["analysis", "alertJudgement"]],
  ] as const)("%s", (_name, rule, kinds) => {
    expect(kindsServing(rule as CriterionRule)).toEqual(kinds);
  });
});

test("leaves, parts, techniques, lists and drills are found wherever they stand in a rule", () => {
  const all: CriterionRule = {
    kind: "allOf",
    of: [INCIDENT_DIRECTION.rule, REPORT_WRITING.rule, TECHNIQUES.rule, READING.rule, CASE_DRILL.rule],
  };
  expect(leavesOf(all)).toHaveLength(5);
  expect(partsOf(all)).toEqual(["diagram", "review", "report"]);
  expect(techniquesOf(all)).toEqual(["machine", "network"]);
  expect(readingListsOf(all)).toEqual(["g3.s1.readingList"]);
  expect(drillsCases(all)).toBe(true);
  expect(drillsCases(EITHER)).toBe(false);
});

test("a rule that is only judged counts no records", () => {
  expect(countsRecords(REPORT_WRITING.rule)).toBe(false);
  expect(countsRecords({ kind: "allOf", of: [REPORT_WRITING.rule, SOLO_DUTY.rule] })).toBe(true);
});

describe("the kind where nobody said it", () => {
  test.each([
    ["nothing chosen", [], "other"],
    ["the first that the rule lists", [{ rule: SOLO_DUTY.rule, lastKind: null }], "alertJudgement"],
    ["the one used last", [{ rule: SOLO_DUTY.rule, lastKind: "analysis" }], "analysis"],
    [
      "one that serves both",
      [
        { rule: SOLO_DUTY.rule, lastKind: "analysis" },
        { rule: ALERT_ACCURACY.rule, lastKind: null },
      ],
      "alertJudgement",
    ],
    ["the last kind no longer serves", [{ rule: MONTHLY_REPORT.rule, lastKind: "meeting" }], "report"],
    ["any kind serves: the one used last", [{ rule: EVIDENCED.rule, lastKind: "course" }], "course"],
    ["any kind serves, none used", [{ rule: EVIDENCED.rule, lastKind: null }], "other"],
    [
      "none serves both: the first listed",
      [
        { rule: MONTHLY_REPORT.rule, lastKind: null },
        { rule: READING.rule, lastKind: null },
      ],
      "report",
    ],
  ] as const)("%s", (_name, chosen, kind) => {
    expect(inferKind(chosen)).toBe(kind);
  });
});

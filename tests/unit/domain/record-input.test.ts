import { describe, expect, test } from "vitest";
import { complete, type RecordInput } from "@/lib/domain/record-input";
import {
  ALERT_ACCURACY,
  aDraft,
  aLogContext,
  aLoggedEnrolment,
  CASE_DRILL,
  claimOn,
  INCIDENT_DIRECTION,
  MONTHLY_REPORT,
  READING,
  SOLO_DUTY,
  TECHNIQUES,
} from "@/tests/support/drafts";

const context = aLogContext([SOLO_DUTY, ALERT_ACCURACY, INCIDENT_DIRECTION, CASE_DRILL, READING, TECHNIQUES]);
/** Every field of the form is filled in. */
const full: RecordInput = aDraft({
  supervision: 4,
  mentorPresentId: "inoue",
  incidentRef: "INC-1",
  periodCovered: "2026-11",
  subCase: "case-1.respond",
  judged: 3,
  right: 2,
  technique: "machine",
  readingItem: "nist-sp-800-94",
  evidence: [{ kind: "ticket", value: "SOC-1" }],
});
const FIELDS = [
  "supervision",
  "mentorPresentId",
  "incidentRef",
  "periodCovered",
  "subCase",
  "judged",
  "right",
  "technique",
  "readingItem",
] as const;
const keptOf = (input: RecordInput) => {
  const draft = complete(input, context);
  return FIELDS.filter((field) => draft[field] !== null);
};

describe("fields left over from criteria that are no longer chosen are dropped", () => {
  test.each([
    ["nothing claimed", [], []],
    ["done alone", [claimOn(SOLO_DUTY)], ["supervision"]],
    ["accuracy", [claimOn(ALERT_ACCURACY)], ["judged", "right"]],
    ["with the mentor", [claimOn(INCIDENT_DIRECTION)], ["mentorPresentId", "incidentRef"]],
    ["case drill", [claimOn(CASE_DRILL)], ["supervision", "subCase"]],
    ["reading", [claimOn(READING)], ["readingItem"]],
    ["technique", [claimOn(TECHNIQUES)], ["technique"]],
    ["two of them", [claimOn(SOLO_DUTY), claimOn(ALERT_ACCURACY)], ["supervision", "judged", "right"]],
    ["one that is not claimable asks for nothing", [claimOn(MONTHLY_REPORT)], []],
  ] as const)("%s", (_name, claims, kept) => {
    expect(keptOf({ ...full, claims })).toEqual(kept);
  });

  test("evidence always stays; TLP:RED keeps the mentor who may read it", () => {
    expect(complete(full, context).evidence).toEqual(full.evidence);
    expect(complete({ ...full, tlp: "RED" }, context).mentorPresentId).toBe("inoue");
  });

  test("a mentor from the list comes before a name that was typed", () => {
    const both = { ...full, mentorPresentName: "外部の講師", claims: [claimOn(INCIDENT_DIRECTION)] };
    expect(complete(both, context)).toMatchObject({ mentorPresentId: "inoue", mentorPresentName: null });
    const outside = { ...both, mentorPresentId: null };
    expect(complete(outside, context)).toMatchObject({ mentorPresentId: null, mentorPresentName: "外部の講師" });
  });
});

describe("what the quick log leaves open", () => {
  const quick = { ...full, happenedOn: null, kind: null };

  test("is today in the team of the first claim", () => {
    const twoTeams = aLogContext([], {
      enrolments: [
        aLoggedEnrolment([SOLO_DUTY], { enrolmentId: "honolulu", today: "2026-11-20" }),
        aLoggedEnrolment([ALERT_ACCURACY], { enrolmentId: "tokyo", today: "2026-11-21" }),
      ],
    });
    const inHonolulu = { ...quick, claims: [claimOn(SOLO_DUTY, [], "honolulu")] };
    expect(complete(inHonolulu, twoTeams).happenedOn).toBe("2026-11-20");
    expect(complete({ ...quick, claims: [] }, twoTeams).happenedOn).toBe("2026-11-21");
  });

  test("is the kind used last for the criterion, else the first that serves it", () => {
    const solo = { ...quick, claims: [claimOn(SOLO_DUTY)] };
    expect(complete(solo, context).kind).toBe("alertJudgement");
    expect(complete(solo, context, new Map([[SOLO_DUTY.code, "analysis"]])).kind).toBe("analysis");
    expect(complete({ ...quick, claims: [] }, context).kind).toBe("other");
  });

  test("what was said stays", () => {
    expect(complete({ ...full, happenedOn: "2026-11-01" }, context)).toMatchObject({
      happenedOn: "2026-11-01",
      kind: "alertJudgement",
    });
  });
});

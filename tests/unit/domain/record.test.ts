import { describe, expect, test } from "vitest";
import type { CriterionNode } from "@/lib/domain/curriculum";
import { type LogContext, log, loggedLate, type RecordDraft } from "@/lib/domain/record";
import {
  ALERT_ACCURACY,
  aDraft,
  aLogContext,
  aLoggedEnrolment,
  CASE_DRILL,
  claimOn,
  EVIDENCED,
  INCIDENT_DIRECTION,
  MONTHLY_REPORT,
  READING,
  REPORT_WRITING,
  SOLO_DUTY,
  TECHNIQUES,
} from "@/tests/support/drafts";

const refusalOf = (draft: RecordDraft, context: LogContext) => {
  const decision = log(draft, context);
  return decision.ok ? null : decision.refusal;
};
const refusedCode = (draft: RecordDraft, context: LogContext = aLogContext([])) =>
  refusalOf(draft, context)?.code ?? null;

describe("the day a record happened on", () => {
  test.each([
    ["today", "2026-11-20", null],
    ["yesterday", "2026-11-19", null],
    ["tomorrow", "2026-11-21", "HappenedInFuture"],
    ["the first day that policy allows", "2023-04-01", null],
    ["the day before it", "2023-03-31", "DayTooLongAgo"],
  ])("%s", (_name, happenedOn, code) => {
    expect(refusedCode(aDraft({ happenedOn }))).toBe(code);
  });

  test("the refusal names the earliest day", () => {
    expect(refusalOf(aDraft({ happenedOn: "2020-01-01" }), aLogContext([]))).toEqual({
      code: "DayTooLongAgo",
      earliestOn: "2023-04-01",
    });
  });

  const twoTeams = aLogContext([], {
    enrolments: [
      aLoggedEnrolment([SOLO_DUTY], { enrolmentId: "tokyo", today: "2026-11-21", earliestOn: "2023-04-01" }),
      aLoggedEnrolment([MONTHLY_REPORT], { enrolmentId: "honolulu", today: "2026-11-20", earliestOn: "2024-10-01" }),
    ],
  });
  const report = { periodCovered: "2026-11", kind: "report" } as const;

  test.each([
    ["claims nothing: the widest days of all teams", { happenedOn: "2026-11-21" }, null],
    ["claims nothing: the longest reach", { happenedOn: "2023-04-01" }, null],
    [
      "claimed in Honolulu, where it is still the 20th",
      { happenedOn: "2026-11-21", ...report, claims: [claimOn(MONTHLY_REPORT, [], "honolulu")] },
      "HappenedInFuture",
    ],
    [
      "claimed in Tokyo, where it is the 21st",
      { happenedOn: "2026-11-21", supervision: 4, claims: [claimOn(SOLO_DUTY, [], "tokyo")] },
      null,
    ],
    [
      "before the reach of the enrolment it is claimed for",
      {
        happenedOn: "2024-09-30",
        kind: "report",
        periodCovered: "2024-09",
        claims: [claimOn(MONTHLY_REPORT, [], "honolulu")],
      },
      "DayTooLongAgo",
    ],
  ] as const)("%s", (_name, wish, code) => {
    expect(refusedCode(aDraft(wish), twoTeams)).toBe(code);
  });

  const both = {
    supervision: 4,
    kind: "report",
    claims: [claimOn(SOLO_DUTY, [], "tokyo"), claimOn(MONTHLY_REPORT, [], "honolulu")],
  } as const;
  test.each([
    ["2026-11-20", null],
    ["2026-11-21", "HappenedInFuture"],
    ["2024-10-01", null],
    ["2024-09-30", "DayTooLongAgo"],
  ])("claimed in both teams, %s has to be open in both", (happenedOn, code) => {
    expect(refusedCode(aDraft({ ...both, happenedOn, periodCovered: happenedOn.slice(0, 7) }), twoTeams)).toBe(code);
  });

  test("nobody without an enrolment logs", () => {
    expect(refusedCode(aDraft(), aLogContext([], { enrolments: [] }))).toBe("NotEnrolled");
  });
});

describe("the month a report is for", () => {
  test.each([
    ["2026-11", null],
    ["2026-10", null],
    ["2026-12", "MonthInFuture"],
    ["2023-04", null],
    ["2023-03", "MonthTooLongAgo"],
  ])("%s", (periodCovered, code) => {
    expect(refusedCode(aDraft({ periodCovered }))).toBe(code);
  });

  test("a report written in October is not for November", () => {
    expect(refusedCode(aDraft({ happenedOn: "2026-10-31", periodCovered: "2026-11" }))).toBe("MonthInFuture");
  });
});

describe("TLP:RED", () => {
  const red = { tlp: "RED", did: null, learned: null, mentorPresentId: "inoue" } as const;

  test("holds a reference only, for a named mentor", () => {
    expect(refusedCode(aDraft(red))).toBeNull();
    expect(refusedCode(aDraft({ ...red, did: "C2サーバーを特定した。" }))).toBe("RedHoldsReferenceOnly");
    expect(refusedCode(aDraft({ ...red, learned: "手順を覚えた。" }))).toBe("RedHoldsReferenceOnly");
    expect(refusedCode(aDraft({ ...red, mentorPresentId: null, mentorPresentName: "外部の講師" }))).toBe(
      "RedNeedsMentor",
    );
  });

  test.each(["AMBER+STRICT", "AMBER", "GREEN", "CLEAR"] as const)("%s may hold text", (tlp) => {
    expect(refusedCode(aDraft({ tlp }))).toBeNull();
  });
});

test("a mentor who is named belongs to one of the pools", () => {
  expect(refusedCode(aDraft({ mentorPresentId: "inoue" }))).toBeNull();
  expect(refusedCode(aDraft({ mentorPresentId: "stranger" }))).toBe("MentorUnknown");
  expect(refusedCode(aDraft({ mentorPresentName: "JPCERT/CCの講師" }))).toBeNull();
});

test.each([
  [1, 1, null],
  [10, 9, null],
  [1, 0, null],
  [1, 2, "MoreRightThanJudged"],
  [null, 1, "MoreRightThanJudged"],
  [null, 0, null],
] as const)("%s judged, %s right", (judged, right, code) => {
  expect(refusedCode(aDraft({ judged, right }))).toBe(code);
});

test.each([
  [{ subCase: "case-1.respond" }, null],
  [{ subCase: "case-9.invented" }, "subCase"],
  [{ technique: "machine" }, null],
  [{ technique: "astrology" }, "technique"],
  [{ readingItem: "nist-sp-800-94" }, null],
  [{ readingItem: "some-novel" }, "readingItem"],
] as const)("a choice that is on no list is refused: %o", (wish, field) => {
  expect(refusalOf(aDraft(wish), aLogContext([]))).toEqual(field === null ? null : { code: "ChoiceUnknown", field });
});

describe("the fields that the claimed criteria need", () => {
  const context = aLogContext([
    SOLO_DUTY,
    ALERT_ACCURACY,
    MONTHLY_REPORT,
    INCIDENT_DIRECTION,
    CASE_DRILL,
    READING,
    TECHNIQUES,
    REPORT_WRITING,
    EVIDENCED,
  ]);
  const cases: readonly [CriterionNode, Partial<RecordDraft>, string | string[] | null][] = [
    [SOLO_DUTY, {}, "supervision"],
    [SOLO_DUTY, { supervision: 1 }, null],
    [ALERT_ACCURACY, {}, ["judged", "right"]],
    [ALERT_ACCURACY, { judged: 3 }, "right"],
    [ALERT_ACCURACY, { judged: 3, right: 0 }, null],
    [MONTHLY_REPORT, {}, "periodCovered"],
    [MONTHLY_REPORT, { periodCovered: "2026-11" }, null],
    [CASE_DRILL, {}, ["supervision", "subCase"]],
    [CASE_DRILL, { supervision: 4 }, "subCase"],
    [CASE_DRILL, { subCase: "case-1.respond" }, "supervision"],
    [CASE_DRILL, { subCase: "case-1.respond", supervision: 4 }, null],
    [READING, {}, "readingItem"],
    [READING, { readingItem: "nist-sp-800-94" }, null],
    [TECHNIQUES, {}, "technique"],
    [TECHNIQUES, { technique: "network" }, null],
    [EVIDENCED, {}, "evidence"],
    [EVIDENCED, { evidence: [{ kind: "ticket", value: "SOC-20418" }] }, null],
    [INCIDENT_DIRECTION, {}, null],
    [REPORT_WRITING, {}, null],
  ];

  test.each(cases.map(([criterion, wish, field]) => [criterion.code, wish, field, criterion] as const))(
    "%s with %o lacks %s",
    (_code, wish, field, criterion) => {
      const refusal = refusalOf(aDraft({ ...wish, claims: [claimOn(criterion)] }), context);
      expect(refusal).toEqual(field === null ? null : { code: "FieldsMissing", fields: [field].flat() });
    },
  );

  test("a record that claims nothing needs none of them", () => {
    expect(refusedCode(aDraft(), context)).toBeNull();
  });

  test("what all claims lack is named at once, each field once", () => {
    const claims = [SOLO_DUTY, ALERT_ACCURACY, MONTHLY_REPORT, CASE_DRILL].map((each) => claimOn(each));
    const fields = ["supervision", "periodCovered", "subCase", "judged", "right"];
    expect(refusalOf(aDraft({ claims }), context)).toEqual({ code: "FieldsMissing", fields });
  });
});

describe("what may be claimed", () => {
  const context = aLogContext([INCIDENT_DIRECTION, REPORT_WRITING]);

  test.each([
    ["a criterion of the enrolment", claimOn(INCIDENT_DIRECTION), null],
    ["one that it does not have, or whose STEP is signed off", claimOn(SOLO_DUTY), "CriterionNotClaimable"],
    ["somebody else's enrolment", claimOn(INCIDENT_DIRECTION, [], "another"), "CriterionNotClaimable"],
    ["parts that the rule names", claimOn(INCIDENT_DIRECTION, ["diagram", "review"]), null],
    ["a part that it does not name", claimOn(INCIDENT_DIRECTION, ["poem"]), "PartUnknown"],
    ["the work that a judged criterion wants to see", claimOn(REPORT_WRITING, ["report"]), null],
  ] as const)("%s", (_name, claim, code) => {
    expect(refusedCode(aDraft({ kind: "incident", claims: [claim] }), context)).toBe(code);
  });
});

test.each([
  ["2026-11-20", "2026-11-20", null],
  ["2026-10-20", "2026-11-20", null],
  ["2026-10-19", "2026-11-20", 32],
  ["2025-11-20", "2026-11-20", 365],
  ["2024-02-28", "2024-04-01", 33],
])("happened on %s, logged on %s: late by %s", (happenedOn, loggedOn, delay) => {
  expect(loggedLate(happenedOn, loggedOn)).toBe(delay);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogContext, RecordDraft } from "@/lib/domain/record";
import { log } from "@/lib/domain/record";
import { kindsServing } from "@/lib/domain/record-needs";
import { RECORD_KINDS, SUPERVISIONS } from "@/lib/domain/rule";
import { claimsShown } from "@/lib/domain/shown-claims";
import {
  ALERT_ACCURACY,
  aDraft,
  aLogContext,
  aLoggedEnrolment,
  CASE_DRILL,
  EVIDENCED,
  INCIDENT_DIRECTION,
  MONTHLY_REPORT,
  READING,
  REPORT_WRITING,
  SOLO_DUTY,
  TECHNIQUES,
} from "@/tests/support/drafts";

const ALL = [
  SOLO_DUTY,
  ALERT_ACCURACY,
  MONTHLY_REPORT,
  INCIDENT_DIRECTION,
  CASE_DRILL,
  READING,
  TECHNIQUES,
  REPORT_WRITING,
  EVIDENCED,
];
const codes = (draft: RecordDraft, context: LogContext = aLogContext(ALL)) =>
  claimsShown(draft, context, () => ({})).map(({ criterionCode }) => criterionCode);

describe("what a record counts for without anybody claiming it", () => {
  test.each([
    ["alerts with numbers", { judged: 12, right: 11 }, ["g3.s2.alert-judgement"]],
    ["alerts whose final verdict is not known", { judged: 12 }, []],
    ["alerts judged alone", { judged: 12, right: 11, supervision: 4 }, ["g3.s2.solo-duty", "g3.s2.alert-judgement"]],
    ["alerts judged with a mentor beside", { judged: 12, supervision: 2 }, []],
    ["a report without its month", { kind: "report" }, []],
    ["a report for a month", { kind: "report", periodCovered: "2026-11" }, ["g1.s1.monthly-report"]],
    ["an incident without mentor and parts", { kind: "incident", incidentRef: "CSIRT-52" }, []],
    ["a course, which no rule names", { kind: "course" }, []],
  ] as const)("%s", (_name, wish, expected) => {
    expect(codes(aDraft(wish))).toEqual(expected);
  });

  test("a rule that takes any kind, or one that a mentor judges, is never claimed by itself", () => {
    const draft = aDraft({ evidence: [{ kind: "ticket", value: "SOC-1" }], technique: "machine" });
    expect(codes(draft, aLogContext([EVIDENCED, TECHNIQUES, REPORT_WRITING]))).toEqual([]);
  });

  test("of an alternative, one half that counts is enough", () => {
    const either = {
      code: "g3.s9.either",
      rule: { kind: "anyOf" as const, of: [SOLO_DUTY.rule, { ...MONTHLY_REPORT.rule }] },
    };
    const draft = aDraft({ supervision: 4, periodCovered: "2026-11" });
    expect(codes(draft, aLogContext([either]))).toEqual(["g3.s9.either"]);
  });

  test("a day outside an enrolment's reach is claimed where it lies within", () => {
    const context = aLogContext([], {
      enrolments: [
        aLoggedEnrolment([ALERT_ACCURACY], { enrolmentId: "old" }),
        aLoggedEnrolment([ALERT_ACCURACY], { enrolmentId: "new", earliestOn: "2026-11-21", today: "2026-11-22" }),
      ],
    });
    expect(claimsShown(aDraft({ judged: 2, right: 2 }), context, () => ({}))).toEqual([
      { enrolmentId: "old", criterionCode: "g3.s2.alert-judgement", parts: [] },
    ]);
  });

  test("the policy's word on exercises is followed for each STEP", () => {
    const counted = {
      code: "g2.s2.handled",
      rule: {
        kind: "count" as const,
        need: 3,
        unit: "times" as const,
        counts: { kinds: ["incident", "exercise"] as const, exercisesCount: { default: false } },
      },
    };
    const context = aLogContext([counted]);
    expect(codes(aDraft({ kind: "exercise" }), context)).toEqual([]);
    const yes = claimsShown(aDraft({ kind: "exercise" }), context, () => ({ "g2.s2.handled.exercisesCount": true }));
    expect(yes).toHaveLength(1);
  });

  test("whatever the record, every claim can be logged and names the record's kind", () => {
    const drafts = fc.record({
      kind: fc.constantFrom(...RECORD_KINDS),
      supervision: fc.option(fc.constantFrom(...SUPERVISIONS)),
      judged: fc.option(fc.integer({ min: 0, max: 9 })),
      right: fc.option(fc.integer({ min: 0, max: 9 })),
      periodCovered: fc.option(fc.constantFrom("2026-10", "2026-12")),
      happenedOn: fc.constantFrom("2020-01-01", "2026-11-20", "2026-12-01"),
    });
    fc.assert(
      fc.property(drafts, (wish) => {
        const draft = aDraft(wish);
        const claims = claimsShown(draft, aLogContext(ALL), () => ({}));
        for (const { criterionCode } of claims) {
          const rule = ALL.find(({ code }) => code === criterionCode)?.rule;
          expect(rule && kindsServing(rule)).toContain(draft.kind);
        }
        return claims.length === 0 || log({ ...draft, claims }, aLogContext(ALL)).ok;
      }),
    );
  });
});

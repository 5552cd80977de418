import { describe, expect, test } from "vitest";
import { progressOf } from "@/lib/domain/criterion";
import type { CriterionNode } from "@/lib/domain/curriculum";
import type { ClaimFact } from "@/lib/domain/facts";
import { ifOneMore } from "@/lib/domain/prospect";
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
import { ENROLLED_ON, verified } from "@/tests/support/facts";

const TODAY = "2026-11-20";
const policy = { "g3.s1.readingList": [{ code: "nist-sp-800-94" }, { code: "nist-sp-800-61" }] };
const drillCases = [{ code: "case-1", subCases: ["case-1.respond", "case-1.mitigate"] }];

/** Have before and after one more record of the kind that is asked for. */
function effect(criterion: CriterionNode, claims: readonly ClaimFact[] = []) {
  const facts = { enrolledOn: ENROLLED_ON, claims, attestations: [], openRemarks: [], leaves: [] };
  const calendar = { today: TODAY, fiscalYearStartMonth: 4 };
  const progress = progressOf(criterion, facts, policy, calendar, drillCases);
  const after = ifOneMore(criterion, progress, { facts, policy, drillCases, ...calendar });
  return `${progress.have} → ${after.have}`;
}
const by = ({ code: criterionCode }: CriterionNode, day: string, wish: Parameters<typeof verified>[1] = {}) =>
  verified(day, { criterionCode, ...wish });

describe("what one more record does", () => {
  const soloDuty = by(SOLO_DUTY, "2026-11-01", { kind: "analysis", shows: { supervision: 4 } });
  const judged = by(ALERT_ACCURACY, "2026-11-01", { kind: "alertJudgement", shows: { judged: 41, right: 38 } });

  test.each([
    ["done alone", SOLO_DUTY, [soloDuty], "1 → 2"],
    ["accuracy: one judgement more", ALERT_ACCURACY, [judged], "41 → 42"],
    ["a month in a row", MONTHLY_REPORT, [by(MONTHLY_REPORT, "2026-10-31")], "1 → 2"],
    ["a month that is there already", MONTHLY_REPORT, [by(MONTHLY_REPORT, "2026-11-01")], "1 → 1"],
    ["an occasion with all its parts", INCIDENT_DIRECTION, [], "0 → 1"],
    ["a sub-case of the drills", CASE_DRILL, [], "0 → 1"],
    ["an item of the list", READING, [by(READING, "2026-11-01", { readingItem: "nist-sp-800-94" })], "1 → 2"],
    ["a technique", TECHNIQUES, [], "0 → 1"],
    ["evidence", EVIDENCED, [], "0 → 1"],
    ["nothing for what a mentor judges", REPORT_WRITING, [], "0 → 0"],
  ] as const)("%s", (_name, criterion, claims, expected) => {
    expect(effect(criterion, claims)).toBe(expected);
  });

  test("the report for last month saves the run", () => {
    const september = by(MONTHLY_REPORT, "2026-09-30");
    const august = by(MONTHLY_REPORT, "2026-08-31");
    expect(effect(MONTHLY_REPORT, [august, september])).toBe("0 → 3");
  });
});

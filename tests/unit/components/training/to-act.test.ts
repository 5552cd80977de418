import { describe, expect, test } from "vitest";
import type { EnrolmentSeen } from "@/components/training/enrolment-seen";
import type { RemarkSeen } from "@/components/training/frame";
import { rowStateOf } from "@/components/training/row-state";
import { remarkWaits } from "@/components/training/to-act";
import type { CriterionProgress } from "@/lib/domain/progress";
import { CODE, measure, sentBack, verified, waiting } from "@/tests/support/facts";

const remark = (wish: Partial<RemarkSeen> = {}) =>
  ({ criterionCode: CODE, claimId: "2026-11-01", answer: null, ...wish }) as RemarkSeen;
const withClaims = (claims: EnrolmentSeen["training"]["facts"]["claims"]) =>
  ({ training: { facts: { claims } } }) as unknown as Pick<EnrolmentSeen, "training">;

describe("a remark is the mentor's turn", () => {
  test.each([
    ["the record still stands as it was sent back", remark(), [sentBack("2026-11-01")], false],
    ["it was answered", remark({ answer: "足しました。" }), [sentBack("2026-11-01")], true],
    ["its record was corrected and waits", remark(), [waiting("2026-11-02")], true],
    ["its record was withdrawn, and nothing waits", remark(), [verified("2026-10-01")], false],
    ["the criterion was sent back, and a new record waits", remark({ claimId: null }), [waiting("2026-11-02")], true],
    ["another criterion has a record that waits", remark(), [waiting("2026-11-02", { criterionCode: "x" })], false],
  ])("%s", (_name, said, claims, waits) => {
    expect(remarkWaits(said, withClaims(claims))).toBe(waits);
  });
});

describe("the mark of a row", () => {
  const THREE = { kind: "count", need: 3, unit: "times", counts: {} } as const;
  const MONTHS = { kind: "cadence", months: 12, perMonth: 1, counts: {} } as const;
  const remarks = [{ remarkId: "k", criterionCode: CODE }];

  test.each<[string, CriterionProgress, string]>([
    ["nothing yet", measure(THREE), "open"],
    ["something waits", measure(THREE, { claims: [waiting("2026-11-01")] }), "waiting"],
    ["something counts", measure(THREE, { claims: [verified("2026-11-01")] }), "partial"],
    ["something was sent back", measure(THREE, { claims: [verified("2026-11-01"), sentBack("2026-11-02")] }), "back"],
    ["a remark is open", measure(THREE, { claims: [verified("2026-11-01")], openRemarks: remarks }), "back"],
    ["this month is open", measure(MONTHS, { claims: [verified("2026-10-31")] }), "now"],
    ["met", measure({ ...THREE, need: 1 }, { claims: [verified("2026-11-01")] }), "met"],
  ])("%s", (_name, progress, state) => {
    expect(rowStateOf(progress)).toBe(state);
  });
});

import { describe, expect, test } from "vitest";
import { claim, correct, type OwnClaim, type OwnRecord, withdrawClaim, withdrawRecord } from "@/lib/domain/correction";
import type { Decision } from "@/lib/domain/result";
import { ALERT_ACCURACY, aDraft, aLogContext, claimOn, INCIDENT_DIRECTION, SOLO_DUTY } from "@/tests/support/drafts";

const anOwnClaim = (wish: Partial<OwnClaim> = {}): OwnClaim => ({
  claimId: "solo",
  enrolmentId: "soc",
  criterionCode: SOLO_DUTY.code,
  withdrawn: false,
  frozen: false,
  everVerified: false,
  ...wish,
});
const logged = aDraft({ supervision: 4, claims: [claimOn(SOLO_DUTY)] });
const aRecord = (wish: Partial<OwnRecord> = {}): OwnRecord => ({
  recordId: "r1",
  withdrawn: false,
  corrected: false,
  draft: logged,
  claims: [anOwnClaim()],
  ...wish,
});
const context = aLogContext([SOLO_DUTY, ALERT_ACCURACY, INCIDENT_DIRECTION]);
const codeOf = <T, R extends { code: string }>(decision: Decision<T, R>) =>
  decision.ok ? null : decision.refusal.code;

describe("correcting a record", () => {
  const better = { ...logged, did: "参照したログと判断の順を足した。" };

  test("open claims move to the new record", () => {
    expect(correct(aRecord(), better, context)).toEqual({ ok: true, value: { moved: ["solo"] } });
  });

  test.each([
    ["frozen by a sign-off", anOwnClaim({ frozen: true })],
    ["taken back before", anOwnClaim({ withdrawn: true })],
    ["of a STEP that is over", anOwnClaim({ criterionCode: "g3.s1.reading" })],
    ["of an enrolment that is over", anOwnClaim({ enrolmentId: "ended" })],
  ])("a claim %s stays where it is", (_name, stays) => {
    const record = aRecord({ claims: [anOwnClaim(), { ...stays, claimId: "stays" }] });
    expect(correct(record, better, context)).toEqual({ ok: true, value: { moved: ["solo"] } });
  });

  test.each([
    ["somebody else's, or none", null, "NotFound"],
    ["withdrawn", aRecord({ withdrawn: true }), "RecordWithdrawn"],
    ["corrected before", aRecord({ corrected: true }), "AlreadyCorrected"],
  ])("a record that is %s is refused", (_name, record, code) => {
    expect(codeOf(correct(record, better, context))).toBe(code);
  });

  test("what could not be logged cannot be a correction", () => {
    expect(codeOf(correct(aRecord(), { ...better, happenedOn: "2026-11-21" }, context))).toBe("HappenedInFuture");
    expect(codeOf(correct(aRecord(), { ...better, supervision: null }, context))).toBe("FieldsMissing");
  });

  test("a correction changes something", () => {
    const claims = [claimOn(INCIDENT_DIRECTION, ["review", "diagram"]), claimOn(SOLO_DUTY)];
    const record = aRecord({ draft: { ...logged, claims } });
    const reordered = [claimOn(SOLO_DUTY), claimOn(INCIDENT_DIRECTION, ["diagram", "review"])];
    expect(codeOf(correct(record, { ...logged, claims: reordered }, context))).toBe("NothingChanged");
    const fewerParts = [claimOn(SOLO_DUTY), claimOn(INCIDENT_DIRECTION, ["diagram"])];
    expect(codeOf(correct(record, { ...logged, claims: fewerParts }, context))).toBeNull();
    expect(codeOf(correct(record, { ...logged, claims, supervision: 5 }, context))).toBeNull();
  });

  test("the mentor who was there stays nameable after leaving the pool", () => {
    const withFormer = { ...better, mentorPresentId: "former" };
    expect(codeOf(correct(aRecord(), withFormer, context))).toBe("MentorUnknown");
    const record = aRecord({ draft: { ...logged, mentorPresentId: "former" } });
    expect(codeOf(correct(record, withFormer, context))).toBeNull();
  });
});

describe("withdrawing a record", () => {
  test("takes its claims back with it", () => {
    const claims = [anOwnClaim(), anOwnClaim({ claimId: "gone", withdrawn: true })];
    expect(withdrawRecord(aRecord({ claims }))).toEqual({ ok: true, value: { claims: ["solo"] } });
  });

  test("twice changes nothing", () => {
    expect(withdrawRecord(aRecord({ withdrawn: true }))).toEqual({ ok: true, value: null });
  });

  test.each([
    ["nobody's", null, "NotFound"],
    ["corrected: the correction is withdrawn instead", aRecord({ corrected: true }), "AlreadyCorrected"],
    ["what a sign-off rests on", aRecord({ claims: [anOwnClaim({ frozen: true })] }), "RecordFrozen"],
  ])("refused: %s", (_name, record, code) => {
    expect(codeOf(withdrawRecord(record))).toBe(code);
  });
});

describe("claiming a record for one more criterion", () => {
  const judged = aRecord({ draft: aDraft({ supervision: 4, judged: 1, right: 1 }) });

  test("with the facts that it holds", () => {
    expect(claim(judged, claimOn(ALERT_ACCURACY), context)).toEqual({ ok: true, value: "new" });
    expect(codeOf(claim(aRecord(), claimOn(ALERT_ACCURACY), context))).toBe("FieldsMissing");
  });

  test("twice changes nothing", () => {
    expect(claim(judged, claimOn(SOLO_DUTY), context)).toEqual({ ok: true, value: "already" });
  });

  test("one taken back waits again, unless a mentor had confirmed it", () => {
    const back = { ...judged, claims: [anOwnClaim({ withdrawn: true })] };
    expect(claim(back, claimOn(SOLO_DUTY), context)).toEqual({ ok: true, value: "again" });
    const confirmed = { ...judged, claims: [anOwnClaim({ withdrawn: true, everVerified: true })] };
    expect(codeOf(claim(confirmed, claimOn(SOLO_DUTY), context))).toBe("ClaimWithdrawn");
  });

  test.each([
    ["no record", null, claimOn(SOLO_DUTY), "NotFound"],
    ["withdrawn", { ...judged, withdrawn: true }, claimOn(ALERT_ACCURACY), "RecordWithdrawn"],
    ["corrected", { ...judged, corrected: true }, claimOn(ALERT_ACCURACY), "AlreadyCorrected"],
    ["of another enrolment", judged, claimOn(ALERT_ACCURACY, [], "another"), "CriterionNotClaimable"],
    ["a part unknown", judged, claimOn(INCIDENT_DIRECTION, ["poem"]), "PartUnknown"],
  ])("refused: %s", (_name, record, wish, code) => {
    expect(codeOf(claim(record, wish, context))).toBe(code);
  });

  test("the mentor named on the record does not matter any more", () => {
    const named = { ...judged, draft: { ...judged.draft, mentorPresentId: "former" } };
    expect(claim(named, claimOn(ALERT_ACCURACY), context)).toEqual({ ok: true, value: "new" });
  });
});

test.each([
  ["one that waits or was verified", anOwnClaim(), { ok: true, value: "withdrawn" }],
  ["twice", anOwnClaim({ withdrawn: true }), { ok: true, value: "already" }],
  ["none", null, { ok: false, refusal: { code: "NotFound" } }],
  ["frozen", anOwnClaim({ frozen: true }), { ok: false, refusal: { code: "ClaimFrozen" } }],
])("taking a claim back: %s", (_name, found, decision) => {
  expect(withdrawClaim(found)).toEqual(decision);
});

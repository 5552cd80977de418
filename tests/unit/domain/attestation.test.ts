import { describe, expect, test } from "vitest";
import {
  type Attesting,
  attest,
  attestRuleIn,
  type CheckpointJudgement,
  checkpointsOf,
} from "@/lib/domain/attestation";
import type { AttestRule, CriterionRule } from "@/lib/domain/rule";
import { empty, kenichi, makoto, megumi, misaki, monitoring, staffed } from "@/tests/support/reviewing";

/** 検知の仕組みの理解: two checkpoints. */
const detection: AttestRule = { kind: "attest", checkpoints: [{ code: "signature" }, { code: "anomaly" }] };
const conditional: AttestRule = { ...detection, conditional: true };
const incidents: AttestRule = { kind: "attest", checkpoints: { fromList: "g5.frequentIncidents" } };
const threeTimes: CriterionRule = { kind: "count", need: 3, unit: "times", counts: {} };

const attesting = (wish: Partial<Attesting> = {}): Attesting => ({
  rule: detection,
  policy: {},
  enrolment: monitoring,
  pool: staffed,
  stepCompleted: false,
  standing: [],
  requestedAt: null,
  hold: null,
  ...wish,
});
const judge = (checkpoint: string, judgement: CheckpointJudgement["judgement"] = "met", comment = "") => ({
  checkpoint,
  judgement,
  comment,
});
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe("what a rule asks to be judged", () => {
  test("the attested part is found wherever it stands", () => {
    expect(attestRuleIn(detection)).toBe(detection);
    expect(attestRuleIn(threeTimes)).toBeNull();
    expect(attestRuleIn({ kind: "allOf", of: [threeTimes, { kind: "anyOf", of: [threeTimes, detection] }] })).toBe(
      detection,
    );
    expect(attestRuleIn({ kind: "anyOf", of: [threeTimes] })).toBeNull();
  });

  test("checkpoints are the rule's, or the organisation's list", () => {
    const policy = { "g5.frequentIncidents": [{ code: "phishing" }, { code: "ransomware" }] };
    expect(checkpointsOf(detection, {})).toEqual(["signature", "anomaly"]);
    expect(checkpointsOf(incidents, policy)).toEqual(["phishing", "ransomware"]);
    expect(checkpointsOf(incidents, {})).toEqual([]);
  });
});

describe("judging", () => {
  const both = [judge("signature"), judge("anomaly")];

  test.each([
    ["a mentor", kenichi, {}, "mentor"],
    ["a manager where there is no other mentor", makoto, { pool: empty }, "reviewer"],
  ])("by %s", (_who, actor, wish, quality) => {
    expect(attest(both, attesting(wish), actor)).toEqual({
      ok: true,
      value: { quality, fresh: both, answersRequest: false },
    });
  });

  test.each([
    ["the trainee", misaki],
    ["a mentor of another role group", megumi],
    ["a manager while there is a mentor", makoto],
  ])("not by %s", (_who, actor) => {
    expect(attest(both, attesting(), actor)).toEqual(refused("NotFound"));
  });

  test.each([
    ["nothing was judged", [], {}, "NothingJudged"],
    ["the criterion only counts", both, { rule: threeTimes }, "NotAJudgedCriterion"],
    ["a checkpoint is none of its", [judge("sandbox")], {}, "CheckpointUnknown"],
    ["the organisation's list is empty", [judge("phishing")], { rule: incidents }, "CheckpointUnknown"],
    ["'not yet' says no reason", [judge("signature", "notYet")], {}, "NotYetNeedsReason"],
    [
      "'no occasion' says no reason",
      [judge("signature", "noOccasion")],
      { rule: conditional },
      "NoOccasionNeedsReason",
    ],
    [
      "'no occasion' where the source knows none",
      [judge("signature", "noOccasion", "起きていません。")],
      {},
      "OccasionNotConditional",
    ],
    ["the STEP is signed off", both, { stepCompleted: true }, "StepIsSignedOff"],
  ])("refused when %s", (_why, judged, wish, code) => {
    expect(attest(judged, attesting(wish), kenichi)).toEqual(refused(code));
  });

  test("'no occasion' with its reason, on a conditional criterion", () => {
    const judged = [judge("signature", "noOccasion", "この1年、該当する検知がありませんでした。")];
    expect(attest(judged, attesting({ rule: conditional }), kenichi)).toMatchObject({
      ok: true,
      value: { fresh: judged },
    });
  });
});

describe("the same judgement twice", () => {
  const stands = { ...judge("signature"), byId: "kenichi", judgedAt: "2026-11-10T09:00:00.000Z" };
  const freshOf = (judged: CheckpointJudgement[], byId = "kenichi") => {
    const decision = attest(judged, attesting({ standing: [{ ...stands, byId }] }), kenichi);
    return decision.ok ? decision.value.fresh : null;
  };

  test("is written once by the same mentor, and again by another", () => {
    expect(freshOf([judge("signature")])).toEqual([]);
    expect(freshOf([judge("signature")], "yuko")).toHaveLength(1);
  });

  test("a changed mind or a new comment is new", () => {
    expect(freshOf([judge("signature", "notYet", "図で説明できるまで。")])).toHaveLength(1);
    expect(freshOf([judge("signature", "met", "図で説明できました。")])).toHaveLength(1);
    expect(freshOf([judge("anomaly")])).toHaveLength(1);
  });
});

describe("a judgement asked for on 12 November is answered", () => {
  const requestedAt = "2026-11-12T00:00:00.000Z";
  const stood = (judgement: CheckpointJudgement["judgement"], judgedAt: string) => [
    { ...judge("anomaly", judgement, "…"), byId: "yuko", judgedAt },
  ];
  test.each([
    ["both are judged", [judge("signature"), judge("anomaly", "notYet", "…")], [], true],
    ["one is judged, the other never was", [judge("signature")], [], false],
    ["one is judged, the other was met before", [judge("signature")], stood("met", "2026-11-01T00:00:00.000Z"), true],
    [
      "one is judged, the other was 'not yet' before",
      [judge("signature")],
      stood("notYet", "2026-11-01T00:00:00.000Z"),
      false,
    ],
    [
      "one is judged, the other became 'not yet' since",
      [judge("signature")],
      stood("notYet", "2026-11-13T00:00:00.000Z"),
      true,
    ],
  ])("when %s: %#", (_when, judged, standing, expected) => {
    const decision = attest(judged, attesting({ standing, requestedAt }), kenichi);
    expect(decision.ok && decision.value.answersRequest).toBe(expected);
  });

  test("nobody asked: nothing to answer", () => {
    const decision = attest([judge("signature"), judge("anomaly")], attesting(), kenichi);
    expect(decision.ok && decision.value.answersRequest).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import {
  type Attesting,
  attest,
  attestRuleIn,
  type CheckpointJudgement,
  checkpointsOf,
  leastSupervisionOf,
  suffices,
  suggestedLevel,
} from "@/lib/domain/attestation";
import { type AttestRule, type CriterionRule, SUPERVISIONS, type Supervision } from "@/lib/domain/rule";
import { shown } from "@/tests/support/facts";
import { empty, kenichi, makoto, megumi, misaki, monitoring, staffed } from "@/tests/support/reviewing";

/** 検知の仕組みの理解: two checkpoints. */
const detection: AttestRule = { kind: "attest", checkpoints: [{ code: "signature" }, { code: "anomaly" }] };
const conditional: AttestRule = { ...detection, conditional: true };
const incidents: AttestRule = { kind: "attest", checkpoints: { fromList: "g5.frequentIncidents" } };
const threeTimes: CriterionRule = { kind: "count", need: 3, unit: "times", counts: {} };

const attesting = (wish: Partial<Attesting> = {}): Attesting => ({
  rule: detection,
  leastSupervision: null,
  policy: {},
  enrolment: monitoring,
  pool: staffed,
  stepCompleted: false,
  standing: [],
  requestedAt: null,
  hold: null,
  ...wish,
});
const judge = (
  checkpoint: string,
  judgement: CheckpointJudgement["judgement"] = "met",
  comment = "",
  supervision: Supervision | null = judgement === "met" ? 4 : null,
) => ({ checkpoint, judgement, supervision, comment });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

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

  test("refused when a reason is missing, at every checkpoint that lacks one", () => {
    const open = { rule: conditional };
    const [one, other] = [judge("signature", "notYet"), judge("anomaly", "notYet")];
    expect(attest([one, judge("anomaly")], attesting(), kenichi)).toEqual(
      refused("NotYetNeedsReason", { checkpoints: ["signature"] }),
    );
    expect(attest([one, other], attesting(open), kenichi)).toEqual(
      refused("NotYetNeedsReason", { checkpoints: ["signature", "anomaly"] }),
    );
    expect(attest([judge("signature", "noOccasion"), other], attesting(open), kenichi)).toEqual(
      refused("NoOccasionNeedsReason", { checkpoints: ["signature"] }),
    );
  });

  test("'no occasion' with its reason, on a conditional criterion", () => {
    const judged = [judge("signature", "noOccasion", "この1年、該当する検知がありませんでした。")];
    expect(attest(judged, attesting({ rule: conditional }), kenichi)).toMatchObject({
      ok: true,
      value: { fresh: judged },
    });
  });
});

describe("the supervision at which a checkpoint was shown", () => {
  const at = (supervision: Supervision | null, leastSupervision: Supervision | null = null) =>
    attest([judge("signature", "met", "", supervision)], attesting({ leastSupervision }), kenichi);

  test("'met' says it; 'not yet' may", () => {
    expect(at(null)).toEqual(refused("SupervisionMissing", { checkpoints: ["signature"] }));
    for (const supervision of [null, 1, 4] as const) {
      const judged = [judge("signature", "notYet", "図で説明できるまで。", supervision)];
      expect(attest(judged, attesting({ leastSupervision: 4 }), kenichi)).toMatchObject({ value: { fresh: judged } });
    }
  });

  test("is at least what the source names, at every checkpoint", () => {
    for (const least of SUPERVISIONS)
      for (const level of SUPERVISIONS)
        expect(at(level, least).ok, `${level} where ${least} is asked for`).toBe(level >= least);
    const one = [judge("signature", "met", "", 4), judge("anomaly", "met", "", 3)];
    expect(attest(one, attesting({ leastSupervision: 4 }), kenichi)).toEqual(
      refused("SupervisionTooLow", { least: 4, checkpoints: ["anomaly"] }),
    );
  });

  test.each([
    ["doAlone", 4],
    ["doWithMentor", 2],
    ["assistMentor", 2],
    ["explain", null],
    ["do", null],
  ])("the source's %s asks for %s", (mode, least) => {
    expect(leastSupervisionOf({ mode })).toBe(least);
  });
  test("a criterion without a mode asks for none", () => {
    expect(leastSupervisionOf({})).toBeNull();
  });

  test("what was judged before it was asked for stands", () => {
    expect(suffices({ supervision: null }, 4)).toBe(true);
    expect(suffices({ supervision: 3 }, 4)).toBe(false);
    expect(suffices({ supervision: 1 }, null)).toBe(true);
  });

  test("suggested: what the source names, else the most independent work that was verified", () => {
    const claims = [shown({ supervision: 2 }), shown({ supervision: 3 }), null, shown({ supervision: null })];
    const confirmed = claims.map((each) => ({ confirmed: each }));
    expect(suggestedLevel(4, confirmed)).toEqual({ from: "source", level: 4 });
    expect(suggestedLevel(null, confirmed)).toEqual({ from: "records", level: 3 });
    expect(suggestedLevel(null, [{ confirmed: null }])).toBeNull();
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
    expect(freshOf([judge("signature", "met", "", 5)])).toHaveLength(1);
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

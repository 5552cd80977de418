import { describe, expect, test } from "vitest";
import { criterionJudgement } from "@/lib/judgement/schema";
import { recordDecision } from "@/lib/reviews/schema";
import { requestDecision } from "@/lib/sign-off/schema";

const CLAIM = "01a200b2-7d21-7179-b087-e4533f954f83";
const OTHER = "01a200b2-7d21-725e-983b-0d500aff7884";
const faultsOf = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  result.error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("fields named after what they belong to", () => {
  const sendBack = (fields: object) => recordDecision.safeParse({ decision: "sendBack", recordId: CLAIM, ...fields });

  test("one left empty is left out, text is trimmed", () => {
    const parsed = sendBack({ [`reason:${CLAIM}`]: " 証跡が足りません。 ", [`reason:${OTHER}`]: "  ", comment: "x" });
    expect(parsed.data).toEqual({
      decision: "sendBack",
      place: null,
      recordId: CLAIM,
      reasons: new Map([[CLAIM, "証跡が足りません。"]]),
    });
  });

  test("what is wrong with one is said at that field", () => {
    expect(faultsOf(sendBack({ [`reason:${CLAIM}`]: "あ".repeat(2001) }))).toEqual([[`reason:${CLAIM}`, "tooLong"]]);
    expect(faultsOf(sendBack({ [`reason:${CLAIM}`]: "あ\u0007" }))).toEqual([[`reason:${CLAIM}`, "controlCharacters"]]);
    expect(faultsOf(sendBack({ [`reason:${CLAIM}`]: ["a", "b"] }))).toEqual([[`reason:${CLAIM}`, "wrongType"]]);
  });

  test("a button that no form has is refused", () => {
    expect(recordDecision.safeParse({ decision: "delete", recordId: CLAIM }).success).toBe(false);
    expect(recordDecision.safeParse({ recordId: CLAIM }).success).toBe(false);
  });
});

describe("verifying", () => {
  test("parts belong to their claim, numbers are whole, nothing ticked is none", () => {
    const parsed = recordDecision.parse({
      decision: "verify",
      recordId: CLAIM,
      claims: CLAIM,
      supervision: "４",
      judged: "2",
      right: "",
      parts: [`${CLAIM}:diagram`, `${OTHER}:review`],
    });
    expect(parsed).toEqual({
      decision: "verify",
      place: null,
      recordId: CLAIM,
      claims: [CLAIM],
      supervision: 4,
      mentorPresent: false,
      judged: 2,
      right: null,
      parts: [
        { claimId: CLAIM, part: "diagram" },
        { claimId: OTHER, part: "review" },
      ],
      comment: "",
    });
  });

  test.each([
    [{ supervision: "6" }, "supervision"],
    [{ judged: "-1" }, "judged"],
    [{ judged: "1.5" }, "judged"],
    [{ claims: "not an id" }, "claims"],
    [{ comment: "あ".repeat(1001) }, "comment"],
  ])("refused: %j", (fields, at) => {
    const result = recordDecision.safeParse({ decision: "verify", recordId: CLAIM, claims: [], ...fields });
    expect(faultsOf(result)?.[0]?.[0]).toMatch(new RegExp(`^${at}`));
  });
});

describe("judging", () => {
  test("a checkpoint left alone is not judged; a remark alone judges nothing", () => {
    const parsed = criterionJudgement.parse({
      enrolmentId: CLAIM,
      criterionCode: "g3.s1.overview",
      "judgement:system": "notYet",
      "comment:system": "構成図が前の版です。",
      "comment:duty": "よく説明できました。",
      "supervision:duty": "4",
    });
    const comment = "構成図が前の版です。";
    expect(parsed.judged).toEqual([{ checkpoint: "system", judgement: "notYet", supervision: null, comment }]);
  });

  test("the level goes with the checkpoint it was chosen for, and says nothing where there was no occasion", () => {
    const parsed = criterionJudgement.parse({
      enrolmentId: CLAIM,
      criterionCode: "g3.s1.overview",
      "judgement:system": "met",
      "supervision:system": "4",
      "judgement:duty": "noOccasion",
      "supervision:duty": "2",
    });
    expect(parsed.judged.map(({ checkpoint, supervision }) => [checkpoint, supervision])).toEqual([
      ["system", 4],
      ["duty", null],
    ]);
  });

  test("another judgement is refused at its field", () => {
    const wrong = { enrolmentId: CLAIM, criterionCode: "g3.s1.overview", "judgement:system": "perfect" };
    expect(faultsOf(criterionJudgement.safeParse(wrong))).toEqual([["judgement:system", "notAChoice"]]);
  });
});

describe("deciding a request", () => {
  test("a reason counts only where the item goes back; one that is missing is empty", () => {
    const parsed = requestDecision.parse({
      requestId: CLAIM,
      decision: "sendBack",
      "mark:a": "good",
      "mark:b": "back",
      "mark:c": "back",
      "reason:a": "消し忘れ",
      "reason:b": "画像だけです。",
    });
    expect(parsed.reasons).toEqual([
      { criterionCode: "b", reason: "画像だけです。" },
      { criterionCode: "c", reason: "" },
    ]);
    expect([...parsed.marks]).toEqual([
      ["a", "good"],
      ["b", "back"],
      ["c", "back"],
    ]);
  });
});

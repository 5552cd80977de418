import { describe, expect, test } from "vitest";
import { judgeAnswer, type RemarkFact, type RemarkUnderReview, settledBy, settles } from "@/lib/domain/remark";
import { empty, kenichi, makoto, megumi, misaki, monitoring, staffed } from "@/tests/support/reviewing";

const remark = (wish: Partial<RemarkFact> = {}): RemarkFact => ({
  remarkId: "remark-1",
  criterionCode: "g3.s2.solo-monitoring",
  claimId: "claim-1",
  madeAt: "2026-11-10T09:00:00.000Z",
  answeredAt: null,
  ...wish,
});
const answered = (wish: Partial<RemarkFact> = {}) => remark({ answeredAt: "2026-11-11T09:00:00.000Z", ...wish });
const verified = (wish: object = {}) =>
  ({
    type: "claimVerified",
    claimId: "claim-1",
    criterionCode: "g3.s2.solo-monitoring",
    claimedAt: "2026-11-01T09:00:00.000Z",
    ...wish,
  }) as const;
const attested = { type: "criterionAttested", criterionCode: "g3.s2.solo-monitoring" } as const;

describe("what settles a remark of 10 November", () => {
  test.each([
    ["the claim it was about is verified after all", remark(), verified(), true],
    ["an older claim of the criterion is verified", remark(), verified({ claimId: "claim-0" }), false],
    [
      "a claim made at the same instant is verified",
      remark(),
      verified({ claimId: "claim-2", claimedAt: "2026-11-10T09:00:00.000Z" }),
      false,
    ],
    [
      "a later claim of the criterion is verified",
      remark(),
      verified({ claimId: "claim-2", claimedAt: "2026-11-10T09:00:00.001Z" }),
      true,
    ],
    [
      "a later claim of another criterion is verified",
      remark(),
      verified({ claimId: "claim-2", claimedAt: "2026-11-12T09:00:00.000Z", criterionCode: "g3.s2.rules" }),
      false,
    ],
    [
      "a later claim, for a remark of a sign-off request",
      remark({ claimId: null }),
      verified({ claimId: "claim-2", claimedAt: "2026-11-12T09:00:00.000Z" }),
      true,
    ],
    ["the criterion is judged before an answer", remark(), attested, false],
    ["the criterion is judged after the answer", answered(), attested, true],
    ["another criterion is judged after the answer", answered(), { ...attested, criterionCode: "g3.s2.rules" }, false],
    ["its answer is accepted", answered(), { type: "answerAccepted", remarkId: "remark-1" } as const, true],
    ["another answer is accepted", answered(), { type: "answerAccepted", remarkId: "remark-2" } as const, false],
    [
      "an answer that was never written is accepted",
      remark(),
      { type: "answerAccepted", remarkId: "remark-1" } as const,
      false,
    ],
  ])("%s", (_what, about, event, expected) => {
    expect(settles(about, event)).toBe(expected);
    expect(settledBy([about], event)).toEqual(expected ? ["remark-1"] : []);
  });
});

describe("judging an answer", () => {
  const underReview = (wish: Partial<RemarkUnderReview> = {}): RemarkUnderReview => ({
    ...answered({ claimId: null }),
    enrolment: monitoring,
    pool: staffed,
    settledById: null,
    claimStands: false,
    ...wish,
  });
  const refused = (code: string) => ({ ok: false, refusal: { code } });
  const once = (quality: string) => ({ ok: true, value: { quality, isRepeat: false } });

  test.each([
    ["a mentor", kenichi, {}, once("mentor")],
    ["the trainee", misaki, {}, refused("NotFound")],
    ["a mentor of another role group", megumi, {}, refused("NotFound")],
    ["a manager where there is no other mentor", makoto, { pool: empty }, once("reviewer")],
    ["a mentor, before there is an answer", kenichi, { answeredAt: null }, refused("NotAnsweredYet")],
    ["a mentor, while its claim waits to be verified", kenichi, { claimStands: true }, refused("ClaimStillWaits")],
    ["a mentor, after Yuko did", kenichi, { settledById: "yuko" }, refused("AnswerAlreadyJudged")],
    [
      "a mentor pressing twice",
      kenichi,
      { settledById: "kenichi" },
      { ok: true, value: { quality: "mentor", isRepeat: true } },
    ],
  ])("by %s", (_who, actor, wish, expected) => {
    expect(judgeAnswer(underReview(wish), actor)).toEqual(expected);
  });
});

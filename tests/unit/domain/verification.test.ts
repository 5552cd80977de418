import { describe, expect, test } from "vitest";
import { isSame, sendBack, verify, withdrawVerification } from "@/lib/domain/verification";
import {
  aClaim,
  basicEducation,
  empty,
  facts,
  kenichi,
  makoto,
  megumi,
  misaki,
  nao,
  sentBackByYuko,
  shin,
  taro,
  toru,
  verifiedByYuko,
  YUKO_AT_14_02,
  yuko,
} from "@/tests/support/reviewing";

const once = (quality: "mentor" | "reviewer") => ({ ok: true, value: { quality, isRepeat: false } });
const again = (quality: "mentor" | "reviewer") => ({ ok: true, value: { quality, isRepeat: true } });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

describe("who verifies", () => {
  test.each([
    ["a mentor of the role group in a team above", kenichi, aClaim(), once("mentor")],
    ["a mentor of another role group", megumi, aClaim(), refused("NotFound")],
    ["a mentor of the role group in another team", toru, aClaim(), refused("NotFound")],
    ["the trainee", misaki, aClaim(), refused("NotFound")],
    ["the trainee who mentors the role group too", { ...kenichi, id: "misaki" }, aClaim(), refused("NotFound")],
    ["an administrator", shin, aClaim(), refused("NotFound")],
    ["a countersigner", taro, aClaim(), refused("NotFound")],
    ["a manager while there is a mentor", makoto, aClaim(), refused("NotFound")],
    ["a manager where there is no other mentor", makoto, aClaim({ pool: empty }), once("reviewer")],
    ["a reviewer while there is a mentor", nao, aClaim(), refused("NotFound")],
    ["a reviewer where there is no other mentor", nao, aClaim({ pool: empty }), once("reviewer")],
    ["a countersigner where there is no other mentor", taro, aClaim({ pool: empty }), refused("NotFound")],
    ["any mentor of the team, for basic education", megumi, aClaim({ enrolment: basicEducation }), once("mentor")],
    ["the manager, for basic education", makoto, aClaim({ enrolment: basicEducation }), once("mentor")],
  ])("%s", (_who, actor, claim, expected) => {
    expect(verify(claim, facts(), actor)).toEqual(expected);
    expect(sendBack(claim, "証跡が足りません。", actor)).toEqual(expected);
  });

  test("the same people withdraw a verification", () => {
    const verification = { claim: verifiedByYuko(), withdrawnById: null };
    expect(withdrawVerification(verification, kenichi)).toEqual(once("mentor"));
    expect(withdrawVerification(verification, megumi)).toEqual(refused("NotFound"));
    expect(withdrawVerification(verification, misaki)).toEqual(refused("NotFound"));
  });
});

describe("what is confirmed", () => {
  const twoJudged = facts({ judged: 2, right: 2 });
  const withDiagram = facts({ parts: ["diagram", "review"] });

  test.each([
    ["as claimed", withDiagram, withDiagram, once("mentor")],
    ["a part less than claimed", withDiagram, facts({ parts: ["review"] }), once("mentor")],
    ["a part that was never claimed", withDiagram, facts({ parts: ["handover"] }), refused("PartNotClaimed")],
    ["another supervision than claimed", facts({ supervision: 4 }), facts({ supervision: 3 }), once("mentor")],
    ["one right of two", twoJudged, facts({ judged: 2, right: 1 }), once("mentor")],
    ["none right", twoJudged, facts({ judged: 2, right: 0 }), once("mentor")],
    ["three right of two", twoJudged, facts({ judged: 2, right: 3 }), refused("MoreRightThanJudged")],
    ["right without a number judged", facts(), facts({ right: 0 }), refused("MoreRightThanJudged")],
    ["no numbers where some were claimed", twoJudged, facts(), refused("NumbersMissing")],
    ["nothing right said where numbers were claimed", twoJudged, facts({ judged: 2 }), refused("NumbersMissing")],
    ["numbers where none were claimed", facts(), facts({ judged: 1, right: 1 }), once("mentor")],
  ])("%s", (_what, claimed, confirmed, expected) => {
    expect(verify(aClaim({ claimed }), confirmed, kenichi)).toEqual(expected);
  });

  test("two confirmations are the same in any order of parts", () => {
    expect(isSame(facts({ parts: ["a", "b"] }), facts({ parts: ["b", "a"] }))).toBe(true);
    expect(isSame(facts({ parts: ["a"] }), facts({ parts: ["a", "b"] }))).toBe(false);
    expect(isSame(facts({ supervision: 4 }), facts({ supervision: 5 }))).toBe(false);
    expect(isSame(facts({ mentorPresent: true }), facts())).toBe(false);
    expect(isSame(facts({ judged: 1, right: 1 }), facts({ judged: 1, right: 0 }))).toBe(false);
    expect(isSame(facts({ judged: 1, right: 1 }), facts({ judged: 2, right: 1 }))).toBe(false);
  });
});

describe("where the claim stands", () => {
  const back = "どの端末を調べたかが読み取れません。";

  test("taken back by the trainee: neither", () => {
    expect(verify(aClaim({ standing: "withdrawn" }), facts(), kenichi)).toEqual(refused("ClaimTakenBack"));
    expect(sendBack(aClaim({ standing: "withdrawn" }), back, kenichi)).toEqual(refused("ClaimTakenBack"));
  });

  test("verified by Yuko at 14:02: Kenichi is told so, Yuko's second press is the same verification", () => {
    const claim = verifiedByYuko(facts({ supervision: 4 }));
    expect(verify(claim, facts({ supervision: 4 }), kenichi)).toEqual(refused("AlreadyVerified", YUKO_AT_14_02));
    expect(verify(claim, facts({ supervision: 4 }), yuko)).toEqual(again("mentor"));
    expect(verify(claim, facts({ supervision: 5 }), yuko)).toEqual(refused("AlreadyVerified", YUKO_AT_14_02));
    expect(sendBack(claim, back, yuko)).toEqual(refused("AlreadyVerified", YUKO_AT_14_02));
  });

  test("sent back: it can still be verified; sending back twice with the same words is once", () => {
    const claim = sentBackByYuko(back);
    expect(verify(claim, facts(), kenichi)).toEqual(once("mentor"));
    expect(sendBack(claim, back, yuko)).toEqual(again("mentor"));
    expect(sendBack(claim, "別の理由", yuko)).toEqual(refused("AlreadySentBack", YUKO_AT_14_02));
    expect(sendBack(claim, back, kenichi)).toEqual(refused("AlreadySentBack", YUKO_AT_14_02));
  });

  test("a verification is withdrawn once, and not when a sign-off rests on it", () => {
    expect(withdrawVerification({ claim: aClaim(), withdrawnById: "kenichi" }, kenichi)).toEqual(again("mentor"));
    expect(withdrawVerification({ claim: aClaim(), withdrawnById: "yuko" }, kenichi)).toEqual(refused("NotVerified"));
    expect(withdrawVerification({ claim: aClaim(), withdrawnById: null }, kenichi)).toEqual(refused("NotVerified"));
    const frozen = verifiedByYuko(facts(), { isFrozen: true });
    expect(withdrawVerification({ claim: frozen, withdrawnById: null }, kenichi)).toEqual(refused("EvidenceFrozen"));
  });
});

import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import type { RequestUnderDecision } from "@/lib/domain/sign-off";
import { countersign, signOff as decide, type Marks, sendBackRequest } from "@/lib/domain/sign-off";
import {
  aRequest,
  basicEducation,
  empty,
  endedByYuko,
  kenichi,
  makoto,
  megumi,
  misaki,
  nao,
  shin,
  taro,
  toru,
  YUKO_AT_14_02,
  yuko,
} from "@/tests/support/reviewing";

const ALL_GOOD: Marks = new Map([
  ["g3.s1.reading", "good"],
  ["g3.s1.systems", "good"],
]);
const signOff = (request: RequestUnderDecision, actor: Actor, marks = ALL_GOOD) => decide(request, marks, actor);
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });
const signed = (wish: object = {}) => ({
  ok: true,
  value: { outcome: "signedOff", quality: "mentor", isRepeat: false, ...wish },
});

describe("signing a STEP off", () => {
  test.each([
    ["a mentor of the role group", kenichi, {}, signed()],
    ["the trainee", misaki, {}, refused("NotFound")],
    ["the trainee who mentors the role group too", { ...kenichi, id: "misaki" }, {}, refused("NotFound")],
    ["a mentor of another role group", megumi, {}, refused("NotFound")],
    ["a mentor elsewhere", toru, {}, refused("NotFound")],
    ["an administrator", shin, {}, refused("NotFound")],
    ["a countersigner", taro, {}, refused("NotFound")],
    ["a manager while there is a mentor", makoto, {}, refused("NotFound")],
    ["a manager where there is no other", makoto, { pool: empty }, signed({ quality: "reviewer" })],
    ["an appointed reviewer where there is no other", nao, { pool: empty }, signed({ quality: "reviewer" })],
    ["any mentor of the team, for basic education", megumi, { enrolment: basicEducation, step: 0 as const }, signed()],
    ["the manager, for basic education", makoto, { enrolment: basicEducation, step: 0 as const }, signed()],
  ])("%s", (_who, actor, wish, expected) => {
    expect(signOff(aRequest(wish), actor)).toEqual(expected);
  });

  test.each([
    [
      "a criterion is unmet",
      { unmetCodes: ["g3.s1.reading", "g3.s1.systems"] },
      refused("CriteriaUnmet", { count: 2, criteria: "g3.s1.reading g3.s1.systems" }),
    ],
    ["basic education is open", { earlierOpen: "basic" as const }, refused("EarlierStepUnsigned", { step: "basic" })],
    ["common education is open", { earlierOpen: 0 as const }, refused("EarlierStepUnsigned", { step: "0" })],
    ["the STEP is signed off already", { stepCompleted: true }, refused("StepIsSignedOff")],
    ["the enrolment has ended", { enrolmentOver: true }, refused("EnrolmentOver")],
    ["the trainee withdrew the request", { ended: endedByYuko("withdrawn") }, refused("RequestDecided", YUKO_AT_14_02)],
    ["Yuko decided it", { ended: endedByYuko("signedOff") }, refused("RequestDecided", YUKO_AT_14_02)],
    ["Yuko sent it back", { ended: endedByYuko("sentBack") }, refused("RequestDecided", YUKO_AT_14_02)],
  ])("refused when %s", (_why, wish, expected) => {
    expect(signOff(aRequest(wish), kenichi)).toEqual(expected);
    const signedByYuko = aRequest({ ...wish, mentorSignedById: "yuko", countersignatureAsked: true });
    expect(countersign(signedByYuko, taro)).toEqual(expected);
  });

  test("each criterion is marked good; topics of an education are unless marked", () => {
    const one: Marks = new Map([["g3.s1.reading", "good"]]);
    const back: Marks = new Map([...ALL_GOOD, ["g3.s1.systems", "back"]]);
    expect(signOff(aRequest(), kenichi, new Map())).toEqual(refused("NotAllMarkedGood", { count: 2 }));
    expect(signOff(aRequest(), kenichi, one)).toEqual(refused("NotAllMarkedGood", { count: 1 }));
    expect(signOff(aRequest(), kenichi, back)).toEqual(refused("NotAllMarkedGood", { count: 1 }));
    expect(signOff(aRequest({ step: 0 }), kenichi, new Map())).toEqual(signed());
    expect(signOff(aRequest({ step: 0 }), kenichi, back)).toEqual(refused("NotAllMarkedGood", { count: 1 }));
  });

  test("the same press twice is one signature", () => {
    const done = aRequest({ ended: endedByYuko("signedOff"), unmetCodes: ["g3.s1.reading"] });
    expect(signOff(done, yuko)).toEqual(signed({ isRepeat: true }));
  });
});

describe("two signatures", () => {
  const asked = aRequest({ step: 3, countersignatureAsked: true });
  const signedByYuko = aRequest({ step: 3, countersignatureAsked: true, mentorSignedById: "yuko" });

  test("the mentor's comes first and completes nothing", () => {
    expect(signOff(asked, kenichi)).toEqual(signed({ outcome: "awaitsCountersignature" }));
    expect(countersign(asked, taro)).toEqual(refused("NotSignedByMentor"));
  });

  test("a second mentor does not sign beside the first; the first one's second press is the same signature", () => {
    expect(signOff(signedByYuko, kenichi)).toEqual(refused("AwaitsCountersignature"));
    expect(signOff(signedByYuko, yuko)).toEqual(signed({ outcome: "awaitsCountersignature", isRepeat: true }));
  });

  test.each([
    ["a manager of a team above", makoto, { ok: true, value: { mentorId: "yuko", isRepeat: false } }],
    ["an appointed countersigner", taro, { ok: true, value: { mentorId: "yuko", isRepeat: false } }],
    ["another mentor", kenichi, refused("NotFound")],
    ["the trainee who manages the team", { ...makoto, id: "misaki" }, refused("NotFound")],
    ["the mentor who signed and manages the team", { ...makoto, id: "yuko" }, refused("SignedByYouAsMentor")],
  ])("countersigned by %s", (_who, actor, expected) => {
    expect(countersign(signedByYuko, actor)).toEqual(expected);
  });

  test("the countersigner's second press is the same signature", () => {
    const done = aRequest({ ...signedByYuko, ended: { ...endedByYuko("signedOff"), byId: "taro" } });
    expect(countersign(done, taro)).toEqual({ ok: true, value: { mentorId: "yuko", isRepeat: true } });
    expect(countersign(done, makoto)).toEqual(refused("RequestDecided", YUKO_AT_14_02));
  });
});

describe("sending a request back", () => {
  const reasons = [{ criterionCode: "g3.s1.systems", reason: "構成図が古いままです。" }];

  test.each([
    ["a mentor", kenichi, {}, { ok: true, value: { isRepeat: false } }],
    ["the trainee", misaki, {}, refused("NotFound")],
    ["a countersigner before the mentor signed", taro, {}, refused("NotFound")],
    ["a countersigner after it", taro, { mentorSignedById: "yuko" }, { ok: true, value: { isRepeat: false } }],
    [
      "a mentor, though criteria are unmet",
      kenichi,
      { unmetCodes: ["g3.s1.systems"] },
      { ok: true, value: { isRepeat: false } },
    ],
    ["a mentor too late", kenichi, { ended: endedByYuko("signedOff") }, refused("RequestDecided", YUKO_AT_14_02)],
    ["Yuko, pressing twice", yuko, { ended: endedByYuko("sentBack") }, { ok: true, value: { isRepeat: true } }],
  ])("by %s", (_who, actor, wish, expected) => {
    expect(sendBackRequest(aRequest(wish), reasons, actor)).toEqual(expected);
  });

  test("needs at least one reason, for a criterion of this STEP", () => {
    expect(sendBackRequest(aRequest(), [], kenichi)).toEqual(refused("ReasonMissing"));
    const silent = [...reasons, { criterionCode: "g3.s1.reading", reason: "" }];
    expect(sendBackRequest(aRequest(), silent, kenichi)).toEqual(refused("ReasonMissing"));
    const foreign = [...reasons, { criterionCode: "g3.s2.solo-monitoring", reason: "まだです。" }];
    expect(sendBackRequest(aRequest(), foreign, kenichi)).toEqual(refused("CriterionUnknown"));
  });
});

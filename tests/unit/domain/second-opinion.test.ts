import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import type { CheckpointJudgement } from "@/lib/domain/attestation";
import type { Supervision } from "@/lib/domain/rule";
import {
  askOpinion,
  compared,
  declineOpinion,
  giveOpinion,
  type OpinionGround,
  type OpinionState,
  unjudged,
} from "@/lib/domain/second-opinion";
import { kenichi, makoto, megumi, misaki, monitoring, nao, shin, taro, toru, yuko } from "@/tests/support/reviewing";

const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });
const ground = (wish: Partial<OpinionGround> = {}): OpinionGround => ({
  rule: { kind: "attest", checkpoints: [{ code: "scope" }, { code: "systems" }] },
  leastSupervision: null,
  policy: {},
  enrolment: monitoring,
  mentorIds: ["kenichi", "yuko"],
  stepCompleted: false,
  ...wish,
});
const met = (checkpoint: string, supervision: Supervision | null = 4): CheckpointJudgement => ({
  checkpoint,
  judgement: "met",
  supervision,
  comment: "",
});
const notYet = (checkpoint: string): CheckpointJudgement => ({
  checkpoint,
  judgement: "notYet",
  supervision: null,
  comment: "除外の理由が足りません。",
});

describe("asking", () => {
  const ask = (actor: Actor, ofId = "yuko", wish: Partial<OpinionGround> = {}) =>
    askOpinion(ground(wish), { ofId, openId: null }, actor);

  test("a mentor asks another mentor of the pool", () => {
    expect(ask(kenichi)).toEqual({ ok: true, value: { again: null } });
  });
  test("the same question while it is open is the same question", () => {
    expect(askOpinion(ground(), { ofId: "yuko", openId: "opinion" }, kenichi)).toEqual({
      ok: true,
      value: { again: "opinion" },
    });
  });
  test("nobody else asks", () => {
    for (const actor of [misaki, megumi, toru, makoto, taro, nao, shin])
      expect(ask(actor)).toEqual(refused("NotFound"));
  });
  test("not oneself, and nobody outside the pool", () => {
    expect(ask(kenichi, "kenichi")).toEqual(refused("OpinionOfYourself"));
    for (const id of ["misaki", "megumi", "makoto"]) expect(ask(kenichi, id)).toEqual(refused("OpinionNotOfThePool"));
  });
  test("only of what is judged, and while its STEP is open", () => {
    expect(ask(kenichi, "yuko", { rule: { kind: "reading", list: "x" } as never })).toEqual(
      refused("NotAJudgedCriterion"),
    );
    expect(ask(kenichi, "yuko", { stepCompleted: true })).toEqual(refused("StepIsSignedOff"));
  });
});

describe("giving", () => {
  const open: OpinionState = { askedOfId: "yuko", isDeclined: false, given: null };
  const all = [met("scope"), notYet("systems")];

  test("by who was asked, every checkpoint", () => {
    expect(giveOpinion(ground(), open, all, yuko)).toEqual({ ok: true, value: { isRepeat: false } });
    expect(giveOpinion(ground(), open, [met("scope")], yuko)).toEqual(refused("OpinionIncomplete", { count: 1 }));
  });
  test("by nobody else, nor by who may not review there any more", () => {
    for (const actor of [kenichi, misaki, makoto])
      expect(giveOpinion(ground(), open, all, actor)).toEqual(refused("NotFound"));
    expect(giveOpinion(ground(), open, all, { ...yuko, mentorships: [] })).toEqual(refused("NotFound"));
  });
  test("at the least supervision that the source names", () => {
    const judged = [met("scope", 3), met("systems", 4)];
    expect(giveOpinion(ground({ leastSupervision: 4 }), open, judged, yuko)).toEqual(
      refused("SupervisionTooLow", { least: 4, checkpoints: ["scope"] }),
    );
    expect(giveOpinion(ground({ leastSupervision: 3 }), open, judged, yuko)).toMatchObject({ ok: true });
  });
  test("once: the same again is answered the same, another is refused", () => {
    const given = { ...open, given: all };
    expect(giveOpinion(ground(), given, [...all].reverse(), yuko)).toEqual({ ok: true, value: { isRepeat: true } });
    expect(giveOpinion(ground(), given, [met("scope"), met("systems")], yuko)).toEqual(refused("OpinionClosed"));
    expect(giveOpinion(ground(), given, [met("scope", 5), notYet("systems")], yuko)).toEqual(refused("OpinionClosed"));
    expect(giveOpinion(ground(), { ...open, isDeclined: true }, all, yuko)).toEqual(refused("OpinionClosed"));
  });
  test.each([
    ["nothing", [], "NothingJudged", {}],
    ["what is no checkpoint", [met("other")], "CheckpointUnknown", {}],
    ["what no level was chosen for", [met("scope", null)], "SupervisionMissing", { checkpoints: ["scope"] }],
    [
      "not yet without a reason",
      [met("scope"), { ...notYet("systems"), comment: "" }],
      "NotYetNeedsReason",
      { checkpoints: ["systems"] },
    ],
    [
      "no occasion where the source gives none",
      [{ ...notYet("scope"), judgement: "noOccasion" }],
      "OccasionNotConditional",
      {},
    ],
  ] as const)("%s is refused as in a formal judgement", (_, judged, code, at) => {
    expect(giveOpinion(ground(), open, judged, yuko)).toEqual(refused(code, at));
  });

  test("declined by who was asked, until given; twice is once", () => {
    expect(declineOpinion(open, yuko)).toEqual({ ok: true, value: { isRepeat: false } });
    expect(declineOpinion({ ...open, isDeclined: true }, yuko)).toEqual({ ok: true, value: { isRepeat: true } });
    expect(declineOpinion({ ...open, given: all }, yuko)).toEqual(refused("OpinionClosed"));
    expect(declineOpinion(open, kenichi)).toEqual(refused("NotFound"));
  });
});

describe("comparing", () => {
  const givenAt = "2026-11-20T05:00:00.000Z";
  const first = (checkpoint: string, judgement: "met" | "notYet", judgedAt: string, level: Supervision | null = 4) => ({
    checkpoint,
    judgement,
    supervision: judgement === "met" ? level : null,
    comment: "",
    judgedAt,
  });
  const before = "2026-11-19T05:00:00.000Z";
  const after = "2026-11-21T05:00:00.000Z";

  test("nothing until the second is given, and until the first has judged each", () => {
    expect(compared([], [first("scope", "met", before)], null)).toBeNull();
    expect(compared([met("scope")], [], givenAt)).toBeNull();
    expect(compared([met("scope"), met("systems")], [first("scope", "met", before)], givenAt)).toBeNull();
  });
  test("side by side, with what differs", () => {
    const rows = compared(
      [met("scope"), notYet("systems")],
      [first("scope", "met", before), first("systems", "met", before)],
      givenAt,
    );
    expect(rows?.map(({ checkpoint, differs }) => [checkpoint, differs])).toEqual([
      ["scope", false],
      ["systems", true],
    ]);
    expect(rows?.[1]).toMatchObject({ first: { judgement: "met" }, second: { judgement: "notYet" } });
  });
  test("the same judgement at another level differs; a level that the first was never asked for does not", () => {
    const differs = (level: Supervision | null) =>
      compared([met("scope", 3)], [first("scope", "met", before, level)], givenAt)?.map((row) => row.differs);
    expect(differs(4)).toEqual([true]);
    expect(differs(3)).toEqual([false]);
    expect(differs(null)).toEqual([false]);
    expect(compared([met("scope", 3)], [first("scope", "met", before, 5)], givenAt)?.[0]).toMatchObject({
      first: { supervision: 5 },
      second: { supervision: 3 },
    });
  });
  test("judging again after it changes nothing of what is compared", () => {
    const said = [first("scope", "notYet", before), first("scope", "met", after)];
    expect(compared([met("scope")], said, givenAt)?.[0]?.first.judgement).toBe("notYet");
    expect(compared([met("scope")], [...said].reverse(), givenAt)?.[0]?.first.judgement).toBe("notYet");
  });
  test("who judges after the second is compared by the first thing they said", () => {
    const said = [first("scope", "met", "2026-11-22T05:00:00.000Z"), first("scope", "notYet", after)];
    expect(compared([met("scope")], said, givenAt)?.[0]?.first.judgement).toBe("notYet");
  });
  test("never one side alone, whatever was judged", () => {
    const codes = ["a", "b", "c"];
    const some = fc.subarray(codes);
    fc.assert(
      fc.property(some, some, fc.boolean(), (one, two, given) => {
        const rows = compared(
          two.map((code) => met(code)),
          one.map((code) => first(code, "met", before)),
          given ? givenAt : null,
        );
        const both = given && two.length > 0 && two.every((code) => one.includes(code));
        expect(rows === null).toBe(!both);
        expect(rows?.length ?? two.length).toBe(two.length);
      }),
    );
  });
});

test("who judges apart sees no judgement of the other, or of nobody", () => {
  const of = (id: string) => ({
    code: id,
    judgement: "met" as const,
    supervision: 4 as const,
    comment: "よい",
    judgedOn: "2026-11-19",
    by: { id },
  });
  const checkpoints = [of("kenichi"), of("third")];
  expect(unjudged(checkpoints, "kenichi").map(({ judgement }) => judgement)).toEqual([null, "met"]);
  expect(unjudged(checkpoints)).toEqual(
    checkpoints.map(({ code }) => ({
      code,
      judgement: null,
      supervision: null,
      comment: "",
      judgedOn: null,
      by: null,
    })),
  );
});

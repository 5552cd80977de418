import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { attest } from "@/lib/domain/attestation";
import {
  endHold,
  giveBack,
  type HoldablePart,
  type HoldFact,
  handOver,
  heldByAnother,
  standingHold,
  standsAt,
  takeOn,
} from "@/lib/domain/hold";
import { sendBackRequest, signOff } from "@/lib/domain/sign-off";
import { sendBack, verify } from "@/lib/domain/verification";
import {
  aClaim,
  aRequest,
  basicEducation,
  facts,
  HELD_BY_YUKO,
  heldBy,
  kenichi,
  makoto,
  megumi,
  misaki,
  monitoring,
  nao,
  shin,
  staffed,
  taro,
  toru,
  yuko,
} from "@/tests/support/reviewing";

const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });
const HELD = refused("HeldByAnother", HELD_BY_YUKO);
const accepted = (parts: readonly HoldablePart[]) => ({ ok: true, value: parts });

/** Misaki's, in monitoring, where Kenichi and Yuko are mentors. */
const part = (wish: Partial<HoldablePart> = {}): HoldablePart => ({
  enrolment: monitoring,
  mentorIds: ["kenichi", "yuko"],
  waits: true,
  hold: null,
  ...wish,
});
/** The same record, in a role group that Megumi mentors. */
const forensics = (wish: Partial<HoldablePart> = {}) =>
  part({
    enrolment: { ...monitoring, enrolmentId: "misaki-forensics", roleGroupCode: "forensics" },
    mentorIds: ["megumi"],
    ...wish,
  });

describe("whether a hold stands", () => {
  const until = new Date("2026-11-23T05:00:00.000Z");
  test.each([
    ["a moment before its time is over", { ms: -1 }, true],
    ["at the moment it is over", { ms: 0 }, false],
    ["after it", { ms: 1 }, false],
    ["while its holder may not review there, or has left", { ms: -1, holderReviews: false }, false],
  ])("%s", (_, { ms, ...wish }, stands) => {
    const hold = heldBy("yuko", wish);
    const now = new Date(until.getTime() + ms);
    expect(standsAt(hold, now)).toBe(stands);
    expect(standingHold(hold, now)).toBe(stands ? hold : null);
  });

  test("no hold stands nowhere", () => expect(standingHold(null, until)).toBeNull());

  test("once over it never stands again, whatever the clock", () => {
    const minutes = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(minutes, minutes, fc.boolean(), (first, later, holderReviews) => {
        const hold = heldBy("yuko", { holderReviews });
        const [one, two] = [Math.min(first, later), Math.max(first, later)].map(
          (minute) => new Date(until.getTime() + minute * 60_000),
        );
        return !one || !two || standsAt(hold, one) || !standsAt(hold, two);
      }),
    );
  });
});

describe("while somebody holds it", () => {
  const now = "2026-11-20";
  const held = { hold: heldBy("yuko") };
  const decisions: [string, (actor: Actor, hold: HoldFact | null) => unknown][] = [
    ["verifying", (actor, hold) => verify(aClaim({ hold }), facts(), actor)],
    ["sending back", (actor, hold) => sendBack(aClaim({ hold }), "証跡が足りません。", actor)],
    ["signing off", (actor, hold) => signOff(aRequest({ hold }), allGood, actor)],
    ["sending a request back", (actor, hold) => sendBackRequest(aRequest({ hold }), oneBack, actor)],
    ["judging", (actor, hold) => attest(judged, attesting(hold), actor)],
  ];
  const allGood = new Map(aRequest().itemCodes.map((code) => [code, "good" as const]));
  const oneBack = [{ criterionCode: "g3.s1.reading", reason: `${now}の資料が足りません。` }];
  const judged = [{ checkpoint: "whole", judgement: "met" as const, supervision: 4 as const, comment: "" }];
  const attesting = (hold: HoldFact | null) => ({
    rule: { kind: "attest", checkpoints: [{ code: "whole" }] } as const,
    leastSupervision: null,
    policy: {},
    enrolment: monitoring,
    pool: staffed,
    stepCompleted: false,
    standing: [],
    requestedAt: null,
    hold,
  });

  test.each(decisions)("%s is refused to another mentor, with who and until when", (_, decide) => {
    expect(decide(kenichi, held.hold)).toEqual(HELD);
  });

  test.each(decisions)("%s is the holder's", (_, decide) => {
    expect(decide(yuko, held.hold)).toMatchObject({ ok: true });
  });

  test.each(decisions)("%s is everybody's of the pool while nobody does", (_, decide) => {
    expect(decide(kenichi, null)).toMatchObject({ ok: true });
  });

  test.each(decisions)("%s: whoever may not know of it is not told who holds it", (_, decide) => {
    expect(decide(megumi, held.hold)).toEqual(refused("NotFound"));
  });

  test("what was decided before is said before who holds it", () => {
    const verified = aClaim({ ...held, standing: "verified", verified: { ...yukos, confirmed: facts() } });
    expect(verify(verified, facts(), kenichi)).toMatchObject(refused("AlreadyVerified"));
    expect(heldByAnother(held.hold, yuko)).toBeNull();
  });
  const yukos = { byId: "yuko", by: "伊藤 裕子", byLatin: "Yuko Ito", on: now, time: "14:02" };
});

describe("taking on", () => {
  test("what is free", () => expect(takeOn([part()], kenichi)).toEqual(accepted([part()])));

  test("nobody but who may review it: for others it is not there", () => {
    for (const actor of [misaki, megumi, toru, taro, nao, shin, makoto])
      expect(takeOn([part()], actor)).toEqual(refused("NotFound"));
    expect(takeOn([], kenichi)).toEqual(refused("NotFound"));
  });

  test("a manager for basic education, and whoever stands in where there is no mentor", () => {
    expect(takeOn([part({ enrolment: basicEducation })], makoto)).toMatchObject({ ok: true });
    expect(takeOn([part({ mentorIds: [] })], nao)).toMatchObject({ ok: true });
  });

  test("what is decided, or taken back, is not taken on", () => {
    expect(takeOn([part({ waits: false })], kenichi)).toEqual(refused("NoLongerWaits"));
  });

  test("what another holds is refused, what one holds oneself stays as it is", () => {
    expect(takeOn([part({ hold: heldBy("yuko") })], kenichi)).toEqual(HELD);
    expect(takeOn([part({ hold: heldBy("kenichi") })], kenichi)).toEqual(accepted([]));
  });

  test("of a record in two role groups only one's own part, and only the free one", () => {
    const both = { ...kenichi, mentorships: [...kenichi.mentorships, ...megumi.mentorships] };
    expect(takeOn([part(), forensics()], kenichi)).toEqual(accepted([part()]));
    expect(takeOn([part({ hold: heldBy("yuko") }), forensics()], both)).toEqual(accepted([forensics()]));
    expect(takeOn([part(), forensics({ hold: heldBy("megumi") })], kenichi)).toEqual(accepted([part()]));
  });
});

describe("giving back", () => {
  const mine = part({ hold: heldBy("kenichi") });
  test("what one holds", () => expect(giveBack([mine, forensics()], false, kenichi)).toEqual(accepted([mine])));
  test("twice is once", () => expect(giveBack([part()], true, kenichi)).toEqual(accepted([])));
  test("what one never held", () => {
    expect(giveBack([part()], false, kenichi)).toEqual(refused("NotHeldByYou"));
    expect(giveBack([part({ hold: heldBy("yuko") })], false, kenichi)).toEqual(refused("NotHeldByYou"));
    expect(giveBack([part()], true, megumi)).toEqual(refused("NotFound"));
  });
});

describe("handing over", () => {
  const mine = part({ hold: heldBy("kenichi") });
  test("what one holds, or what is free", () => {
    expect(handOver([mine], "yuko", kenichi)).toEqual(accepted([mine]));
    expect(handOver([part()], "yuko", kenichi)).toEqual(accepted([part()]));
  });
  test("twice to the same person is once", () => {
    expect(handOver([part({ hold: heldBy("yuko") })], "yuko", kenichi)).toEqual(accepted([]));
  });
  test("not to oneself, to the trainee or to who is no mentor there", () => {
    expect(handOver([mine], "kenichi", kenichi)).toEqual(refused("HandedToYourself"));
    for (const id of ["misaki", "megumi", "makoto"])
      expect(handOver([mine], id, kenichi)).toEqual(refused("NotOfThePool"));
  });
  test("not what a third holds, what is decided or what is not one's own", () => {
    const third = { ...kenichi, id: "third" };
    expect(handOver([part({ hold: heldBy("yuko") })], "kenichi", third)).toEqual(HELD);
    expect(handOver([part({ waits: false })], "yuko", kenichi)).toEqual(refused("NoLongerWaits"));
    expect(handOver([mine], "yuko", megumi)).toEqual(refused("NotFound"));
  });
});

describe("ending somebody's hold", () => {
  const standing = { enrolment: monitoring, hold: heldBy("yuko"), endedById: null };
  test("a manager of the team or above", () => {
    expect(endHold(standing, makoto)).toEqual({ ok: true, value: { isRepeat: false } });
    expect(endHold({ ...standing, hold: null, endedById: "makoto" }, makoto)).toEqual({
      ok: true,
      value: { isRepeat: true },
    });
  });
  test("nobody else, and no hold on oneself", () => {
    for (const actor of [misaki, kenichi, yuko, taro, nao, shin, { ...makoto, managedTeamIds: ["plant"] }])
      expect(endHold(standing, actor)).toEqual(refused("NotFound"));
    expect(endHold({ ...standing, enrolment: { ...monitoring, traineeId: "makoto" } }, makoto)).toEqual(
      refused("NotFound"),
    );
    expect(endHold(null, makoto)).toEqual(refused("NotFound"));
  });
  test("what is over is not ended", () => {
    expect(endHold({ ...standing, hold: null }, makoto)).toEqual(refused("HoldOver"));
    expect(endHold({ ...standing, hold: null, endedById: "yuko" }, makoto)).toEqual(refused("HoldOver"));
  });
});

describe("whoever holds what", () => {
  const holder = fc.constantFrom(null, "kenichi", "yuko", "third");
  const aPart = fc.record({ holderId: holder, waits: fc.boolean(), isMonitoring: fc.boolean() });
  const parts = fc.array(aPart, { maxLength: 4 }).map((all) =>
    all.map(({ holderId, waits, isMonitoring }) => {
      const hold = holderId === null ? null : heldBy(holderId);
      return isMonitoring ? part({ hold, waits }) : forensics({ hold, waits });
    }),
  );
  const actor = fc.constantFrom(kenichi, yuko, megumi, misaki, makoto);
  const isMine = (each: HoldablePart, { id }: Actor) => each.mentorIds.includes(id);

  test("only what is free, waits and is one's own is taken on", () => {
    fc.assert(
      fc.property(parts, actor, (all, who) => {
        const decision = takeOn(all, who);
        const free = all.filter((each) => isMine(each, who) && each.waits && each.hold === null);
        if (decision.ok) expect(decision.value).toEqual(free);
        else expect(free).toEqual([]);
      }),
    );
  });

  test("what another holds can neither be taken on, given back nor handed over", () => {
    fc.assert(
      fc.property(parts, actor, fc.boolean(), (all, who, gaveBack) => {
        const others = all.filter(({ hold }) => hold !== null && hold.holderId !== who.id);
        for (const decision of [takeOn(all, who), giveBack(all, gaveBack, who), handOver(all, "yuko", who)])
          if (decision.ok) expect(decision.value.filter((each) => others.includes(each))).toEqual([]);
      }),
    );
  });

  test("handed over it is with somebody who mentors there, never with the trainee or with who gave it", () => {
    fc.assert(
      fc.property(parts, actor, fc.constantFrom("kenichi", "yuko", "megumi", "misaki"), (all, who, receiver) => {
        const decision = handOver(all, receiver, who);
        if (!decision.ok) return;
        expect(receiver).not.toBe(who.id);
        expect(decision.value.every(({ mentorIds, waits }) => waits && mentorIds.includes(receiver))).toBe(true);
      }),
    );
  });

  test("taken on and given back, it is free as it was", () => {
    fc.assert(
      fc.property(parts, (all) => {
        const taken = takeOn(all, kenichi);
        const free = taken.ok ? taken.value : [];
        const held = all.map((each) => (free.includes(each) ? { ...each, hold: heldBy("kenichi") } : each));
        const back = giveBack(held, false, kenichi);
        const mine = held.filter(({ hold }) => hold?.holderId === "kenichi");
        expect(back.ok ? back.value : []).toEqual(mine);
        expect(mine.length).toBe(free.length + all.filter(({ hold }) => hold?.holderId === "kenichi").length);
      }),
    );
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { endHold, giveBackSubject, handOverSubject, takeOnSubject } from "@/lib/hold/commands";
import { findHold } from "@/lib/hold/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { eventsAbout } from "@/tests/support/audit";
import { aMentorship, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import {
  aHold,
  aJudgementRequest,
  aRecord,
  aSignature,
  aSignOffRequest,
  at,
  aVerification,
} from "@/tests/support/practice";

const MEETING = "g1.s1.external-meetings";
const STRUCTURE = "g1.s2.target-structure";
const now = at("2026-11-20", "14:02");

let world: World;
let liaison: { id: string };
const as = async (name: PersonaName, when = now) => ({ actor: await actorOf(world.people[name].id), now: when });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });
const HELD_BY_KENICHI = { by: "高橋 健一", byLatin: "Kenichi Takahashi" };

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  await aMentorship(world.people.ren, "liaison-coordination", world.teams.hq);
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" },
  });
});

const aMeeting = async () => {
  const record = await aRecord(world.people.misaki, liaison, { kind: "meeting", claims: [MEETING] });
  return { subject: "record" as const, subjectId: record.id, record };
};
const heldOf = ({ subject, subjectId }: { subject: "record" | "judgement" | "signOff"; subjectId: string }) => ({
  subject,
  subjectId,
});
const holds = () => db().hold.findMany({ orderBy: { takenAt: "asc" } });

describe("taking on", () => {
  test("lasts as long as the organisation's hours say, and leaves an event without a word", async () => {
    const held = heldOf(await aMeeting());
    expect(await takeOnSubject(held, await as("kenichi"))).toEqual({ ok: true, value: { ...held, parts: 1 } });
    expect(await holds()).toMatchObject([
      {
        recordId: held.subjectId,
        enrolmentId: liaison.id,
        holderId: world.people.kenichi.id,
        takenAt: now,
        until: at("2026-11-23", "14:02"),
        endedAt: null,
      },
    ]);
    const [{ id } = { id: "" }] = await holds();
    expect((await eventsAbout(world.people.misaki.id)).at(-1)).toEqual({
      action: "HoldTaken",
      actor: world.people.kenichi.id,
      body: { ...held, holdIds: [id], hours: 72, enrolmentIds: [liaison.id] },
    });
  });

  test("the three that wait: a record, a judgement asked for and a STEP to sign off", async () => {
    const { id: judgement } = await aJudgementRequest(liaison, STRUCTURE);
    const { id: signOff } = await aSignOffRequest(liaison, world.people.misaki, { step: 0 });
    const caller = await as("kenichi");
    expect(await takeOnSubject({ subject: "judgement", subjectId: judgement }, caller)).toMatchObject({ ok: true });
    expect(await takeOnSubject({ subject: "signOff", subjectId: signOff }, caller)).toMatchObject({ ok: true });
    expect(await holds()).toMatchObject([{ judgementRequestId: judgement }, { signOffRequestId: signOff }]);
  });

  test("what is verified, signed by a mentor or not there is not taken on", async () => {
    const { record, ...held } = await aMeeting();
    for (const claim of record.claims) await aVerification(claim, world.people.kenichi);
    const signOff = await aSignOffRequest(liaison, world.people.misaki, { step: 3 });
    await aSignature(signOff, world.people.kenichi);
    const ren = await as("ren");
    expect(await takeOnSubject(held, ren)).toEqual(refused("NoLongerWaits"));
    expect(await takeOnSubject({ subject: "signOff", subjectId: signOff.id }, ren)).toEqual(refused("NoLongerWaits"));
    expect(await takeOnSubject({ subject: "record", subjectId: newId() }, ren)).toEqual(refused("NotFound"));
    expect(await holds()).toEqual([]);
  });

  test("somebody else's is refused while it stands; once lapsed it is free, and ended as lapsed by who takes it", async () => {
    const held = heldOf(await aMeeting());
    await takeOnSubject(held, await as("kenichi"));
    const moment = new Date(at("2026-11-23", "14:02").getTime() - 1);
    expect(await takeOnSubject(held, await as("ren", moment))).toEqual(
      refused("HeldByAnother", { ...HELD_BY_KENICHI, on: "2026-11-23", time: "14:02" }),
    );
    const later = at("2026-11-23", "14:02");
    expect(await takeOnSubject(held, await as("ren", later))).toMatchObject({ ok: true, value: { parts: 1 } });
    expect(await holds()).toMatchObject([
      { holderId: world.people.kenichi.id, ending: "lapsed", endedAt: later, endedById: null },
      { holderId: world.people.ren.id, ending: null },
    ]);
  });
});

describe("a hold stands only while its holder could decide", () => {
  const takenByKenichi = async () => {
    const held = heldOf(await aMeeting());
    await takeOnSubject(held, await as("kenichi"));
    return held;
  };
  const ended = { endedAt: now, endReason: "異動のため" };

  test.each<[string, () => Promise<unknown>]>([
    [
      "whose mentorship ended",
      () => db().mentorship.updateMany({ where: { personId: world.people.kenichi.id }, data: ended }),
    ],
    [
      "who was deactivated",
      () => db().person.update({ where: { id: world.people.kenichi.id }, data: { deactivatedAt: now } }),
    ],
    [
      "who is on leave",
      () =>
        db().leave.create({
          data: {
            id: newId(),
            personId: world.people.kenichi.id,
            fromOn: new Date("2025-01-01"),
            enteredById: world.people.makoto.id,
            enteredAt: now,
          },
        }),
    ],
    [
      "whose last day has passed",
      () => db().person.update({ where: { id: world.people.kenichi.id }, data: { endsOn: new Date("2025-03-31") } }),
    ],
  ])("a mentor %s holds nothing: the next one takes it on", async (_, happens) => {
    const held = await takenByKenichi();
    expect(await takeOnSubject(held, await as("ren"))).toMatchObject(refused("HeldByAnother"));
    await happens();
    expect(await takeOnSubject(held, await as("ren"))).toMatchObject({ ok: true, value: { parts: 1 } });
    expect((await holds()).map(({ ending }) => ending)).toEqual(["lapsed", null]);
  });
});

describe("giving back and handing over", () => {
  test("given back it is free at once; twice is once", async () => {
    const held = heldOf(await aMeeting());
    await takeOnSubject(held, await as("kenichi"));
    for (let press = 0; press < 2; press += 1)
      expect(await giveBackSubject(held, await as("kenichi"))).toMatchObject({ ok: true });
    expect(await holds()).toMatchObject([{ ending: "givenBack", endedById: world.people.kenichi.id }]);
    expect(await takeOnSubject(held, await as("ren"))).toMatchObject({ ok: true });
    expect(await giveBackSubject(held, await as("kenichi"))).toMatchObject({ ok: true, value: { parts: 0 } });
    expect((await holds()).map(({ ending }) => ending)).toEqual(["givenBack", null]);
  });

  test("handed over it begins anew with the other mentor, with the words", async () => {
    const held = heldOf(await aMeeting());
    await takeOnSubject(held, await as("kenichi"));
    const later = at("2026-11-21", "09:00");
    const note = "会合に同席したのは蓮さんです。";
    const toRen = { ...held, toId: world.people.ren.id, note };
    for (let press = 0; press < 2; press += 1)
      expect(await handOverSubject(toRen, await as("kenichi", later))).toMatchObject({ ok: true });
    expect(await holds()).toMatchObject([
      { ending: "handedOver", endedById: world.people.kenichi.id },
      { holderId: world.people.ren.id, handedById: world.people.kenichi.id, note, until: at("2026-11-24", "09:00") },
    ]);
    const view = await findHold((await as("ren")).actor, held, later);
    expect(view).toMatchObject({ isMine: true, hold: { note, handedBy: { latinName: "Kenichi Takahashi" } } });
    const events = await eventsAbout(world.people.misaki.id);
    expect(events.map(({ action }) => action)).toEqual(["HoldTaken", "HoldHandedOver"]);
    expect(JSON.stringify(events)).not.toContain("蓮");
  });

  test("to nobody outside the pool", async () => {
    const held = heldOf(await aMeeting());
    await takeOnSubject(held, await as("kenichi"));
    for (const name of ["misaki", "yuko", "makoto", "soto"] as const) {
      const to = { ...held, toId: world.people[name].id, note: "" };
      expect(await handOverSubject(to, await as("kenichi")), name).toEqual(refused("NotOfThePool"));
    }
    expect(await holds()).toHaveLength(1);
  });
});

describe("a manager ends a hold", () => {
  test("with a reason; twice is once, and it is free", async () => {
    const held = heldOf(await aMeeting());
    await takeOnSubject(held, await as("kenichi"));
    const [{ id: holdId } = { id: "" }] = await holds();
    const input = { holdId, reason: "急ぎの承認のため" };
    expect(await endHold(input, await as("akari"))).toEqual(refused("NotFound"));
    for (let press = 0; press < 2; press += 1)
      expect(await endHold(input, await as("makoto"))).toMatchObject({ ok: true });
    expect(await holds()).toMatchObject([
      { ending: "ended", endReason: input.reason, endedById: world.people.makoto.id },
    ]);
    expect(JSON.stringify(await eventsAbout(world.people.misaki.id))).not.toContain("急ぎ");
    expect(await takeOnSubject(held, await as("ren"))).toMatchObject({ ok: true });
    expect(await endHold({ ...input, holdId: newId() }, await as("makoto"))).toEqual(refused("NotFound"));
  });

  test("not one whose time is over", async () => {
    const { record } = await aMeeting();
    const { id: holdId } = await aHold(liaison, world.people.kenichi, { record, until: now });
    expect(await endHold({ holdId, reason: "…" }, await as("makoto"))).toEqual(refused("HoldOver"));
  });
});

describe("what a reader sees of it", () => {
  test("the holder, another mentor, the manager, and nobody else", async () => {
    const held = heldOf(await aMeeting());
    const view = async (name: PersonaName) => findHold((await as(name)).actor, held, now);
    expect(await view("kenichi")).toMatchObject({ hold: null, mayTake: true, isMine: false });
    await takeOnSubject(held, await as("kenichi"));
    const parts = { othersEnrolmentIds: [liaison.id] };
    expect(await view("kenichi")).toMatchObject({ isMine: true, othersEnrolmentIds: [] });
    for (const name of ["ren", "makoto"] as const) expect(await view(name), name).toMatchObject(parts);
    expect(await view("kenichi")).toMatchObject({ isMine: true, mayTake: false, colleagues: [{ name: "鈴木 蓮" }] });
    expect(await view("ren")).toMatchObject({ isMine: false, mayTake: false, mayEnd: false, hold: HELD_BY_KENICHI });
    expect(await view("makoto")).toMatchObject({ mayEnd: true, hold: HELD_BY_KENICHI });
    for (const name of ["misaki", "yuko", "shin", "soto"] as const) expect(await view(name), name).toBeNull();
  });

  test("nothing of what no longer waits", async () => {
    const { record, ...held } = await aMeeting();
    for (const claim of record.claims) await aVerification(claim, world.people.kenichi);
    expect(await findHold((await as("kenichi")).actor, held, now)).toBeNull();
  });
});

test("the database keeps one hold that has not ended for each subject, and nobody's own", async () => {
  const { record } = await aMeeting();
  await aHold(liaison, world.people.kenichi, { record });
  await expect(aHold(liaison, world.people.ren, { record })).rejects.toThrow();
  const other = await aPerson();
  await expect(aHold(liaison, world.people.misaki, { record: (await aMeeting()).record })).rejects.toThrow();
  await expect(aHold(liaison, other, {})).rejects.toThrow();
});

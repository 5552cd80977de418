import { beforeEach, describe, expect, test } from "vitest";
import { annotateEvent, cancelEvent, correctEvent, logEvent } from "@/lib/event/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aConfirmedRecord, anEvent, anEventForm, proposalsTo, proposalTo, took } from "@/tests/support/events";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

const events = () =>
  db().sharedEvent.findMany({ include: { parts: true, evidence: true, notes: true }, orderBy: { loggedAt: "asc" } });

describe("Makoto logs an incident that Misaki and Ren worked on", () => {
  test("once, with what each of them did, and a record proposed to each", async () => {
    const { misaki, ren, makoto } = world.people;
    const form = anEventForm([took(misaki), took(ren, { did: null, supervision: 3 })]);
    expect(await logEvent(form, await as("makoto"))).toEqual({ ok: true, value: { eventId: form.onceKey } });
    const [event, ...more] = await events();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      id: form.onceKey,
      kind: "incident",
      happenedOn: new Date("2026-11-18"),
      incidentRef: "INC-204",
      loggedById: makoto.id,
      loggedAt: now,
      endedAt: null,
      evidence: [{ kind: "ticket", value: "INC-204" }],
    });
    expect(event?.parts.map(({ personId, supervision }) => [personId, supervision])).toEqual(
      expect.arrayContaining([
        [misaki.id, 2],
        [ren.id, 3],
      ]),
    );
    expect(await proposalsTo(misaki)).toMatchObject([{ subCase: null, recordId: null, answeredAt: null }]);
    expect(await db().practiceRecord.count()).toBe(0);
  });

  test("and the audit holds ids, codes and numbers only", async () => {
    const { misaki } = world.people;
    const { id } = await anEvent(await as("makoto"), [took(misaki)]);
    expect(await eventsAbout(id)).toEqual([
      {
        action: "EventLogged",
        actor: world.people.makoto.id,
        body: {
          eventId: id,
          kind: "incident",
          happenedOn: "2026-11-18",
          personIds: [misaki.id],
          proposals: 1,
          proposed: [expect.stringMatching(`^[0-9a-f-]{36} ${misaki.id} -$`)],
          content: expect.stringMatching(/^[0-9a-f]{64}$/),
          drillId: null,
          correctsId: null,
        },
      },
    ]);
  });

  test("twenty times at once, and once more: one event", async () => {
    const form = anEventForm([took(world.people.misaki), took(world.people.ren)]);
    const caller = await as("makoto");
    const answers = await atOnce(20, () => logEvent(form, caller));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { eventId: form.onceKey } })]),
    );
    expect(await logEvent({ ...form, title: "別の件名" }, caller)).toEqual(answers[0]);
    expect(await db().proposedRecord.count()).toBe(2);
    expect(await eventsAbout(form.onceKey)).toHaveLength(1);
  });
});

describe("what Makoto logs", () => {
  test("the key of somebody else's form is not there", async () => {
    const form = anEventForm([took(world.people.misaki)]);
    await logEvent(form, await as("makoto"));
    expect(await logEvent(form, await as("kenichi"))).toEqual(refused("NotFound"));
  });

  test("a drill of two scenes proposes a record for each", async () => {
    const subCases = await scenes();
    await anEvent(await as("makoto"), [took(world.people.misaki)], { kind: "drillCase", subCases });
    const proposed = (await proposalsTo(world.people.misaki)).map(({ subCase }) => subCase);
    expect(proposed.sort()).toEqual(subCases.sort());
  });

  test("what is refused writes nothing", async () => {
    const form = anEventForm([took(world.people.misaki), took(world.people.soto)]);
    expect(await logEvent(form, await as("makoto"))).toEqual(refused("NotFound"));
    expect(await logEvent(anEventForm([]), await as("makoto"))).toEqual(refused("NobodyTookPart"));
    expect(await events()).toEqual([]);
  });

  test("a trainee names themselves, and nobody of another team", async () => {
    const { misaki, ren } = world.people;
    expect((await logEvent(anEventForm([took(misaki)]), await as("misaki"))).ok).toBe(true);
    expect(await logEvent(anEventForm([took(misaki), took(ren)]), await as("misaki"))).toEqual(refused("NotFound"));
  });
});

const scenes = async () => {
  const { structure } = await db().curriculumEdition.findUniqueOrThrow({ where: { id: world.edition.id } });
  const { drillCases } = structure as unknown as { drillCases: { subCases: string[] }[] };
  return drillCases.flatMap(({ subCases }) => subCases).slice(0, 2);
};

describe("while nobody has confirmed it", () => {
  test("a correction is a new event, and what the old one proposed can no longer be confirmed", async () => {
    const { misaki, ren } = world.people;
    const caller = await as("makoto");
    const { id: eventId } = await anEvent(caller, [took(misaki)]);
    const { drillId: _, ...form } = anEventForm([took(ren)], { title: "件名を直した" });
    expect((await correctEvent({ ...form, eventId }, caller)).ok).toBe(true);
    const [old, fresh] = await events();
    expect(old).toMatchObject({ id: eventId, endedById: world.people.makoto.id, endReason: null });
    expect(fresh).toMatchObject({ id: form.onceKey, correctsId: eventId, title: "件名を直した" });
    await expect(aConfirmedRecord(await as("misaki"), await proposalTo(misaki), [])).rejects.toThrow("EventEnded");
    expect(await correctEvent({ ...form, onceKey: newId(), eventId }, caller)).toEqual(refused("EventEnded"));
  });

  test("twenty corrections of one event at once are one", async () => {
    const caller = await as("makoto");
    const { id: eventId } = await anEvent(caller, [took(world.people.misaki)]);
    const answers = await atOnce(20, () => {
      const { drillId: _, ...form } = anEventForm([took(world.people.misaki)]);
      return correctEvent({ ...form, eventId }, caller);
    });
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().sharedEvent.count({ where: { endedAt: null } })).toBe(1);
  });

  test("it is cancelled with a reason, twenty times at once and once more: one act", async () => {
    const caller = await as("makoto");
    const { id: eventId } = await anEvent(caller, [took(world.people.misaki)]);
    const cancelling = { eventId, reason: "別の件と取り違えた" };
    const answers = await atOnce(20, () => cancelEvent(cancelling, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await eventsAbout(eventId)).map(({ action }) => action)).toEqual(["EventLogged", "EventCancelled"]);
    expect(await events()).toMatchObject([{ endReason: "別の件と取り違えた", endedAt: now }]);
  });

  test("only by who logged it", async () => {
    const { id: eventId } = await anEvent(await as("makoto"), [took(world.people.misaki)]);
    expect(await cancelEvent({ eventId, reason: "x" }, await as("kenichi"))).toEqual(refused("NotFound"));
    expect(await cancelEvent({ eventId: newId(), reason: "x" }, await as("makoto"))).toEqual(refused("NotFound"));
  });
});

describe("once somebody has confirmed it", () => {
  test("it is only annotated", async () => {
    const { misaki } = world.people;
    const caller = await as("makoto");
    const { id: eventId } = await anEvent(caller, [took(misaki), took(world.people.ren)]);
    await aConfirmedRecord(await as("misaki"), await proposalTo(misaki), []);
    const { drillId: _, ...form } = anEventForm([took(misaki)]);
    expect(await cancelEvent({ eventId, reason: "x" }, caller)).toEqual(refused("EventConfirmed"));
    expect(await correctEvent({ ...form, eventId }, caller)).toEqual(refused("EventConfirmed"));
    const note = { onceKey: newId(), eventId, text: "原因は設定の誤りだった。" };
    const answers = await atOnce(20, () => annotateEvent(note, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await events())[0]?.notes).toMatchObject([
      { text: "原因は設定の誤りだった。", byId: world.people.makoto.id },
    ]);
  });

  test("by everybody who sees it, and by nobody else", async () => {
    const { id: eventId } = await anEvent(await as("makoto"), [took(world.people.misaki)]);
    const note = () => ({ onceKey: newId(), eventId, text: "補足" });
    for (const name of ["misaki", "kenichi", "makoto", "taro"] as const) {
      expect([name, (await annotateEvent(note(), await as(name))).ok]).toEqual([name, true]);
    }
    for (const name of ["ren", "yuko", "akari", "shin", "emi", "soto"] as const) {
      expect([name, await annotateEvent(note(), await as(name))]).toEqual([name, refused("NotFound")]);
    }
  });
});

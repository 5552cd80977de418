import { beforeEach, describe, expect, test } from "vitest";
import { latestEdition } from "@/lib/curriculum/queries";
import { cancelDrill, planDrill } from "@/lib/drill/commands";
import type { DrillForm } from "@/lib/drill/schema";
import { cancelEvent, logEvent } from "@/lib/event/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { anEventForm, took } from "@/tests/support/events";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let scenes: string[];
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  scenes = (await latestEdition()).structure.drillCases.flatMap(({ subCases }) => subCases).slice(0, 2);
});

const form = (wish: Partial<DrillForm> = {}): DrillForm => ({
  onceKey: newId(),
  kind: "drillCase",
  plannedOn: "2026-12-04",
  title: "ランサムウェア感染の演習",
  note: "会議室3、13時から",
  subCases: scenes,
  personIds: [world.people.misaki.id, world.people.ren.id],
  ...wish,
});
const planned = async () => {
  const drill = form();
  await planDrill(drill, await as("makoto"));
  return drill.onceKey;
};
const holding = (drillId: string) =>
  anEventForm([took(world.people.misaki)], { kind: "drillCase", subCases: scenes, drillId });

describe("Makoto plans a drill for two scenes and two people", () => {
  test("twenty times at once: one plan, with who is asked", async () => {
    const drill = form();
    const caller = await as("makoto");
    const answers = await atOnce(20, () => planDrill(drill, caller));
    expect(answers.every((answer) => answer.ok && answer.value.drillId === drill.onceKey)).toBe(true);
    expect(await db().plannedDrill.findMany({ include: { invitations: true } })).toMatchObject([
      { id: drill.onceKey, plannedOn: new Date("2026-12-04"), subCases: scenes, plannedById: world.people.makoto.id },
    ]);
    expect(await db().drillInvitation.count()).toBe(2);
    expect((await eventsAbout(drill.onceKey)).map(({ action }) => action)).toEqual(["DrillPlanned"]);
  });

  test("what is refused writes nothing", async () => {
    expect(await planDrill(form(), await as("misaki"))).toEqual(refused("NotFound"));
    expect(await planDrill(form(), await as("akari"))).toEqual(refused("NotFound"));
    expect(await planDrill(form({ plannedOn: "2026-11-19" }), await as("makoto"))).toEqual(refused("DayPast"));
    expect(await planDrill(form({ subCases: [] }), await as("makoto"))).toEqual(refused("SceneMissing"));
    expect(await db().plannedDrill.count()).toBe(0);
  });
});

describe("when it was held", () => {
  test("it becomes one event, whoever presses twice", async () => {
    const drillId = await planned();
    const caller = await as("makoto");
    const answers = await atOnce(10, () => logEvent(holding(drillId), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual(refused("DrillHeld"));
    expect(await db().sharedEvent.findMany({ select: { drillId: true } })).toEqual([{ drillId }]);
    expect(await cancelDrill({ drillId, reason: "延期" }, caller)).toEqual(refused("DrillHeld"));
  });

  test("only by who planned it", async () => {
    const drillId = await planned();
    expect(await logEvent(holding(drillId), await as("kenichi"))).toEqual(refused("NotFound"));
  });

  test("an event that was cancelled gives the plan back", async () => {
    const drillId = await planned();
    const caller = await as("makoto");
    const first = holding(drillId);
    await logEvent(first, caller);
    await cancelEvent({ eventId: first.onceKey, reason: "日を間違えた" }, caller);
    expect((await logEvent(holding(drillId), caller)).ok).toBe(true);
  });
});

describe("when it is not", () => {
  test("it is cancelled with a reason, twenty times at once: once", async () => {
    const drillId = await planned();
    const caller = await as("makoto");
    const answers = await atOnce(20, () => cancelDrill({ drillId, reason: "講師の都合" }, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await eventsAbout(drillId)).map(({ action }) => action)).toEqual(["DrillPlanned", "DrillCancelled"]);
    expect(await logEvent(holding(drillId), caller)).toEqual(refused("DrillCancelled"));
  });
  test("by nobody else", async () => {
    expect(await cancelDrill({ drillId: await planned(), reason: "x" }, await as("kenichi"))).toEqual(
      refused("NotFound"),
    );
  });
  test("cancelled and held at once: one of the two", async () => {
    for (let round = 0; round < 5; round++) {
      const drillId = await planned();
      const caller = await as("makoto");
      const [held, cancelled] = await Promise.all([
        logEvent(holding(drillId), caller),
        cancelDrill({ drillId, reason: "講師の都合" }, caller),
      ]);
      expect(held.ok).toBe(!cancelled.ok);
    }
  });
});

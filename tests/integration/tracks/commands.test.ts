import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { changeTracks } from "@/lib/tracks/commands";
import { findTracks } from "@/lib/tracks/queries";
import { trackForm } from "@/lib/tracks/schema";
import { listTraining } from "@/lib/training/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { anEnrolment } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo } from "@/tests/support/practice";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let enrolment: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

/** Misaki is in STEP2 of vulnerability management, for management alone. */
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  const { edition, people, teams } = world;
  const wish = { edition, by: people.makoto, roleGroupCode: "vulnerability-management" as const };
  enrolment = await anEnrolment(people.misaki, teams.soc, { ...wish, tracks: ["management"] });
  await recognisedUpTo(enrolment, people.makoto, 1);
  await db().personStanding.update({ where: { enrolmentId: enrolment.id }, data: { completedStep: 1, openStep: 2 } });
});

const form = (wish: object = {}) =>
  trackForm.parse({
    onceKey: newId(),
    enrolmentId: enrolment.id,
    tracks: ["diagnosis"],
    seen: ["management"],
    reason: "診断の担当になったため",
    ...wish,
  });
const tracksNow = async () => (await db().enrolment.findUniqueOrThrow({ where: { id: enrolment.id } })).tracks;
const criteriaNow = async () => {
  const views = await listTraining((await as("misaki")).actor, world.people.misaki.id, now);
  const view = views.find(({ training }) => training.ref.enrolmentId === enrolment.id);
  return (
    view?.measured.find(({ step }) => step === 2)?.progress?.criteria.map(({ criterionCode }) => criterionCode) ?? []
  );
};

describe("what is shown first", () => {
  test("the criteria of every track, whether they apply, and how far they are", async () => {
    const found = await findTracks((await as("makoto")).actor, enrolment.id, now);
    expect(found).toMatchObject({ tracks: ["management"], known: ["management", "diagnosis"], openStep: 2 });
    expect(new Set(found?.criteria.map(({ track }) => track))).toEqual(new Set(["management", "diagnosis"]));
    const own = await criteriaNow();
    const diagnosis = found?.criteria.filter(({ track }) => track === "diagnosis") ?? [];
    expect(diagnosis.length).toBeGreaterThan(0);
    expect(diagnosis.every(({ criterionCode }) => !own.includes(criterionCode))).toBe(true);
  });

  test("to the manager alone", async () => {
    for (const name of ["misaki", "kenichi", "shin", "emi", "akari"] as const) {
      expect(await findTracks((await as(name)).actor, enrolment.id, now)).toBeNull();
    }
    expect(await findTracks((await as("makoto")).actor, newId(), now)).toBeNull();
  });
});

describe("changing", () => {
  test("other criteria apply from now on; who, when, why and what it was are kept", async () => {
    const before = await criteriaNow();
    const asked = form();
    expect(await changeTracks(asked, await as("makoto"))).toMatchObject({ ok: true });
    expect(await tracksNow()).toEqual(["diagnosis"]);
    expect(await criteriaNow()).not.toEqual(before);
    expect(await db().trackChange.findMany()).toEqual([
      {
        id: asked.onceKey,
        enrolmentId: enrolment.id,
        before: ["management"],
        after: ["diagnosis"],
        reason: asked.reason,
        changedById: world.people.makoto.id,
        changedAt: now,
      },
    ]);
    expect((await eventsAbout(world.people.misaki.id)).at(-1)).toMatchObject({
      action: "TracksChanged",
      actor: world.people.makoto.id,
      body: { before: ["management"], after: ["diagnosis"] },
    });
  });

  test("the same form ten times at once is one change", async () => {
    const [asked, caller] = [form(), await as("makoto")];
    const answers = await atOnce(10, () => changeTracks(asked, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().trackChange.count()).toBe(1);
  });

  test("two managers at once: one changes it, the other is told", async () => {
    const caller = await as("makoto");
    const both = form({ tracks: ["management", "diagnosis"] });
    const answers = await Promise.all([changeTracks(form(), caller), changeTracks(both, caller)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("TracksChangedMeanwhile"));
  });

  test("not to none, not to the same, not by who may not", async () => {
    expect(await changeTracks(form({ tracks: [] }), await as("makoto"))).toEqual(refused("TracksNeeded"));
    expect(await changeTracks(form({ tracks: ["management"] }), await as("makoto"))).toEqual(
      refused("TracksUnchanged"),
    );
    for (const name of ["misaki", "kenichi", "shin", "akari"] as const) {
      expect(await changeTracks(form(), await as(name))).toEqual(refused("NotFound"));
    }
    expect(await tracksNow()).toEqual(["management"]);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { editionInForce, forgetLatest } from "@/lib/curriculum/queries";
import { addLocalItem, exemptItem } from "@/lib/local-curriculum/commands";
import { exemption } from "@/lib/local-curriculum/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { moveTeam } from "@/lib/team/commands";
import { findTeamMove } from "@/lib/team/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { bringIn } from "@/tests/support/csv-files";
import { csv } from "@/tests/support/csv-text";
import { emptyDatabase } from "@/tests/support/database";
import { localItem } from "@/tests/support/local-item";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo, verifiedRecords } from "@/tests/support/practice";
import { statementsOf } from "@/tests/support/statements";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const PAIR = "g3.s2.pair-duty";
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });
const codesIn = async (team: keyof World["teams"]) =>
  (await editionInForce(world.teams[team].id))
    .stepsOf("soc-monitoring")
    .flatMap(({ criteria }) => criteria.map(({ code }) => code));
const editionOf = async (person: PersonaName, group: "soc-monitoring" | "liaison-coordination") =>
  (await db().enrolment.findFirstOrThrow({ where: { personId: world.people[person].id, roleGroupCode: group } }))
    .editionId;

/** The plant has left an item out and added one; the night watch below the SOC has added one of its own. */
beforeEach(async () => {
  await emptyDatabase();
  await db().$executeRaw`delete from "CurriculumWording" where words ? 'local'`;
  await db().$executeRaw`delete from "CurriculumEdition" where "baseId" is not null`;
  forgetLatest();
  world = await aWorld();
});

async function localChanges() {
  const { plant, night } = world.teams;
  const makoto = await as("makoto");
  const leaving = { onceKey: newId(), reach: plant.id, item: PAIR, reason: "当番は1人で立つため" };
  expect((await exemptItem(exemption.parse(leaving), makoto)).ok).toBe(true);
  expect((await addLocalItem(localItem({ reach: plant.id, titleJa: "工場の点検" }), makoto)).ok).toBe(true);
  expect((await addLocalItem(localItem({ reach: night.id, titleJa: "夜間の引き継ぎ" }), makoto)).ok).toBe(true);
}

const toPlant = () => ({ teamId: world.teams.night.id, parentId: world.teams.plant.id });
async function moved(move = toPlant(), name: PersonaName = "shin") {
  const caller = await as(name);
  const shown = await findTeamMove(caller.actor, move.teamId, move.parentId);
  return moveTeam({ ...move, seen: shown?.digest ?? null }, caller);
}

describe("the curriculum of the new place", () => {
  test("comes with the move: what the new parent left out and added, beside the team's own", async () => {
    await localChanges();
    const before = await codesIn("night");
    expect(before).toContain(PAIR);
    expect((await moved()).ok).toBe(true);
    const [inNight, inPlant] = [await codesIn("night"), await codesIn("plant")];
    expect(inNight).not.toContain(PAIR);
    expect(inNight.filter((code) => code.startsWith("local."))).toHaveLength(2);
    expect(inPlant.filter((code) => code.startsWith("local."))).toHaveLength(1);
    expect((await moved({ teamId: world.teams.night.id, parentId: world.teams.soc.id })).ok).toBe(true);
    expect(await codesIn("night")).toEqual(before);
  });

  test("is told beforehand, item by item and person by person, and nothing is written by looking", async () => {
    await localChanges();
    await db().enrolment.updateMany({
      where: { personId: world.people.ren.id },
      data: { editionId: (await editionInForce(world.teams.night.id)).editionId },
    });
    const held = await db().editionInForce.count();
    const { actor } = await as("shin");
    const [shown, statements] = await (async () => {
      let found: Awaited<ReturnType<typeof findTeamMove>> = null;
      const counted = await statementsOf(async () => {
        found = await findTeamMove(actor, world.teams.night.id, world.teams.plant.id);
      });
      return [found as Awaited<ReturnType<typeof findTeamMove>>, counted.length];
    })();
    expect(statements).toBeLessThanOrEqual(8);
    expect(shown?.pairs).toHaveLength(1);
    const changes = shown?.pairs[0]?.changes ?? [];
    expect(changes.map(({ before, after }) => [before?.code ?? null, after === null])).toEqual([
      [null, false],
      [PAIR, true],
    ]);
    expect(shown?.pairs[0]?.followers.map(({ name, hasBegun }) => [name, hasBegun])).toEqual([
      ["鈴木 蓮", false],
      ["鈴木 蓮", false],
    ]);
    expect(await db().editionInForce.count()).toBe(held);
    expect(await findTeamMove((await as("makoto")).actor, world.teams.night.id, world.teams.plant.id)).toBeNull();
  });

  test("nothing changes where no local change stands, and no look beforehand is asked for", async () => {
    const { actor } = await as("shin");
    expect(await findTeamMove(actor, world.teams.night.id, world.teams.plant.id)).toMatchObject({
      pairs: [],
      digest: null,
    });
    expect((await moveTeam(toPlant(), await as("shin"))).ok).toBe(true);
    expect(await db().editionInForce.count()).toBe(0);
  });
});

describe("who follows", () => {
  /** Both trainees of the night watch are on what is in force there; Ren's STEP1 may have begun. */
  async function inTraining({ begun }: { begun: boolean }) {
    const { ren, makoto, kenichi } = world.people;
    const monitoring = await enrolmentOf(ren, "soc-monitoring");
    const { editionId } = await editionInForce(world.teams.night.id);
    await db().enrolment.updateMany({ where: { personId: ren.id }, data: { editionId } });
    await recognisedUpTo(monitoring, makoto, 0);
    await db().personStanding.update({
      where: { enrolmentId: monitoring.id },
      data: { completedStep: 0, openStep: 1 },
    });
    if (!begun) return;
    const [step] = (await editionInForce(world.teams.night.id)).stepsOf("soc-monitoring");
    await verifiedRecords(ren, monitoring, kenichi, [{ claims: [step?.criteria[0]?.code ?? ""] }]);
  }

  test("whoever has not begun the open STEP goes over at once, with a fact and an event", async () => {
    await localChanges();
    await inTraining({ begun: false });
    const from = await editionOf("ren", "soc-monitoring");
    expect((await moved()).ok).toBe(true);
    const { editionId } = await editionInForce(world.teams.night.id);
    expect(await editionOf("ren", "soc-monitoring")).toBe(editionId);
    expect(await db().editionDecision.findMany({ select: { outcome: true, cause: true, fromId: true } })).toEqual([
      { outcome: "moved", cause: "rule", fromId: from },
      { outcome: "moved", cause: "rule", fromId: from },
    ]);
    expect((await eventsAbout(world.people.ren.id)).map(({ action }) => action)).toEqual([
      "EnrolmentMovedToEdition",
      "EnrolmentMovedToEdition",
    ]);
    expect(await eventsAbout(world.teams.night.id)).toMatchObject([
      { action: "TeamMoved", body: { moved: 2, stays: 0 } },
    ]);
  });

  test("whoever has begun it stays until it is signed off", async () => {
    await localChanges();
    await inTraining({ begun: true });
    const from = await editionOf("ren", "soc-monitoring");
    await moved();
    expect(await editionOf("ren", "soc-monitoring")).toBe(from);
    expect(await eventsAbout(world.teams.night.id)).toMatchObject([{ body: { moved: 1, stays: 1 } }]);
  });

  test("whoever is on an earlier edition is left for a manager, and other teams are not touched", async () => {
    await localChanges();
    const before = [await editionOf("ren", "soc-monitoring"), await editionOf("misaki", "liaison-coordination")];
    expect((await moved()).ok).toBe(true);
    expect([await editionOf("ren", "soc-monitoring"), await editionOf("misaki", "liaison-coordination")]).toEqual(
      before,
    );
    expect(await db().editionDecision.count()).toBe(0);
  });
});

describe("refused, and nothing moved", () => {
  test("without the page, or after something changed since it was opened", async () => {
    await localChanges();
    expect(await moveTeam(toPlant(), await as("shin"))).toEqual(refused("TeamMoveStale"));
    const { actor } = await as("shin");
    const shown = await findTeamMove(actor, world.teams.night.id, world.teams.plant.id);
    await addLocalItem(localItem({ reach: world.teams.plant.id, titleJa: "もう1件" }), await as("makoto"));
    const late = { ...toPlant(), seen: shown?.digest ?? null };
    expect(await moveTeam(late, await as("shin"))).toEqual(refused("TeamMoveStale"));
    expect((await db().team.findUniqueOrThrow({ where: { id: world.teams.night.id } })).parentId).toBe(
      world.teams.soc.id,
    );
  });

  test("where a STEP would lose its last criterion", async () => {
    const { soc, night } = world.teams;
    const makoto = await as("makoto");
    await addLocalItem(localItem({ reach: soc.id }), makoto);
    const codes = (await codesIn("night")).filter((code) => code.startsWith("g3.s2."));
    for (const item of codes) {
      const leaving = { onceKey: newId(), reach: night.id, item, reason: "夜間には当てはまらない" };
      expect((await exemptItem(exemption.parse(leaving), makoto)).ok).toBe(true);
    }
    const { actor } = await as("shin");
    expect((await findTeamMove(actor, night.id, world.teams.plant.id))?.leavesStepEmpty).toBe(true);
    expect(await moved()).toEqual(refused("StepWouldBeEmpty"));
  });

  test("ten at once is one move, one edition more and one decision for each", async () => {
    await localChanges();
    await db().enrolment.updateMany({
      where: { personId: world.people.ren.id },
      data: { editionId: (await editionInForce(world.teams.night.id)).editionId },
    });
    const caller = await as("shin");
    const shown = await findTeamMove(caller.actor, world.teams.night.id, world.teams.plant.id);
    const held = await db().editionInForce.count();
    const answers = await atOnce(10, () => moveTeam({ ...toPlant(), seen: shown?.digest ?? null }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(["TeamAlreadyThere", "Busy"]).toContain(answer.refusal.code);
    expect(await db().editionInForce.count()).toBe(held + 1);
    expect(await db().editionDecision.count()).toBe(2);
  });
});

test("moved by a file, the curriculum comes along by the same rule", async () => {
  await localChanges();
  const { editionId } = await editionInForce(world.teams.night.id);
  await db().enrolment.updateMany({ where: { personId: world.people.ren.id }, data: { editionId } });
  const text = csv(["チームコード", "チーム名", "上位チームコード"], ["night", "夜間監視", "plant"]);
  expect((await bringIn("teams", text, await as("shin"))).ok).toBe(true);
  expect(await codesIn("night")).not.toContain(PAIR);
  expect(await editionOf("ren", "soc-monitoring")).toBe((await editionInForce(world.teams.night.id)).editionId);
  expect(await db().editionDecision.count({ where: { outcome: "moved", cause: "rule" } })).toBe(2);
});

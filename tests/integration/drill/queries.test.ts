import { beforeEach, describe, expect, test } from "vitest";
import { latestEdition } from "@/lib/curriculum/queries";
import type { Supervision } from "@/lib/domain/rule";
import { planDrill } from "@/lib/drill/commands";
import { findDrill, findTeamGrid, findWaiting, listDrills } from "@/lib/drill/queries";
import type { TeamGrid } from "@/lib/drill/schema";
import { findWhatWaits } from "@/lib/event/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, PERSONAS, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aVerification } from "@/tests/support/practice";
import { statementsOf } from "@/tests/support/statements";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const DRILL = "g1.s3.drill";
let world: World;
let scenes: string[];
const actor = (name: PersonaName) => actorOf(world.people[name].id);
const as = async (name: PersonaName) => ({ actor: await actor(name), now });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  scenes = (await latestEdition()).structure.drillCases.flatMap(({ subCases }) => subCases);
});

/** A drill of Misaki's at a scene, verified unless said otherwise. */
async function drilled(subCase: string, supervision: Supervision, { verified = true } = {}) {
  const { misaki, kenichi } = world.people;
  const liaison = await enrolmentOf(misaki, "liaison-coordination");
  const record = await aRecord(misaki, liaison, { kind: "drillCase", supervision, claims: [DRILL] });
  await db().practiceRecord.update({ where: { id: record.id }, data: { subCase } });
  for (const claim of verified ? record.claims : []) await aVerification(claim, kenichi);
}
const planned = async (subCases: string[]) => {
  const form = {
    onceKey: newId(),
    kind: "drillCase" as const,
    plannedOn: "2026-12-04",
    title: "演習",
    note: "",
    subCases,
  };
  await planDrill({ ...form, personIds: [world.people.misaki.id] }, await as("makoto"));
  return form.onceKey;
};
const everybody = { team: null, page: 1 };
const stateIn = (grid: TeamGrid, subCase: string) =>
  grid.rows[0]?.cases.flatMap((row) => row.scenes).find((scene) => scene.subCase === subCase)?.state;

describe("the grid of a team", () => {
  test("tells for everybody in view who has met which scene, and what nobody has", async () => {
    const [reached = "", begun = "", waiting = "", asked = "", open = ""] = scenes;
    await drilled(reached, 4);
    await drilled(begun, 2);
    await drilled(waiting, 4, { verified: false });
    await planned([asked]);
    const grid = await findTeamGrid(await actor("kenichi"), everybody);
    expect(grid.rows.map(({ person }) => person.latinName)).toEqual(["Misaki Sato"]);
    expect([reached, begun, waiting, asked, open].map((each) => stateIn(grid, each))).toEqual([
      "reached",
      "begun",
      "waiting",
      "planned",
      "open",
    ]);
    expect(grid.metBy).toEqual(
      new Map([
        [reached, 1],
        [begun, 1],
      ]),
    );
  });

  test("holds people whose training asks for drills, by team, and only those in view", async () => {
    const names = async (name: PersonaName, team: string | null = null) =>
      (await findTeamGrid(await actor(name), { team, page: 1 })).rows.map(({ person }) => person.latinName);
    expect(await names("makoto")).toEqual(["Yuko Ito", "Misaki Sato"]);
    expect(await names("makoto", world.teams.soc.id)).toEqual(["Misaki Sato"]);
    expect(await names("makoto", world.teams.hq.id)).toEqual(["Yuko Ito", "Misaki Sato"]);
    expect(await names("akari")).toEqual([]);
    expect(await names("shin")).toEqual([]);
  });

  test("is one statement, whatever the number of people", async () => {
    const who = await actor("makoto");
    await latestEdition();
    expect(await statementsOf(() => findTeamGrid(who, everybody))).toHaveLength(1);
  });
});

describe("a planned drill", () => {
  test("is seen by who planned it, who is asked, and who sees their training", async () => {
    const id = await planned(scenes.slice(0, 2));
    const sees: PersonaName[] = [];
    for (const name of PERSONAS) {
      const who = await actor(name);
      const found = await findDrill(who, id);
      expect([name, found !== null]).toEqual([name, (await listDrills(who, 1)).total === 1]);
      if (found) sees.push(name);
    }
    expect(sees.sort()).toEqual(["kenichi", "makoto", "misaki", "taro"]);
  });
  test("is on My training of who is asked, until it is cancelled or held", async () => {
    const id = await planned(scenes.slice(0, 2));
    const asked = async () => (await findWhatWaits(await actor("misaki"))).invitations.map(({ drillId }) => drillId);
    expect(await asked()).toEqual([id]);
    await db().plannedDrill.update({
      where: { id },
      data: { cancelledAt: now, cancelledById: world.people.makoto.id, cancelReason: "延期" },
    });
    expect(await asked()).toEqual([]);
  });
});

describe("who waits for an occasion", () => {
  const recognised = async (step: 1 | 2) => {
    const { id: enrolmentId } = await enrolmentOf(world.people.misaki, "liaison-coordination");
    const grant = { enrolmentId, step, recognisedOn: "2026-04-01", reason: "前職で3年" };
    expect((await recogniseSteps(grant, await as("makoto"))).ok).toBe(true);
  };
  const groups = async (name: PersonaName) => (await findWaiting(await actor(name), 1, now)).groups;

  test("at STEP2 for an incident, with exercises standing in as policy says", async () => {
    await recognised(1);
    expect((await groups("kenichi")).map(({ code, occasion, people }) => [code, occasion, people.length])).toEqual([
      ["g1.s2.incident-direction", "exercise", 1],
    ]);
  });
  test("at STEP3 for each scene that was never met", async () => {
    await recognised(2);
    await drilled(scenes[0] ?? "", 4);
    const drills = (await groups("makoto")).filter(({ occasion }) => occasion === "drill");
    expect(drills.map(({ code }) => code)).toEqual(scenes.slice(1));
  });
  test("nobody out of view, and nobody who trains elsewhere", async () => {
    await recognised(1);
    for (const name of ["akari", "yuko", "shin", "misaki"] as const)
      expect([name, await groups(name)]).toEqual([name, []]);
  });
  test("in four statements, whatever the number of people", async () => {
    await recognised(2);
    const who = await actor("makoto");
    expect((await statementsOf(() => findWaiting(who, 1, now))).length).toBeLessThanOrEqual(4);
  });
});

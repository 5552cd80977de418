import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { addTeam, closeTeam, editTeam, moveTeam, reopenTeam } from "@/lib/team/commands";
import { findTeam, listTeams, listTeamsHeldBy, organisationDay } from "@/lib/team/queries";
import type { NewTeam } from "@/lib/team/schema";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant, aMembership, aTeam } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (refusal: object) => ({ ok: false, refusal });

const dayWatch = (change: Partial<NewTeam> = {}): NewTeam => ({
  onceKey: newId(),
  code: "day",
  nameJa: "日勤監視",
  nameEn: "Day watch",
  timeZone: "Asia/Tokyo",
  fiscalYearStartMonth: 4,
  parentId: world.teams.soc.id,
  ...change,
});

/** The closure table rebuilt from the parents: what it must hold at any moment. */
async function closureFromParents() {
  return db().$queryRaw`
    with recursive up as (
      select id as "teamId", id as "ancestorId", 0 as depth from "Team"
      union all select up."teamId", t."parentId", depth + 1 from up join "Team" t on t.id = up."ancestorId" where t."parentId" is not null)
    select "teamId", "ancestorId", depth from up order by 1, 2`;
}
const closure = () => db().$queryRaw`select "teamId", "ancestorId", depth::int from "TeamAncestor" order by 1, 2`;

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

describe("a new team", () => {
  test("stands in the tree below its parent, with its event", async () => {
    const form = dayWatch();
    expect(await addTeam(form, await as("shin"))).toEqual({ ok: true, value: { teamId: form.onceKey } });
    expect(await closure()).toEqual(await closureFromParents());
    expect(await eventsAbout(form.onceKey)).toMatchObject([
      { action: "TeamAdded", actor: world.people.shin.id, body: { parentId: world.teams.soc.id } },
    ]);
  });

  test("the same form ten times at once is one team; two teams with one code are one", async () => {
    const form = dayWatch();
    const caller = await as("shin");
    expect((await atOnce(10, () => addTeam(form, caller))).every(({ ok }) => ok)).toBe(true);
    expect(await db().team.count({ where: { code: "day" } })).toBe(1);
    expect(await addTeam(dayWatch(), caller)).toEqual(refused({ code: "TeamCodeTaken" }));
    expect(await eventsAbout(form.onceKey)).toHaveLength(1);
  });

  test("is refused to a manager, below a closed team, below nothing", async () => {
    const shut = await aTeam({ closedOn: "2026-01-01" });
    expect(await addTeam(dayWatch(), await as("makoto"))).toEqual(refused({ code: "NotFound" }));
    expect(await addTeam(dayWatch({ parentId: shut.id }), await as("shin"))).toEqual(
      refused({ code: "ParentTeamIsClosed" }),
    );
    expect(await addTeam(dayWatch({ parentId: newId() }), await as("shin"))).toEqual(refused({ code: "NotFound" }));
  });
});

describe("editing a team", () => {
  async function openPage() {
    const page = await findTeam((await as("shin")).actor, world.teams.soc.id, now);
    if (!page) throw new Error("no page");
    const { nameJa, nameEn, timeZone, fiscalYearStartMonth } = page.team;
    return { teamId: page.team.id, seen: page.seen, nameJa, nameEn, timeZone, fiscalYearStartMonth };
  }

  test("changes names and calendar; the same form at once is one change; a stale page is told so", async () => {
    const [form, stale] = [await openPage(), await openPage()];
    const caller = await as("shin");
    const wish = { ...form, timeZone: "Europe/Berlin", fiscalYearStartMonth: 1 };
    expect((await atOnce(10, () => editTeam(wish, caller))).every(({ ok }) => ok)).toBe(true);
    expect(await eventsAbout(form.teamId)).toMatchObject([
      { action: "TeamEdited", body: { fields: ["timeZone", "fiscalYearStartMonth"], timeZone: "Europe/Berlin" } },
    ]);
    expect(await editTeam({ ...stale, nameEn: "Watch" }, caller)).toEqual(refused({ code: "TeamChangedMeanwhile" }));
    expect(await editTeam(wish, await as("makoto"))).toEqual(refused({ code: "NotFound" }));
  });
});

describe("moving a team", () => {
  test("takes everything below along, and the managers above change with it", async () => {
    const { soc, plant, night } = world.teams;
    await aGrant(world.people.taro, "manager", plant);
    expect((await moveTeam({ teamId: soc.id, parentId: plant.id }, await as("shin"))).ok).toBe(true);
    expect(await closure()).toEqual(await closureFromParents());
    expect(await findTeam(await actorOf(world.people.taro.id), night.id, now)).not.toBeNull();
    expect(await eventsAbout(soc.id)).toMatchObject([
      { action: "TeamMoved", body: { fromParentId: world.teams.hq.id, toParentId: plant.id } },
    ]);
    expect((await moveTeam({ teamId: soc.id, parentId: null }, await as("shin"))).ok).toBe(true);
    expect(await closure()).toEqual(await closureFromParents());
  });

  test("no team comes below itself, whatever the clicks", async () => {
    const { hq, soc, night } = world.teams;
    const below = (teamId: string, parentId: string) => async () => moveTeam({ teamId, parentId }, await as("shin"));
    expect(await below(soc.id, night.id)()).toEqual(refused({ code: "TeamBelowItself" }));
    expect(await below(hq.id, hq.id)()).toEqual(refused({ code: "TeamBelowItself" }));
    const [a, b] = [await aTeam({ code: "a" }), await aTeam({ code: "b" })];
    const answers = await Promise.all([below(a.id, b.id)(), below(b.id, a.id)()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused({ code: "TeamBelowItself" }));
    expect(await closure()).toEqual(await closureFromParents());
  });

  test("ten times at once is one move", async () => {
    const caller = await as("shin");
    const move = { teamId: world.teams.night.id, parentId: world.teams.plant.id };
    const answers = await atOnce(10, () => moveTeam(move, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(9).fill(refused({ code: "TeamAlreadyThere" })));
    expect(await moveTeam(move, await as("makoto"))).toEqual(refused({ code: "NotFound" }));
  });
});

describe("closing a team", () => {
  test("only an empty one closes, once, and its managers and mentors end with it", async () => {
    const team = await aTeam({ code: "old", parent: world.teams.hq });
    await aMembership(world.people.misaki, team, { isMain: false, toOn: "2026-11-19" });
    await aGrant(world.people.taro, "manager", team);
    const caller = await as("shin");
    const answers = await atOnce(5, () => closeTeam({ teamId: team.id }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(4).fill(refused({ code: "TeamIsClosed" })));
    expect((await actorOf(world.people.taro.id)).managedTeamIds).toEqual([]);
    expect(await eventsAbout(team.id)).toMatchObject([{ action: "TeamClosed", body: { grants: 1 } }]);
  });

  test("says what still lives in it", async () => {
    const close = async (team: { id: string }) => closeTeam({ teamId: team.id }, await as("shin"));
    expect(await close(world.teams.soc)).toEqual(refused({ code: "TeamHasOpenTeamsBelow", count: 1 }));
    expect(await close(world.teams.night)).toEqual(refused({ code: "TeamHasMembers", count: 2 }));
    await db().membership.updateMany({
      where: { teamId: world.teams.night.id },
      data: { toOn: new Date("2026-11-19") },
    });
    expect(await close(world.teams.night)).toEqual(refused({ code: "TeamHasEnrolments", count: 2 }));
    expect(await closeTeam({ teamId: world.teams.night.id }, await as("akari"))).toEqual(refused({ code: "NotFound" }));
  });

  test("a closed team opens again, once", async () => {
    const team = await aTeam({ code: "old", parent: world.teams.hq, closedOn: "2026-01-01" });
    const caller = await as("shin");
    const answers = await atOnce(5, () => reopenTeam({ teamId: team.id }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reopenTeam({ teamId: team.id }, await as("makoto"))).toEqual(refused({ code: "NotFound" }));
    expect((await eventsAbout(team.id)).map(({ action }) => action)).toEqual(["TeamReopened"]);
  });
});

describe("the tree", () => {
  test("comes parents first, with the day of its oldest root", async () => {
    const teams = await listTeams();
    expect(teams.map(({ code, depth }) => `${"-".repeat(depth)}${code}`)).toEqual(["hq", "-plant", "-soc", "--night"]);
    expect(organisationDay(teams, new Date("2026-11-20T16:00:00Z"))).toBe("2026-11-21");
    expect((await listTeamsHeldBy((await as("shin")).actor, now)).members).toEqual(
      new Map([
        [world.teams.hq.id, 3],
        [world.teams.soc.id, 3],
        [world.teams.night.id, 2],
        [world.teams.plant.id, 3],
      ]),
    );
  });

  test("a team's page names who holds what in it, for its managers", async () => {
    const page = async (name: PersonaName) => findTeam((await as(name)).actor, world.teams.night.id, now);
    const holders = (await page("akari"))?.holders.map(({ capacity, person }) => `${capacity} ${person.name}`);
    expect(holders).toEqual(["manager 山本 明里", "manager 渡辺 誠", "admin 中村 慎", "auditor 小林 恵美"]);
    expect((await page("makoto"))?.memberCount).toBe(2);
    for (const name of ["misaki", "kenichi", "emi"] as const) expect(await page(name)).toBeNull();
  });
});

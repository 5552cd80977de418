import { beforeEach, describe, expect, test } from "vitest";
import { latestEdition } from "@/lib/curriculum/queries";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { listCell, summariseOrganisation, summariseTeam } from "@/lib/readiness/queries";
import { aMentorship, anEnrolment, aPerson, aTeam } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, aVerification } from "@/tests/support/practice";
import { statementsOf } from "@/tests/support/statements";
import { tasksDone } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const actor = (name: PersonaName) => actorOf(world.people[name].id);
type TeamName = keyof World["teams"];

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

type Standing = { group: RoleGroupCode; completed: StepNumber | null; enrolledOn?: string; endsOn?: string };

/** Somebody new who stands there. */
async function standing(team: TeamName, { group, completed, enrolledOn = "2026-10-01", ...wish }: Standing) {
  const person = await aPerson(wish);
  const made = { edition: world.edition, roleGroupCode: group, enrolledOn };
  const enrolment = await anEnrolment(person, world.teams[team], made);
  const openStep = completed === null ? 0 : completed === 3 ? null : completed + 1;
  await db().personStanding.update({
    where: { enrolmentId: enrolment.id },
    data: { completedStep: completed, openStep },
  });
  return { person, enrolment };
}
const forensics = (completed: StepNumber | null, wish: Partial<Standing> = {}): Standing => ({
  group: "forensics",
  completed,
  ...wish,
});
const teamSeen = async (name: PersonaName, team: TeamName) =>
  summariseTeam(await actor(name), world.teams[team].id, now);
const inForensics = async (team: TeamName, name: PersonaName = "makoto") =>
  (await teamSeen(name, team))?.readiness.roleGroups.find(({ roleGroupCode }) => roleGroupCode === "forensics");

/** As enrolling does it: once for each person, whatever their role groups. */
async function everybodyInBasicEducation() {
  const enrolled = await db().enrolment.findMany({ distinct: ["personId"], orderBy: { id: "asc" } });
  const without = enrolled.filter(({ roleGroupCode }) => roleGroupCode !== null);
  for (const { personId, teamId } of without)
    await anEnrolment({ id: personId }, { id: teamId }, { edition: world.edition });
}

describe("who sees it", () => {
  test("a manager the teams below theirs, nobody else any", async () => {
    expect((await teamSeen("makoto", "night"))?.team.code).toBe("night");
    expect((await teamSeen("akari", "night"))?.team.code).toBe("night");
    for (const team of ["hq", "soc", "plant"] as const) expect(await teamSeen("akari", team)).toBeNull();
    for (const name of ["misaki", "kenichi", "shin", "emi", "taro", "soto"] as const) {
      expect(await summariseOrganisation(await actor(name), { page: 1, now }), name).toBeNull();
      expect(await teamSeen(name, "night"), name).toBeNull();
    }
    expect(await summariseTeam(await actor("makoto"), newId(), now)).toBeNull();
    const shut = await aTeam({ parent: world.teams.hq, closedOn: "2026-01-01" });
    expect(await summariseTeam(await actor("makoto"), shut.id, now)).toBeNull();
  });
});

describe("counts", () => {
  test("each person once at their level, the teams below included", async () => {
    await standing("soc", forensics(3));
    await standing("night", forensics(3));
    await standing("night", forensics(1));
    await standing("plant", forensics(null));
    expect(await inForensics("hq")).toMatchObject({
      people: { training: 1, beginner: 1, apprentice: 0, independent: 2 },
      inCommonEducation: 1,
      absence: "noEffect",
    });
    expect(await inForensics("soc")).toMatchObject({ people: { training: 0, independent: 2 } });
    expect(await inForensics("night", "akari")).toMatchObject({ people: { independent: 1 }, absence: "becomesNone" });
  });

  test("who has left stands nowhere, from the day after their last", async () => {
    await standing("soc", forensics(3, { endsOn: "2026-11-20" }));
    expect(await inForensics("soc")).toMatchObject({ people: { independent: 1 } });
    await standing("soc", forensics(3, { endsOn: "2026-11-19" }));
    const { person } = await standing("soc", forensics(3));
    await db().person.update({ where: { id: person.id }, data: { deactivatedAt: now } });
    expect(await inForensics("soc")).toMatchObject({ people: { independent: 1 } });
  });

  test("teams come in the order of the tree, with their people and who is independent", async () => {
    await standing("night", forensics(3));
    await everybodyInBasicEducation();
    const seen = await summariseOrganisation(await actor("makoto"), { page: 1, now });
    const rows = seen?.teams.map(({ code, depth, people, independent }) => [
      code,
      depth,
      people,
      independent.forensics ?? 0,
    ]);
    expect(rows).toEqual([
      ["hq", 0, 4, 1],
      ["plant", 1, 1, 0],
      ["soc", 1, 3, 1],
      ["night", 2, 2, 1],
    ]);
    expect(seen?.total).toBe(4);
    expect(
      (await summariseOrganisation(await actor("akari"), { page: 1, now }))?.teams.map(({ code }) => code),
    ).toEqual(["night"]);
  });
});

describe("mentors", () => {
  const pool = async (team: TeamName) =>
    (await teamSeen("makoto", team))?.pools.find(({ roleGroupCode }) => roleGroupCode === "forensics");

  test("an empty pool names who is independent there", async () => {
    const { person } = await standing("soc", forensics(3));
    expect(await pool("soc")).toMatchObject({ mentors: 0, independent: [{ id: person.id, name: person.name }] });
    expect(await pool("plant")).toEqual({ roleGroupCode: "forensics", mentors: 0, independent: [] });
  });

  test("a mentor of the team above or of the whole organisation counts, one who left does not", async () => {
    await aMentorship(world.people.soto, "forensics", world.teams.hq);
    await aMentorship(world.people.taro, "forensics");
    expect(await pool("soc")).toMatchObject({ mentors: 2 });
    await db().person.update({ where: { id: world.people.taro.id }, data: { endsOn: new Date("2026-11-19") } });
    expect(await pool("soc")).toMatchObject({ mentors: 1 });
  });
});

describe("what has stalled", () => {
  const MEETING = "g1.s1.external-meetings";
  const stalledIn = async (team: TeamName) =>
    (await teamSeen("makoto", team))?.stalled.map(({ personId, days, cause }) => ({ personId, days, cause })) ?? [];
  /** Everybody of the world has been enrolled since 2024: somebody who moved lately is what a test is about. */
  const of = async (team: TeamName, personId: string) =>
    (await stalledIn(team)).filter((row) => row.personId === personId);

  test("after sixty days without anything verified, not after fifty-nine", async () => {
    const late = await standing("plant", { ...forensics(null), enrolledOn: "2026-09-21" });
    const soon = await standing("plant", { ...forensics(null), enrolledOn: "2026-09-22" });
    expect(await of("plant", late.person.id)).toEqual([{ personId: late.person.id, days: 60, cause: "nothingLogged" }]);
    expect(await of("plant", soon.person.id)).toEqual([]);
  });

  test("by its cause: the mentor's wait, an unanswered remark, nothing verified", async () => {
    const { person, enrolment } = await standing("plant", {
      group: "liaison-coordination",
      completed: 0,
      enrolledOn: "2026-01-05",
    });
    const causes = async () => (await of("plant", person.id)).map(({ cause }) => cause);
    expect(await causes()).toEqual(["nothingLogged"]);
    const record = await aRecord(person, enrolment, { kind: "meeting", claims: [MEETING], happenedOn: "2026-11-10" });
    expect(await causes()).toEqual(["awaitsMentor"]);
    const [claim = { id: "" }] = record.claims;
    await aRemark(enrolment, MEETING, world.people.nao, { claim });
    expect(await causes()).toEqual(["sentBackUnanswered"]);
    await db().recordClaim.update({ where: { id: claim.id }, data: { withdrawnAt: now } });
    await db().remark.updateMany({ data: { settledAt: now } });
    expect(await causes()).toEqual(["nothingLogged"]);
  });

  test("a verified record sets it going again", async () => {
    const wish = { group: "liaison-coordination", completed: 0, enrolledOn: "2026-01-05" } as const;
    const { person, enrolment } = await standing("plant", wish);
    const record = await aRecord(person, enrolment, { kind: "meeting", claims: [MEETING], happenedOn: "2026-11-10" });
    await aVerification(record.claims[0] ?? { id: "" }, world.people.nao);
    await db().personStanding.update({
      where: { enrolmentId: enrolment.id },
      data: { lastVerifiedOn: new Date("2026-11-10") },
    });
    expect(await of("plant", person.id)).toEqual([]);
  });
});

describe("the names behind a number", () => {
  const cell = async (name: PersonaName, level: "training" | "independent", page = 1) =>
    listCell(await actor(name), { teamId: world.teams.soc.id, roleGroupCode: "forensics", level, page }, now);

  test("are those that were counted, fifty a page", async () => {
    for (let each = 0; each < 51; each += 1) await standing("night", forensics(null));
    await standing("plant", forensics(null));
    const first = await cell("makoto", "training");
    expect([first?.people.length, first?.total]).toEqual([50, 51]);
    expect((await cell("makoto", "training", 2))?.people).toHaveLength(1);
    expect((await cell("makoto", "independent"))?.people).toEqual([]);
    expect(await cell("akari", "training")).toBeNull();
    expect(await cell("shin", "training")).toBeNull();
  });

  test("say how many topics or criteria of the open STEP are met, with as many statements for forty as for one", async () => {
    const { enrolment } = await standing("night", forensics(null));
    const makoto = await actor("makoto");
    const asked = { teamId: world.teams.soc.id, roleGroupCode: "forensics", level: "training", page: 1 } as const;
    const statements = async () => (await statementsOf(() => listCell(makoto, asked, now))).length;
    // The process asks for the latest curriculum at most every two seconds: once before each count, so that it is not counted.
    await statements();
    const few = await statements();
    expect(few).toBe(6);
    const topics = (await cell("makoto", "training"))?.people[0];
    expect(topics).toMatchObject({ met: 0 });
    const [first = ""] = (await latestEdition()).topicsOf("forensics");
    await tasksDone(enrolment, [first]);
    expect((await cell("makoto", "training"))?.people).toEqual([{ ...topics, met: 1 }]);
    for (let each = 0; each < 39; each += 1) await standing("night", forensics(null));
    await statements();
    expect(await statements()).toBe(few);
  });
});

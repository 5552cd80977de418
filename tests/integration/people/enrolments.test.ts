import { beforeEach, describe, expect, test } from "vitest";
import { endEnrolment, enrolPerson } from "@/lib/enrolment/commands";
import { findManagedEnrolment, listManagedEnrolments } from "@/lib/enrolment/queries";
import type { NewEnrolmentForm } from "@/lib/enrolment/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues } from "@/lib/policy/queries";
import { refreshStanding } from "@/lib/training/facts";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant, aMembership, anEdition, aPerson, aTeam } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

/** Taro, of the SOC, who is enrolled nowhere yet. */
const taro = (change: Partial<NewEnrolmentForm> = {}): NewEnrolmentForm => ({
  onceKey: newId(),
  personId: world.people.taro.id,
  roleGroup: "incident-response",
  tracks: [],
  teamId: world.teams.soc.id,
  enrolledOn: "2026-04-01",
  ...change,
});
const enrolmentsOf = (personId: string) =>
  db().enrolment.findMany({
    where: { personId },
    include: { opened: true, standing: true },
    orderBy: { roleGroupCode: "asc" },
  });

describe("enrolling", () => {
  test("brings basic education along; STEP 0 opens on the first day with today's values", async () => {
    const form = taro();
    expect(await enrolPerson(form, await as("makoto"))).toEqual({
      ok: true,
      value: { personId: form.personId, enrolmentId: form.onceKey },
    });
    const edition = await anEdition();
    const expected = {
      editionId: edition.id,
      enrolledOn: new Date("2026-04-01"),
      createdById: world.people.makoto.id,
      opened: [{ step: 0, openedOn: new Date("2026-04-01") }],
      standing: { completedStep: null, openStep: 0, lastVerifiedOn: null },
    };
    const [role, basic] = await enrolmentsOf(form.personId);
    expect(role).toMatchObject({ ...expected, id: form.onceKey, roleGroupCode: "incident-response" });
    expect(basic).toMatchObject({ ...expected, roleGroupCode: null });
    expect(role?.opened[0]?.policyValues).toEqual(await findPolicyValues("2026-11-20"));
  });

  test("says so in the audit, with both enrolments", async () => {
    const form = taro();
    await enrolPerson(form, await as("makoto"));
    const events = await eventsAbout(form.personId);
    expect(events).toMatchObject([
      { action: "PersonEnrolled", actor: world.people.makoto.id, body: { roleGroupCode: "incident-response" } },
    ]);
    expect(events[0]?.body.enrolmentIds).toHaveLength(2);
  });

  test("the standing it writes is the one a rebuild gives", async () => {
    const form = taro();
    await enrolPerson(form, await as("makoto"));
    const before = await db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } });
    for (const { id } of await enrolmentsOf(form.personId)) await db().$transaction((tx) => refreshStanding(tx, id));
    expect(await db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } })).toEqual(before);
  });

  test("the same form ten times, and ten forms for the same: one enrolment", async () => {
    const form = taro();
    const caller = await as("makoto");
    expect((await atOnce(10, () => enrolPerson(form, caller))).every(({ ok }) => ok)).toBe(true);
    const answers = await atOnce(10, () => enrolPerson(taro({ roleGroup: "forensics" }), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(9).fill(refused("AlreadyEnrolled")));
    expect(await enrolmentsOf(form.personId)).toHaveLength(3);
    expect(await eventsAbout(form.personId)).toHaveLength(2);
  });

  test("vulnerability management asks for a track", async () => {
    const form = taro({ roleGroup: "vulnerability-management" });
    expect(await enrolPerson(form, await as("makoto"))).toEqual(refused("TracksNeeded"));
    expect((await enrolPerson({ ...form, tracks: ["diagnosis"] }, await as("makoto"))).ok).toBe(true);
    expect((await enrolmentsOf(form.personId))[0]?.tracks).toEqual(["diagnosis"]);
  });
});

describe("who may enrol whom, and when", () => {
  test("today is the team's: at 16:00 UTC it is tomorrow in Tokyo and still today in Honolulu", async () => {
    const island = await aTeam({ code: "island", parent: world.teams.hq, timeZone: "Pacific/Honolulu" });
    const evening = { actor: await actorOf(world.people.makoto.id), now: new Date("2026-11-20T16:00:00Z") };
    const tomorrow = { enrolledOn: "2026-11-21" };
    expect(await enrolPerson(taro({ ...tomorrow, teamId: island.id }), evening)).toEqual(refused("EnrolledInFuture"));
    expect((await enrolPerson(taro(tomorrow), evening)).ok).toBe(true);
  });

  test("an administrator enrols anybody, a manager their people, nobody else anyone", async () => {
    expect((await enrolPerson(taro(), await as("shin"))).ok).toBe(true);
    for (const name of ["misaki", "kenichi", "akari", "emi", "taro"] as const) {
      expect(await enrolPerson(taro({ roleGroup: "forensics" }), await as(name))).toEqual(refused("NotFound"));
    }
    const outsider = await aPerson();
    expect(await enrolPerson(taro({ personId: outsider.id }), await as("makoto"))).toEqual(refused("NotFound"));
    expect(await enrolPerson(taro({ personId: newId() }), await as("shin"))).toEqual(refused("NotFound"));
    expect(await enrolPerson(taro({ teamId: newId() }), await as("shin"))).toEqual(refused("NotFound"));
  });

  test("nobody enrols into a closed team, nor who has left", async () => {
    const shut = await aTeam({ parent: world.teams.hq, closedOn: "2026-01-01" });
    expect(await enrolPerson(taro({ teamId: shut.id }), await as("shin"))).toEqual(refused("TeamIsClosed"));
    const gone = await aPerson({ endsOn: "2026-11-19" });
    await aMembership(gone, world.teams.soc);
    expect(await enrolPerson(taro({ personId: gone.id }), await as("makoto"))).toEqual(refused("PersonNotActive"));
  });
});

describe("ending an enrolment", () => {
  async function misakisLiaison() {
    const where = { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" };
    const { id } = await db().enrolment.findFirstOrThrow({ where });
    return { enrolmentId: id, endedOn: "2026-11-20", reason: "異動" };
  }

  test("withdraws what waits, keeps the rest, and can be begun anew", async () => {
    const end = await misakisLiaison();
    const request = newId();
    const { misaki, makoto } = world.people;
    await db().signOffRequest.create({
      data: {
        id: request,
        enrolmentId: end.enrolmentId,
        step: 0,
        attempt: 0,
        requestedById: misaki.id,
        requestedAt: now,
        note: "",
      },
    });
    expect((await endEnrolment(end, await as("makoto"))).ok).toBe(true);
    expect(await db().requestOutcome.findUnique({ where: { requestId: request } })).toMatchObject({
      kind: "withdrawn",
      decidedById: makoto.id,
    });
    expect(await eventsAbout(misaki.id)).toMatchObject([
      { action: "EnrolmentEnded", body: { endedOn: "2026-11-20", withdrawnRequests: [expect.any(String)] } },
    ]);
    const again = taro({ personId: misaki.id, roleGroup: "liaison-coordination", enrolledOn: "2026-11-20" });
    expect((await enrolPerson(again, await as("makoto"))).ok).toBe(true);
  });

  test("ten times at once is one end", async () => {
    const end = await misakisLiaison();
    const caller = await as("shin");
    const answers = await atOnce(10, () => endEnrolment(end, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(9).fill(refused("EnrolmentEnded")));
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
  });

  test("is refused to the trainee, their mentor and other managers, and for basic education while it is needed", async () => {
    const end = await misakisLiaison();
    for (const name of ["misaki", "kenichi", "akari", "taro"] as const) {
      expect(await endEnrolment(end, await as(name))).toEqual(refused("NotFound"));
    }
    const basic = await db().enrolment.findFirstOrThrow({
      where: { personId: world.people.misaki.id, roleGroupCode: null },
    });
    expect(await endEnrolment({ ...end, enrolmentId: basic.id }, await as("makoto"))).toEqual(
      refused("BasicEducationStillNeeded"),
    );
    expect(await endEnrolment({ ...end, enrolmentId: newId() }, await as("makoto"))).toEqual(refused("NotFound"));
  });
});

test("the organisation's policy says who may be enrolled", async () => {
  const contractor = await aPerson({ affiliation: "contractor" });
  await aMembership(contractor, world.teams.soc);
  const setBy = { setById: world.people.shin.id, setAt: now, reason: "契約の範囲外" };
  await db().policySetting.create({
    data: {
      id: newId(),
      code: "platform.enrolment.affiliations",
      value: "notContractors",
      holdsFrom: new Date("2026-11-20"),
      ...setBy,
    },
  });
  const form = taro({ personId: contractor.id });
  expect(await enrolPerson(form, await as("makoto"))).toEqual(refused("AffiliationMayNotEnrol"));
  expect((await enrolPerson(taro(), await as("makoto"))).ok).toBe(true);
});

describe("the list of enrolments", () => {
  const acts = async (name: PersonaName) => {
    const { rows } = await listManagedEnrolments((await as(name)).actor, { q: null, page: 1 });
    return rows.map((row) => `${row.latinName} ${row.roleGroupCode} ${row.mayRecognise} ${row.mayEnd}`).sort();
  };
  const everybody = (mayRecognise: (name: string) => boolean) =>
    ["Misaki Sato null", "Misaki Sato liaison-coordination", "Ren Suzuki null", "Ren Suzuki soc-monitoring"]
      .concat("Yuko Ito liaison-coordination")
      .map((row) => `${row} ${mayRecognise(row)} true`)
      .sort();

  test("offers what the reader may do: recognising in the teams that they manage, ending also to administrators", async () => {
    expect(await acts("makoto")).toEqual(everybody(() => true));
    expect(await acts("shin")).toEqual(everybody(() => false));
    await aGrant(world.people.shin, "manager", world.teams.night);
    expect(await acts("shin")).toEqual(everybody((row) => row.startsWith("Ren")));
    expect(await acts("akari")).toEqual(["Ren Suzuki null true true", "Ren Suzuki soc-monitoring true true"]);
  });

  test("finds one with the same answer, and nobody's own", async () => {
    const { id } = await db().enrolment.findFirstOrThrow({ where: { personId: world.people.yuko.id } });
    const asked = async (name: PersonaName) => findManagedEnrolment((await as(name)).actor, id);
    expect(await asked("shin")).toMatchObject({ enrolmentId: id, mayRecognise: false, mayEnd: true });
    expect(await asked("akari")).toBeNull();
    await aGrant(world.people.yuko, "manager", world.teams.hq);
    expect(await asked("yuko")).toBeNull();
  });
});

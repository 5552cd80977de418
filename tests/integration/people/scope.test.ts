import { beforeAll, describe, expect, test } from "vitest";
import { provableTo } from "@/lib/audit/scope";
import {
  type Actor,
  canTakeProof,
  canViewEnrolment,
  canViewPerson,
  type EnrolmentRef,
  manages,
  managesTeam,
  mentors,
  type PersonRef,
} from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { standsOn } from "@/lib/domain/membership";
import { isActiveOn } from "@/lib/domain/person";
import {
  activeOn,
  enrolmentsManagedBy,
  enrolmentsMentoredBy,
  enrolmentsVisibleTo,
  peopleVisibleTo,
  standingOn,
  teamsManagedBy,
  visiblePeople,
} from "@/lib/people/scope";
import { fromDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { aMembership, aMentorship, anEnrolment, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, PERSONAS, type World } from "@/tests/support/personas";

const TODAY = "2026-11-20";

type Everything = {
  enrolments: EnrolmentRef[];
  people: PersonRef[];
  actors: [string, Actor][];
};
let world: World;
let all: Everything;

/** Beside the persona world: memberships that ended, begin later, end today; a mentor of the whole organisation. */
async function moreCases({ people, teams, edition }: World) {
  const left = await aPerson({ name: "元社員", endsOn: "2026-11-19" });
  await aMembership(left, teams.night, { toOn: "2026-11-19" });
  const lastDay = await aPerson({ name: "最終日", endsOn: TODAY });
  await aMembership(lastDay, teams.night, { toOn: TODAY });
  const coming = await aPerson({ name: "来月から", deactivatedAt: new Date("2026-11-01T00:00:00Z") });
  await aMembership(coming, teams.night, { fromOn: "2026-12-01" });
  await aMembership(coming, teams.plant, { isMain: false, fromOn: TODAY });
  await aMentorship(people.soto, "forensics");
  await anEnrolment(left, teams.plant, { edition, roleGroupCode: "forensics", endedOn: "2026-11-01" });
  await anEnrolment(people.akari, teams.night, { edition, roleGroupCode: "soc-monitoring" });
}

const teamRef = (team: { id: string; ancestors: { ancestorId: string }[] }) => ({
  teamId: team.id,
  ancestorIds: team.ancestors.map(({ ancestorId }) => ancestorId),
});

/** Everything there is, unscoped, as the predicates see it. */
async function everything(): Promise<Everything> {
  const team = { include: { ancestors: true } };
  const enrolments = await db().enrolment.findMany({ include: { team } });
  const people = await db().person.findMany({ include: { memberships: { include: { team } } } });
  return {
    enrolments: enrolments.map((row) => ({
      enrolmentId: row.id,
      traineeId: row.personId,
      roleGroupCode: row.roleGroupCode as RoleGroupCode | null,
      team: teamRef(row.team),
    })),
    people: people.map(({ id, memberships }) => ({
      personId: id,
      teams: memberships
        .filter(({ fromOn, toOn }) => standsOn({ fromOn: fromDbDay(fromOn), toOn: toOn && fromDbDay(toOn) }, TODAY))
        .map((membership) => teamRef(membership.team)),
    })),
    actors: await Promise.all(PERSONAS.map(async (name) => [name, await actorOf(world.people[name].id)] as const)).then(
      (pairs) => pairs.map(([name, actor]) => [name, actor]),
    ),
  };
}

beforeAll(async () => {
  await emptyDatabase();
  world = await aWorld();
  await moreCases(world);
  all = await everything();
});

const sorted = (ids: readonly string[]) => [...ids].sort();
const idsOf = (rows: readonly { id: string }[]) => sorted(rows.map(({ id }) => id));

describe("what the database shows is what the domain allows, for every persona", () => {
  test.each(PERSONAS)("%s", async (name) => {
    const actor = all.actors.find(([persona]) => persona === name)?.[1];
    if (!actor) throw new Error(name);
    const enrolments = (allowed: (enrolment: EnrolmentRef) => boolean) =>
      sorted(all.enrolments.filter(allowed).map(({ enrolmentId }) => enrolmentId));
    const shown = async (where: object) => idsOf(await db().enrolment.findMany({ where, select: { id: true } }));

    expect(await shown(enrolmentsVisibleTo(actor))).toEqual(enrolments((each) => canViewEnrolment(actor, each)));
    expect(await shown(enrolmentsManagedBy(actor))).toEqual(enrolments((each) => manages(actor, each)));
    expect(await shown(enrolmentsMentoredBy(actor))).toEqual(enrolments((each) => mentors(actor, each)));

    const people = sorted(all.people.filter((each) => canViewPerson(actor, each)).map(({ personId }) => personId));
    const where = peopleVisibleTo(actor, TODAY);
    expect(idsOf(await db().person.findMany({ where, select: { id: true } }))).toEqual(people);
    const byHand = await db().$queryRaw<{ id: string }[]>`
      select p.id from "Person" p where ${visiblePeople(actor, TODAY)}`;
    expect(idsOf(byHand)).toEqual(people);

    const provable = sorted(all.people.filter((each) => canTakeProof(actor, each)).map(({ personId }) => personId));
    const proved = await db().person.findMany({ where: provableTo(actor, TODAY), select: { id: true } });
    expect(idsOf(proved)).toEqual(provable);

    const teams = await db().team.findMany({ include: { ancestors: true } });
    const managed = teams.filter((team) => managesTeam(actor, teamRef(team)));
    expect(idsOf(await db().team.findMany({ where: teamsManagedBy(actor) }))).toEqual(idsOf(managed));
  });
});

test("the world is not trivial: everybody sees something else", async () => {
  const numbers = new Map<string, number>();
  for (const [name, actor] of all.actors) {
    numbers.set(name, await db().enrolment.count({ where: enrolmentsVisibleTo(actor) }));
  }
  expect(Object.fromEntries(numbers)).toEqual({
    misaki: 2,
    ren: 2,
    kenichi: 3,
    yuko: 1,
    makoto: 7,
    akari: 3,
    shin: 0,
    emi: 0,
    taro: 5,
    nao: 1,
    soto: 3,
  });
});

test("who is active on a day", async () => {
  const people = await db().person.findMany();
  for (const day of ["2026-11-19", TODAY, "2026-11-21"]) {
    const active = people.filter(({ deactivatedAt, endsOn }) =>
      isActiveOn({ deactivated: deactivatedAt !== null, endsOn: endsOn && fromDbDay(endsOn) }, day),
    );
    expect(idsOf(await db().person.findMany({ where: activeOn(day) }))).toEqual(idsOf(active));
  }
});

test("which memberships stand on a day", async () => {
  const memberships = await db().membership.findMany();
  for (const day of ["2024-03-31", "2024-04-01", "2026-11-19", TODAY, "2026-11-21", "2026-12-01"]) {
    const standing = memberships.filter(({ fromOn, toOn }) =>
      standsOn({ fromOn: fromDbDay(fromOn), toOn: toOn && fromDbDay(toOn) }, day),
    );
    expect(idsOf(await db().membership.findMany({ where: standingOn(day) }))).toEqual(idsOf(standing));
  }
});

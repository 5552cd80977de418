import { beforeAll, expect, test } from "vitest";
import { reviewQuality } from "@/lib/domain/access";
import { holderReviews } from "@/lib/hold/scope";
import { db } from "@/lib/platform/db";
import { loadEnrolments } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import { aMentorship, anEnrolment, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, PERSONAS, type World } from "@/tests/support/personas";

let world: World;
beforeAll(async () => {
  await emptyDatabase();
  world = await aWorld();
  const { people, teams, edition } = world;
  await aMentorship(people.soto, "forensics");
  await anEnrolment(people.soto, teams.plant, { edition, roleGroupCode: "forensics" });
  await anEnrolment(people.akari, teams.night, { edition, roleGroupCode: "soc-monitoring" });
  await anEnrolment(people.kenichi, teams.soc, { edition, roleGroupCode: "liaison-coordination" });
});

/** The enrolments where this person, were they to hold something, could still review. */
const heldStands = async (personId: string) => {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select e.id from "Enrolment" e cross join (select ${personId}::uuid as "holderId") h join "Person" m on m.id = h."holderId"
     where ${holderReviews} order by 1`;
  return rows.map(({ id }) => id).sort();
};

test("whether a holder may still review is the same in the database and in the domain, for everyone and every enrolment", async () => {
  const enrolments = await loadEnrolments(db(), Prisma.sql`true`);
  let some = 0;
  for (const name of PERSONAS) {
    const actor = await actorOf(world.people[name].id);
    const expected = enrolments
      .filter(({ ref, mentors }) => reviewQuality(actor, ref, { hasOtherMentor: mentors.length > 0 }) !== null)
      .map(({ ref }) => ref.enrolmentId)
      .sort();
    expect(await heldStands(actor.id), name).toEqual(expected);
    some += expected.length;
  }
  expect(some).toBeGreaterThan(10);
});

test("who has left or was deactivated holds nothing", async () => {
  const left = await aPerson({ endsOn: "2025-03-31" });
  await aMentorship(left, "liaison-coordination", world.teams.hq);
  const stopped = await aPerson();
  await aMentorship(stopped, "liaison-coordination", world.teams.hq);
  expect((await heldStands(stopped.id)).length).toBeGreaterThan(0);
  await db().person.update({ where: { id: stopped.id }, data: { deactivatedAt: new Date() } });
  expect([await heldStands(left.id), await heldStands(stopped.id)]).toEqual([[], []]);
});

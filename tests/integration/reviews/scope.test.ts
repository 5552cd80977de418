import { beforeAll, expect, test } from "vitest";
import { type Actor, canCountersign, canViewEnrolment, reviewQuality } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import { countersignableBy, reviewableBy, viewableBy } from "@/lib/reviews/scope";
import { type EnrolmentRow, loadEnrolments } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import { aMentorship, anEnrolment, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, PERSONAS } from "@/tests/support/personas";

let actors: (readonly [string, Actor])[];
let enrolments: EnrolmentRow[];

beforeAll(async () => {
  await emptyDatabase();
  const { people, teams, edition } = await aWorld();
  await aMentorship(people.soto, "forensics");
  await anEnrolment(people.soto, teams.plant, { edition, roleGroupCode: "forensics" });
  await anEnrolment(people.akari, teams.night, { edition, roleGroupCode: "soc-monitoring" });
  await anEnrolment(people.kenichi, teams.soc, { edition, roleGroupCode: "liaison-coordination" });
  actors = await Promise.all(PERSONAS.map(async (name) => [name, await actorOf(people[name].id)] as const));
  const left = await aPerson({ endsOn: "2025-03-31" });
  await aMentorship(left, "soc-monitoring", teams.night);
  enrolments = await loadEnrolments(db(), Prisma.sql`true`);
});

const foundBy = async (condition: Prisma.Sql) => {
  const rows = await db().$queryRaw<{ id: string }[]>`select e.id from "Enrolment" e where ${condition}`;
  return rows.map(({ id }) => id).sort();
};
const predicted = (isIt: (row: EnrolmentRow) => boolean) =>
  enrolments
    .filter(isIt)
    .map(({ ref }) => ref.enrolmentId)
    .sort();

test("who reviews is the same in the domain and in the database, for everyone and every enrolment", async () => {
  let some = 0;
  for (const [name, actor] of actors) {
    const expected = predicted(
      ({ ref, mentors }) => reviewQuality(actor, ref, { hasOtherMentor: mentors.length > 0 }) !== null,
    );
    expect(await foundBy(reviewableBy(actor)), name).toEqual(expected);
    some += expected.length;
  }
  expect(some).toBeGreaterThan(10);
});

test("a mentor whose last day has passed is offered nobody, and leaves the role group to its manager", async () => {
  const ofNight = enrolments.filter(
    ({ ref, team }) => ref.roleGroupCode === "soc-monitoring" && team.nameEn === "Night watch",
  );
  expect(ofNight.map(({ mentors }) => mentors)).toEqual([[], []]);
  const akari = actors.find(([name]) => name === "akari")?.[1];
  const [ofRen] = ofNight.filter(({ ref }) => ref.traineeId !== akari?.id).map(({ ref }) => ref.enrolmentId);
  expect(akari && (await foundBy(reviewableBy(akari)))).toContain(ofRen);
});

test("who countersigns is the same in the domain and in the database", async () => {
  let some = 0;
  for (const [name, actor] of actors) {
    const expected = predicted(({ ref }) => canCountersign(actor, ref));
    expect(await foundBy(countersignableBy(actor)), name).toEqual(expected);
    some += expected.length;
  }
  expect(some).toBeGreaterThan(10);
});

test("who looks at the enrolments of others is the same in the domain and in the database", async () => {
  let some = 0;
  for (const [name, actor] of actors) {
    const expected = predicted(({ ref }) => ref.traineeId !== actor.id && canViewEnrolment(actor, ref));
    expect(await foundBy(viewableBy(actor)), name).toEqual(expected);
    some += expected.length;
  }
  expect(some).toBeGreaterThan(10);
});

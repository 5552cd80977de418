import { beforeEach, expect, test } from "vitest";
import { capacitiesOf } from "@/lib/domain/access";
import { findViewerByToken } from "@/lib/identity/queries";
import { db } from "@/lib/platform/db";
import { anOrganisation, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, PERSONAS } from "@/tests/support/personas";
import { after, aSession, FRIDAY } from "@/tests/support/sign-in";

beforeEach(emptyDatabase);

const misakiHere = async () => aSession(await aPerson({ name: "佐藤 美咲", latinName: "Misaki Sato" }));

test("a session says who it is, where, and in which language", async () => {
  await anOrganisation({ nameJa: "あおば製作所", nameEn: "Aoba Manufacturing" });
  const { token, sessionId } = await misakiHere();
  expect(await findViewerByToken(token, FRIDAY)).toMatchObject({
    sessionId,
    name: "佐藤 美咲",
    latinName: "Misaki Sato",
    locale: "ja",
    keyShortcuts: true,
    purposeVersion: 0,
    organisation: { nameJa: "あおば製作所", nameEn: "Aoba Manufacturing" },
  });
});

test("after thirty minutes without use it is over", async () => {
  const { token } = await misakiHere();
  expect(await findViewerByToken(token, after(FRIDAY, { minutes: 30 }))).toBeNull();
  const other = await misakiHere();
  expect(await findViewerByToken(other.token, after(FRIDAY, { minutes: 29 }))).not.toBeNull();
});

test("use keeps it alive, for twelve hours at most", async () => {
  const { token } = await misakiHere();
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    expect(await findViewerByToken(token, after(FRIDAY, { minutes })), `after ${minutes} minutes`).not.toBeNull();
  }
  expect(await findViewerByToken(token, after(FRIDAY, { hours: 12 }))).toBeNull();
});

test("the time of last use is written once a minute, not with every page", async () => {
  const { token, sessionId } = await misakiHere();
  const lastSeen = async (now: Date) => {
    await findViewerByToken(token, now);
    return (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt;
  };
  expect(await lastSeen(new Date(FRIDAY.getTime() + 59_000))).toEqual(FRIDAY);
  expect(await lastSeen(after(FRIDAY, { minutes: 1 }))).toEqual(after(FRIDAY, { minutes: 1 }));
});

test("a session that was revoked, and a person who was deactivated, are out with the next request", async () => {
  const { token, sessionId } = await misakiHere();
  await db().session.delete({ where: { id: sessionId } });
  expect(await findViewerByToken(token, FRIDAY)).toBeNull();

  const ren = await aPerson();
  const { token: rens } = await aSession(ren);
  await db().person.update({ where: { id: ren.id }, data: { deactivatedAt: FRIDAY } });
  expect(await findViewerByToken(rens, FRIDAY)).toBeNull();
});

test("a session that still waits for a further factor is none", async () => {
  const { token, sessionId } = await misakiHere();
  await db().session.update({ where: { id: sessionId }, data: { aal: 1 } });
  expect(await findViewerByToken(token, FRIDAY)).toBeNull();
});

test.each(["", "x", '\'; drop table "Session"; --', "A".repeat(43), "A".repeat(10_000)])(
  "%j is nobody's cookie",
  async (token) => {
    expect(await findViewerByToken(token, FRIDAY)).toBeNull();
  },
);

test("every persona is who the rows say they are", async () => {
  const world = await aWorld();
  for (const name of PERSONAS) {
    const person = world.people[name];
    const { token } = await aSession(person);
    const viewer = await findViewerByToken(token, FRIDAY);
    expect(viewer?.actor, name).toEqual(await actorOf(person.id));
  }
});

test("what begins tomorrow or ended today gives no capacity", async () => {
  const { people } = await aWorld();
  const capacities = async (person: { id: string }) => {
    const viewer = await findViewerByToken((await aSession(person)).token, FRIDAY);
    return viewer && capacitiesOf(viewer.actor);
  };
  await db().mentorship.updateMany({
    where: { personId: people.kenichi.id },
    data: { fromOn: new Date("2026-11-21") },
  });
  await db().capacityGrant.updateMany({ where: { personId: people.makoto.id }, data: { endedAt: FRIDAY } });
  await db().enrolment.updateMany({ where: { personId: people.misaki.id }, data: { endedOn: new Date("2026-11-20") } });
  await db().appointment.updateMany({ where: { personId: people.taro.id }, data: { fromOn: new Date("2026-11-21") } });
  expect(await capacities(people.kenichi)).toEqual([]);
  expect(await capacities(people.makoto)).toEqual([]);
  expect(await capacities(people.misaki)).toEqual([]);
  expect((await findViewerByToken((await aSession(people.taro)).token, FRIDAY))?.actor.appointments).toEqual([]);
});

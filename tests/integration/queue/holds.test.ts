import { beforeEach, expect, test } from "vitest";
import { countIn } from "@/lib/domain/queue";
import { findViewerByToken } from "@/lib/identity/queries";
import { db } from "@/lib/platform/db";
import { findNextWait, findQueue } from "@/lib/queue/queries";
import { findShell } from "@/lib/shell/queries";
import { aMentorship, anEnrolment } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aHold, aRecord, aSignOffRequest, at } from "@/tests/support/practice";
import { aSession, FRIDAY } from "@/tests/support/sign-in";

const MEETING = "g1.s1.external-meetings";
const now = at("2026-11-20", "12:00");

let world: World;
let liaison: { id: string };
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  await aMentorship(world.people.ren, "liaison-coordination", world.teams.hq);
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" },
  });
});

const queueOf = async (name: PersonaName, when = now) =>
  findQueue(await actorOf(world.people[name].id), { tab: "all", page: 1 }, when);
const aMeeting = (day: string) =>
  aRecord(world.people.misaki, liaison, { kind: "meeting", title: `会合 ${day}`, happenedOn: day, claims: [MEETING] });
const titles = (items: readonly { readonly title: string | null }[]) => items.map(({ title }) => title);

test("what another holds is folded away and counted apart; the holder sees it in its place", async () => {
  const record = await aMeeting("2026-11-10");
  await aMeeting("2026-11-12");
  const request = await aSignOffRequest(liaison, world.people.misaki, { step: 0 });
  await aHold(liaison, world.people.kenichi, { record });
  await aHold(liaison, world.people.kenichi, { signOff: request });
  const [rens, kenichis] = [await queueOf("ren"), await queueOf("kenichi")];
  expect(titles(rens.items)).toEqual(["会合 2026-11-12"]);
  expect(rens.others.map(({ kind }) => kind)).toEqual(["record", "signOff"]);
  expect(rens).toMatchObject({ heldByOthers: 2, counts: { record: 1, signOff: 0 } });
  expect(rens.others[0]?.hold).toEqual({
    holderId: world.people.kenichi.id,
    name: "高橋 健一",
    latinName: "Kenichi Takahashi",
    on: "2026-11-22",
    time: "09:00",
  });
  expect(kenichis).toMatchObject({ heldByOthers: 0, others: [], counts: { record: 2, signOff: 1 } });
  expect(kenichis.items.map(({ hold }) => hold?.holderId ?? null)).toEqual([
    world.people.kenichi.id,
    world.people.kenichi.id,
    null,
  ]);
});

test("a hold that lapsed, or whose holder may no longer review, folds nothing away", async () => {
  const record = await aMeeting("2026-11-10");
  await aHold(liaison, world.people.kenichi, { record });
  expect((await queueOf("ren")).items).toEqual([]);
  expect(titles((await queueOf("ren", at("2026-11-22"))).items)).toEqual(["会合 2026-11-10"]);
  await db().mentorship.updateMany({ where: { personId: world.people.kenichi.id }, data: { endedAt: now } });
  expect(titles((await queueOf("ren")).items)).toEqual(["会合 2026-11-10"]);
});

test("a record in two role groups of the mentor is theirs while one part is free", async () => {
  await aMentorship(world.people.ren, "forensics", world.teams.hq);
  const forensics = await anEnrolment(world.people.misaki, world.teams.soc, {
    edition: world.edition,
    roleGroupCode: "forensics",
  });
  const record = await aMeeting("2026-11-10");
  await db().recordClaim.updateMany({ where: { recordId: record.id }, data: { enrolmentId: liaison.id } });
  const { id: _, ...claim } = await db().recordClaim.findFirstOrThrow({ where: { recordId: record.id } });
  await db().recordClaim.create({
    data: { ...claim, id: crypto.randomUUID(), enrolmentId: forensics.id, criterionCode: "g5.s1.x" },
  });
  await aHold(liaison, world.people.kenichi, { record });
  const queue = await queueOf("ren");
  expect([queue.items.length, queue.others.length]).toEqual([1, 0]);
  expect(queue.items[0]?.hold).toBeNull();
});

test("after a decision the queue goes on to what nobody else holds, and the navigation counts the same", async () => {
  const [first] = [await aMeeting("2026-11-10"), await aMeeting("2026-11-12")];
  await aHold(liaison, world.people.kenichi, { record: first });
  const actor = await actorOf(world.people.ren.id);
  expect((await findNextWait(actor, null, now))?.title).toBe("会合 2026-11-12");
  const { token } = await aSession(world.people.ren);
  const viewer = await findViewerByToken(token, FRIDAY);
  const shell = viewer && (await findShell(viewer, "ja", now));
  const told = shell?.items.find(({ code }) => code === "reviews")?.count;
  expect(told).toBe(countIn("all", (await queueOf("ren")).counts));
  expect(told).toBe(1);
});

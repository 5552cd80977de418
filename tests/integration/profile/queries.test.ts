import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { exportHeld, findProfile, listSessions, listVisits, summariseHeld } from "@/lib/profile/queries";
import { aMembership, aPerson, aTeam } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld } from "@/tests/support/personas";
import { after, aPassword, aSession, FRIDAY } from "@/tests/support/sign-in";

beforeEach(emptyDatabase);

test("the profile names the teams of today, the main one first", async () => {
  const person = await aPerson({ name: "佐藤 美咲", employeeNumber: "00123", endsOn: "2027-03-31" });
  await aMembership(person, await aTeam({ nameJa: "工場" }), { isMain: false });
  await aMembership(person, await aTeam({ nameJa: "監視" }));
  await aMembership(person, await aTeam({ nameJa: "前のチーム" }), { toOn: "2025-03-31" });
  const profile = await findProfile(await actorOf(person.id));
  expect(profile).toMatchObject({ name: "佐藤 美咲", employeeNumber: "00123", endsOn: "2027-03-31" });
  expect(profile?.teams.map(({ nameJa }) => nameJa)).toEqual(["監視", "工場"]);
});

test("the list of sessions shows those that stand, with the device and when each ends at the latest", async () => {
  const person = await aPerson();
  const idle = await aSession(person, { now: after(FRIDAY, { minutes: -31 }) });
  const here = await aSession(person);
  await aSession(await aPerson());
  const sessions = await listSessions(await actorOf(person.id), FRIDAY);
  expect(sessions).toMatchObject([
    { id: here.sessionId, device: "Chrome / Linux", endsAt: after(FRIDAY, { hours: 12 }) },
  ]);
  expect(sessions.map(({ id }) => id)).not.toContain(idle.sessionId);
});

test("what is held is counted, and the file has exactly that", async () => {
  const { people } = await aWorld();
  await aPassword(people.misaki);
  await aSession(people.misaki);
  const actor = await actorOf(people.misaki.id);
  const held = await summariseHeld(actor);
  const file = await exportHeld(actor);
  const counts = Object.entries(file).map(([kind, rows]) => ({ kind, count: rows.length }));
  expect(counts.filter(({ count }) => count > 0)).toEqual(held);
  expect(held).toEqual(
    expect.arrayContaining([
      { kind: "person", count: 1 },
      { kind: "enrolments", count: 2 },
      { kind: "sessions", count: 1 },
    ]),
  );
});

test("the file holds nothing of anybody else, no password and no hash", async () => {
  const { people } = await aWorld();
  await aPassword(people.misaki);
  const { token } = await aSession(people.misaki);
  const text = JSON.stringify(await exportHeld(await actorOf(people.misaki.id)));
  expect(text).toContain("佐藤 美咲");
  for (const secret of [token, "argon2", "tokenHash", "passwordHash", "鈴木 蓮", "高橋 健一"])
    expect(text).not.toContain(secret);
});

test("every table is in the list of what is held, or known to hold nothing about a person", async () => {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const OF_ALL = [
    "Organisation",
    "Team",
    "TeamAncestor",
    "CurriculumEdition",
    "CurriculumWording",
    "EditionInForce",
    "LocalChange",
    "Material",
    "PolicySetting",
    "TeamStanding",
    "WorkSource",
    "WorkImport",
  ];
  /** A password that cannot be read back, digests of tries, the list of migrations, and what runs beside the app. */
  const OTHERWISE = [
    "Credential",
    "rate_limit",
    "_prisma_migrations",
    "Job",
    "JobRunner",
    "NoticeCursor",
    "MailServer",
    "Webhook",
    "TrailVerification",
  ];
  const held = Object.keys(await exportHeld(await actorOf((await aPerson()).id)));
  const kindOf = (table: string) => `${table.charAt(0).toLowerCase()}${table.slice(1)}s`;
  const NAMED: Record<string, string> = {
    Person: "person",
    Evidence: "evidence",
    TaskDone: "tasksDone",
    StepOpened: "stepsOpened",
    PersonStanding: "standings",
    PracticeRecord: "records",
    RecordClaim: "claims",
    StepSignOff: "signOffs",
    OneTimeLink: "links",
    RecordVisit: "visits",
    NoticeHours: "noticeHours",
    EventEvidence: "eventEvidence",
  };
  const missing = tables
    .map(({ name }) => name)
    .filter((name) => ![...OF_ALL, ...OTHERWISE].includes(name) && !held.includes(NAMED[name] ?? kindOf(name)));
  expect(missing).toEqual([]);
});

test("who opened one's records is listed latest first, fifty at a time", async () => {
  const [misaki, kenichi] = [await aPerson(), await aPerson({ name: "高橋 健一", latinName: "Kenichi Takahashi" })];
  await db().recordVisit.createMany({
    data: Array.from({ length: 60 }, (_, days) => {
      const visitedAt = after(FRIDAY, { hours: -24 * days });
      return {
        id: newId(visitedAt),
        subjectId: misaki.id,
        viewerId: kenichi.id,
        place: "record",
        visitedOn: visitedAt,
        visitedAt,
      };
    }),
  });
  const actor = await actorOf(misaki.id);
  const first = await listVisits(actor, 1, 50);
  expect(first).toMatchObject({
    total: 60,
    visits: { length: 50, 0: { viewerName: "高橋 健一", place: "record", visitedAt: FRIDAY } },
  });
  expect((await listVisits(actor, 2, 50)).visits).toHaveLength(10);
  expect(await listVisits(await actorOf(kenichi.id), 1, 50)).toEqual({ visits: [], total: 0 });
});

import { beforeEach, expect, test } from "vitest";
import { countIn } from "@/lib/domain/queue";
import { findViewerByToken } from "@/lib/identity/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findQueue } from "@/lib/queue/queries";
import { findShell, homeOf } from "@/lib/shell/queries";
import { emptyDatabase } from "@/tests/support/database";
import { aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, aSignOffRequest } from "@/tests/support/practice";
import { aSession, FRIDAY } from "@/tests/support/sign-in";
import { statementsOf } from "@/tests/support/statements";

let world: World;
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

async function viewerOf(name: PersonaName) {
  const { token } = await aSession(world.people[name]);
  const viewer = await findViewerByToken(token, FRIDAY);
  if (!viewer) throw new Error(`${name} is not signed in`);
  return viewer;
}
const codesFor = async (name: PersonaName) =>
  (await findShell(await viewerOf(name), "ja", FRIDAY)).items.map(({ code }) => code);

test("each capacity has its places, and nobody has more", async () => {
  const self = ["myTraining", "records", "signOff", "notices"];
  const mentoring = ["reviews", "trainees", "drills", "workImport"];
  expect(await codesFor("misaki")).toEqual([...self, "events", "curriculum"]);
  expect(await codesFor("kenichi")).toEqual(["notices", ...mentoring, "curriculum"]);
  expect(await codesFor("yuko")).toEqual([...self, ...mentoring, "curriculum"]);
  expect(await codesFor("makoto")).toEqual([
    ...["notices", ...mentoring, "readiness", "enrolments", "recognitions", "appointments", "curriculum"],
    ...["policy", "materials", "localCurriculum"],
  ]);
  expect(await codesFor("shin")).toEqual([
    ...["notices", "enrolments", "curriculum", "people", "teams"],
    ...["policy", "materials", "localCurriculum", "audit", "delivery"],
  ]);
  expect(await codesFor("taro")).toEqual(["notices", "reviews", "trainees", "curriculum"]);
  expect(await codesFor("emi")).toEqual(["notices", "curriculum", "audit"]);
  expect(await codesFor("soto")).toEqual(["notices", "curriculum"]);
});

test.each([
  ["misaki", ["myTraining", "records", "curriculum"]],
  ["kenichi", ["reviews", "trainees", "curriculum"]],
  ["yuko", ["myTraining", "reviews", "records"]],
  ["makoto", ["reviews", "readiness", "trainees"]],
  ["shin", ["people", "audit", "teams"]],
  ["emi", ["audit", "curriculum"]],
  ["soto", ["curriculum"]],
] as const)("on a telephone %s has where each capacity starts first", async (name, tabs) => {
  expect((await findShell(await viewerOf(name), "ja", FRIDAY)).tabs).toEqual(tabs);
});

test.each([
  ["misaki", "/my-training"],
  ["yuko", "/my-training"],
  ["kenichi", "/reviews"],
  ["makoto", "/readiness"],
  ["shin", "/people"],
  ["emi", "/audit"],
  ["taro", "/reviews"],
  ["soto", "/curriculum"],
] as const)("%s starts at %s", async (name, home) => {
  expect(homeOf((await viewerOf(name)).actor)).toBe(home);
});

test("names are written as the reader writes them", async () => {
  expect(await findShell(await viewerOf("misaki"), "ja", FRIDAY)).toMatchObject({
    personName: "佐藤 美咲",
    canLog: true,
    hasKeys: true,
  });
  expect(await findShell(await viewerOf("kenichi"), "en", FRIDAY)).toMatchObject({
    personName: "Kenichi Takahashi",
    canLog: false,
  });
});

test("the number beside reviews is the length of the queue; what was sent back stands beside one's own training", async () => {
  const { misaki, kenichi } = world.people;
  const liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: misaki.id, roleGroupCode: "liaison-coordination" },
  });
  await aRecord(misaki, liaison, { kind: "meeting", claims: ["g1.s1.external-meetings"] });
  await aRecord(misaki, liaison, { kind: "meeting", happenedOn: "2026-11-10", claims: ["g1.s1.external-meetings"] });
  await aSignOffRequest(liaison, misaki, { step: 0, on: "2026-11-12" });
  await aRemark(liaison, "g1.s1.external-meetings", kenichi);
  for (const name of ["kenichi", "makoto", "yuko", "taro", "nao"] as const) {
    const viewer = await viewerOf(name);
    const { counts } = await findQueue(viewer.actor, { tab: "all", page: 1 }, FRIDAY);
    const { items } = await findShell(viewer, "ja", FRIDAY);
    expect(items.find(({ code }) => code === "reviews")?.count ?? 0, name).toBe(countIn("all", counts));
  }
  expect((await findShell(await viewerOf("kenichi"), "ja", FRIDAY)).items[1]).toMatchObject({
    code: "reviews",
    count: 3,
  });
  expect((await findShell(await viewerOf("misaki"), "ja", FRIDAY)).items[0]).toMatchObject({
    code: "myTraining",
    count: 1,
  });
});

test("nothing waits: no number stands beside a place", async () => {
  const { items } = await findShell(await viewerOf("kenichi"), "ja", FRIDAY);
  expect(items.length).toBeGreaterThan(3);
  expect(items.filter(({ count }) => count !== undefined)).toEqual([]);
});

test("unread notices stand beside their place, without a statement of their own", async () => {
  const [personId, token] = [world.people.soto.id, await aSession(world.people.soto)];
  const one = (key: string, more: object = {}) => ({
    id: newId(),
    personId,
    kind: "enrolled",
    key,
    values: {},
    at: FRIDAY,
    ...more,
  });
  const done = [one("read", { readAt: FRIDAY }), one("settled", { settledAt: FRIDAY })];
  await db().notice.createMany({ data: [one("first"), one("second"), ...done] });
  const sent = await statementsOf(async () => {
    const viewer = await findViewerByToken(token.token, FRIDAY);
    if (!viewer) throw new Error("soto is not signed in");
    expect((await findShell(viewer, "ja", FRIDAY)).items[0]).toMatchObject({ code: "notices", count: 2 });
  });
  expect(sent).toHaveLength(1);
});

/** The same meeting logged again so many times. */
const loggedAgain = (record: { id: string }, times: number) => db().$executeRaw`
  with again as (
    insert into "PracticeRecord" (id, "personId", "onceKey", "happenedOn", kind, title, did, learned, tlp, "loggedAt")
    select gen_random_uuid(), r."personId", gen_random_uuid(), r."happenedOn", r.kind, r.title, r.did, r.learned, r.tlp, r."loggedAt"
      from "PracticeRecord" r, generate_series(1, ${times}::int) where r.id = ${record.id}::uuid returning id)
  insert into "RecordClaim" (id, "recordId", "enrolmentId", "criterionCode", parts, "claimedAt")
  select gen_random_uuid(), again.id, c."enrolmentId", c."criterionCode", '{}', c."claimedAt"
    from again, "RecordClaim" c where c."recordId" = ${record.id}::uuid`;

test("far more than the navigation tells is counted once in half a minute, less every time", async () => {
  const { misaki } = world.people;
  const liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: misaki.id, roleGroupCode: "liaison-coordination" },
  });
  const viewer = await viewerOf("kenichi");
  const seenAfter = async (seconds: number) => {
    const { items } = await findShell(viewer, "ja", new Date(FRIDAY.getTime() + seconds * 1000));
    return items.find(({ code }) => code === "reviews")?.count;
  };
  const record = await aRecord(misaki, liaison, { kind: "meeting", claims: ["g1.s1.external-meetings"] });
  await loggedAgain(record, 498);
  expect(await seenAfter(0)).toBe(499);
  await loggedAgain(record, 1);
  expect(await seenAfter(1)).toBe(500);
  await loggedAgain(record, 1);
  expect([await seenAfter(29), await seenAfter(32)]).toEqual([500, 501]);
});

import { beforeEach, expect, test } from "vitest";
import { countIn } from "@/lib/domain/queue";
import { findViewerByToken } from "@/lib/identity/queries";
import { db } from "@/lib/platform/db";
import { findQueue } from "@/lib/queue/queries";
import { findShell, homeOf } from "@/lib/shell/queries";
import { emptyDatabase } from "@/tests/support/database";
import { aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, aSignOffRequest } from "@/tests/support/practice";
import { aSession, FRIDAY } from "@/tests/support/sign-in";

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
  (await findShell(await viewerOf(name), "ja")).items.map(({ code }) => code);

test("each capacity has its places, and nobody has more", async () => {
  const self = ["myTraining", "records", "signOff"];
  const mentoring = ["reviews", "trainees"];
  expect(await codesFor("misaki")).toEqual([...self, "curriculum"]);
  expect(await codesFor("kenichi")).toEqual([...mentoring, "curriculum"]);
  expect(await codesFor("yuko")).toEqual([...self, ...mentoring, "curriculum"]);
  expect(await codesFor("makoto")).toEqual([
    ...mentoring,
    "readiness",
    "enrolments",
    "recognitions",
    "appointments",
    "curriculum",
    "policy",
  ]);
  expect(await codesFor("shin")).toEqual(["enrolments", "curriculum", "people", "teams", "policy"]);
  expect(await codesFor("taro")).toEqual([...mentoring, "curriculum"]);
  expect(await codesFor("soto")).toEqual(["curriculum"]);
});

test.each([
  ["misaki", ["myTraining", "records", "curriculum"]],
  ["kenichi", ["reviews", "trainees", "curriculum"]],
  ["yuko", ["myTraining", "reviews", "records"]],
  ["makoto", ["reviews", "readiness", "trainees"]],
  ["shin", ["people", "teams", "curriculum"]],
  ["soto", ["curriculum"]],
] as const)("on a telephone %s has where each capacity starts first", async (name, tabs) => {
  expect((await findShell(await viewerOf(name), "ja")).tabs).toEqual(tabs);
});

test.each([
  ["misaki", "/my-training"],
  ["yuko", "/my-training"],
  ["kenichi", "/reviews"],
  ["makoto", "/readiness"],
  ["shin", "/people"],
  ["taro", "/reviews"],
  ["soto", "/curriculum"],
] as const)("%s starts at %s", async (name, home) => {
  expect(homeOf((await viewerOf(name)).actor)).toBe(home);
});

test("names are written as the reader writes them", async () => {
  expect(await findShell(await viewerOf("misaki"), "ja")).toMatchObject({
    personName: "佐藤 美咲",
    canLog: true,
    hasKeys: true,
  });
  expect(await findShell(await viewerOf("kenichi"), "en")).toMatchObject({
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
    const { items } = await findShell(viewer, "ja");
    expect(items.find(({ code }) => code === "reviews")?.count ?? 0, name).toBe(countIn("all", counts));
  }
  expect((await findShell(await viewerOf("kenichi"), "ja")).items[0]).toMatchObject({ code: "reviews", count: 3 });
  expect((await findShell(await viewerOf("misaki"), "ja")).items[0]).toMatchObject({ code: "myTraining", count: 1 });
});

test("nothing waits: no number stands beside a place", async () => {
  const { items } = await findShell(await viewerOf("kenichi"), "ja");
  expect(items.map(({ count }) => count)).toEqual([undefined, undefined, undefined]);
});

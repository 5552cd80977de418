import { beforeEach, expect, test } from "vitest";
import { findViewerByToken } from "@/lib/identity/queries";
import { findShell, homeOf } from "@/lib/shell/queries";
import { emptyDatabase } from "@/tests/support/database";
import { aWorld, type PersonaName, type World } from "@/tests/support/personas";
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

test("nothing waits: no number stands beside a place", async () => {
  const { items } = await findShell(await viewerOf("kenichi"), "ja");
  expect(items.map(({ count }) => count)).toEqual([undefined, undefined, undefined]);
});

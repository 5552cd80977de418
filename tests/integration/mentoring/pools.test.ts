import { beforeEach, describe, expect, test } from "vitest";
import { listIndependentIn, listPools } from "@/lib/mentoring/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { refreshStandings } from "@/lib/training/facts";
import { aMentorship, anEnrolment, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aHold, aJudgementRequest, aRecord, at, aVerification, recognisedUpTo } from "@/tests/support/practice";

const MEETING = "g1.s1.external-meetings";
const now = at("2026-11-20", "12:00");

let world: World;
let liaison: { id: string };
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" },
  });
  const all = await db().enrolment.findMany({ select: { id: true } });
  await db().$transaction((tx) =>
    refreshStandings(
      tx,
      all.map(({ id }) => id),
    ),
  );
});

const poolsOf = async (name: PersonaName) => listPools(await actorOf(world.people[name].id), 1, now);
const shown = async (name: PersonaName) =>
  (await poolsOf(name))?.pools.map(({ roleGroupCode, teamNameEn, trainees, mentors }) => [
    roleGroupCode,
    teamNameEn,
    trainees,
    mentors.map(({ latinName }) => latinName),
  ]);
const independent = async (roleGroupCode: "liaison-coordination" | "soc-monitoring", team = world.teams.soc) => {
  const person = await aPerson({ name: "森 直樹", latinName: "Naoki Mori", reading: "もり なおき" });
  const enrolment = await anEnrolment(person, team, { edition: world.edition, roleGroupCode });
  await recognisedUpTo(enrolment, world.people.makoto, 3);
  await db().$transaction((tx) => refreshStandings(tx, [enrolment.id]));
  return person;
};

describe("the pools of a manager", () => {
  test("are the role groups and teams in which people train, where nobody mentors first", async () => {
    expect(await shown("makoto")).toEqual([
      ["soc-monitoring", "Night watch", 1, []],
      ["liaison-coordination", "Plant", 1, []],
      ["liaison-coordination", "SOC", 1, ["Kenichi Takahashi"]],
    ]);
    expect(await shown("akari")).toEqual([["soc-monitoring", "Night watch", 1, []]]);
  });

  test("are nobody else's", async () => {
    for (const name of ["misaki", "kenichi", "taro", "nao", "shin", "emi"] as const)
      expect(await poolsOf(name), name).toBeNull();
  });

  test("name who could be appointed: independent there and no mentor yet", async () => {
    const naoki = await independent("soc-monitoring", world.teams.night);
    const eligible = async () =>
      (await poolsOf("makoto"))?.pools.find(({ teamNameEn }) => teamNameEn === "Night watch")?.eligible;
    expect(await eligible()).toEqual([{ id: naoki.id, name: "森 直樹", latinName: "Naoki Mori" }]);
    await aMentorship(naoki, "soc-monitoring", world.teams.night);
    expect(await eligible()).toEqual([]);
    expect(await shown("akari")).toEqual([["soc-monitoring", "Night watch", 1, ["Naoki Mori"]]]);
  });
});

describe("what a mentor carries", () => {
  const kenichis = async () =>
    (await poolsOf("makoto"))?.pools.find(({ teamNameEn }) => teamNameEn === "SOC")?.mentors[0];
  const aMeeting = (day: string) =>
    aRecord(world.people.misaki, liaison, { kind: "meeting", happenedOn: day, claims: [MEETING] });

  test("nothing yet", async () => {
    expect(await kenichis()).toMatchObject({ held: 0, decided: 0, medianHours: null, away: null });
  });

  test("what they hold and what they decided in thirty days, with the median wait", async () => {
    const { kenichi } = world.people;
    for (const [day, on] of [
      ["2026-11-10", "2026-11-12"],
      ["2026-11-10", "2026-11-14"],
      ["2026-09-01", "2026-09-05"],
    ] as const) {
      for (const claim of (await aMeeting(day)).claims) await aVerification(claim, kenichi, { on });
    }
    await aHold(liaison, kenichi, { record: await aMeeting("2026-11-18") });
    await aHold(liaison, kenichi, { judgement: await aJudgementRequest(liaison, "g1.s2.target-structure") });
    expect(await kenichis()).toMatchObject({ held: 2, decided: 2, medianHours: 72 });
  });

  test("no hold that lapsed, nor on what no longer waits", async () => {
    const { kenichi } = world.people;
    await aHold(liaison, kenichi, { record: await aMeeting("2026-11-18"), until: now });
    const gone = await aMeeting("2026-11-19");
    await aHold(liaison, kenichi, { record: gone });
    await db().recordClaim.updateMany({ where: { recordId: gone.id }, data: { withdrawnAt: now } });
    expect(await kenichis()).toMatchObject({ held: 0 });
  });

  test.each([
    ["until a day", "2099-12-31"],
    ["until nobody knows", null],
  ])("who is on leave is named as away, %s", async (_, until) => {
    await db().leave.create({
      data: {
        id: newId(),
        personId: world.people.kenichi.id,
        fromOn: new Date("2025-01-01"),
        toOn: until && new Date(until),
        enteredById: world.people.makoto.id,
        enteredAt: now,
      },
    });
    expect(await kenichis()).toMatchObject({ away: { until } });
    expect((await poolsOf("makoto"))?.pools[0]?.teamNameEn).toBe("Night watch");
  });
});

test("role groups that somebody can be appointed in by proficiency", async () => {
  const naoki = await independent("liaison-coordination");
  const actor = async (name: PersonaName) => actorOf(world.people[name].id);
  expect(await listIndependentIn(await actor("makoto"), naoki.id)).toEqual(["liaison-coordination"]);
  expect(await listIndependentIn(await actor("makoto"), world.people.misaki.id)).toEqual([]);
  expect(await listIndependentIn(await actor("kenichi"), naoki.id)).toEqual([]);
});

import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { openSteps } from "@/lib/training/facts";
import { findGround, listTraining, stepIn, stepsToClaim } from "@/lib/training/queries";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, aSignOff, aVerification, enrolmentOf, tasksDone } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const REPORT = "g1.s1.monthly-report";
let world: World;
let basic: { id: string };
let liaison: { id: string };
const actor = (name: PersonaName) => actorOf(world.people[name].id);
/** What somebody sees of Misaki's training. */
const seenBy = async (name: PersonaName) => listTraining(await actor(name), world.people.misaki.id, now);
const own = async () => {
  const all = await seenBy("misaki");
  return all.find(({ training }) => training.ref.enrolmentId === liaison.id);
};

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  basic = await enrolmentOf(world.people.misaki, null);
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

/** Basic and common education signed off; STEP1 open. */
async function stepOneOpen() {
  const { misaki, kenichi } = world.people;
  await aSignOff(basic, 0, { by: kenichi, trainee: misaki, signedOn: "2025-06-01" });
  await aSignOff(liaison, 0, { by: kenichi, trainee: misaki, signedOn: "2025-12-19" });
  const policy = { ...(await findPolicyValues("2025-12-19")), "g1.s1.incidentReports.n": 5 };
  await openSteps(db(), [{ enrolmentId: liaison.id, step: 1, openedOn: "2025-12-19", policy }], now);
}
const aReport = (happenedOn: string, criterionCode = REPORT) =>
  aRecord(world.people.misaki, { happenedOn, claims: [{ enrolment: liaison, criterionCode }] });

describe("the training of Sato Misaki", () => {
  test("is hers, her mentors' and her managers' to see, and nobody else's", async () => {
    const count = async (name: PersonaName) => (await seenBy(name)).length;
    expect(await count("misaki")).toBe(2);
    expect(await count("kenichi")).toBe(2);
    expect(await count("makoto")).toBe(2);
    for (const name of ["ren", "akari", "shin", "emi", "soto"] as const) expect(await count(name)).toBe(0);
  });

  test("begins with education: topics learned out of all", async () => {
    await tasksDone(liaison, ["g1.common.logical-thinking"]);
    const view = await own();
    expect(view?.openStep).toBe(0);
    expect(view?.states.map(({ state }) => state)).toEqual(["open", "later", "later", "later"]);
    expect(view?.measured[0]?.topics).toMatchObject({ done: ["g1.common.logical-thinking"], all: 4, allDone: false });
  });

  test("is measured by the values of the day the STEP opened", async () => {
    await stepOneOpen();
    const { claimIds } = await aReport("2026-10-31");
    await aVerification(claimIds[0] ?? "", world.people.kenichi);
    await aReport("2026-11-10");
    const view = await own();
    const [open] = view?.measured ?? [];
    expect([view?.openStep, open?.openedOn, open?.earlierOpen]).toEqual([1, "2025-12-19", []]);
    const tallies = open?.progress?.criteria.map(({ criterionCode, have, need, waiting }) => [
      criterionCode,
      have,
      need,
      waiting.length,
    ]);
    expect(tallies).toEqual([
      [REPORT, 1, 12, 1],
      ["g1.s1.incident-reports", 0, 5, 0],
      ["g1.s1.external-meetings", 0, 4, 0],
    ]);
    expect(view?.today).toBe("2026-11-20");
    expect(view?.states[0]?.completion).toMatchObject({ by: "signOff", on: "2025-12-19", personName: "高橋 健一" });
  });

  test("shows what was sent back, and holds the criterion open", async () => {
    await stepOneOpen();
    const { claimIds, id } = await aReport("2026-11-10");
    const [claimId = ""] = claimIds;
    await aRemark({ enrolment: liaison, criterionCode: REPORT, claimId, by: world.people.kenichi });
    const view = await own();
    expect(view?.training.remarks).toMatchObject([
      { recordId: id, recordHappenedOn: "2026-11-10", madeOn: "2026-11-18", by: { name: "高橋 健一" }, answer: null },
    ]);
    expect(view?.measured[0]?.progress?.criteria[0]).toMatchObject({ met: false, next: { act: "answerRemark" } });
  });

  test("measures a later STEP as soon as it has records", async () => {
    await stepOneOpen();
    await aReport("2026-11-10", "g1.s2.triage");
    expect((await own())?.measured.map(({ step }) => step)).toEqual([1, 2]);
  });

  test("offers every STEP that is not signed off to be claimed for", async () => {
    await stepOneOpen();
    const view = await own();
    expect(view && stepsToClaim(view).map(({ step }) => step)).toEqual([1, 2, 3]);
    await aSignOff(liaison, 1, { by: world.people.kenichi, trainee: world.people.misaki });
    const later = await own();
    expect(later && stepsToClaim(later).map(({ step }) => step)).toEqual([2, 3]);
  });
});

describe("one STEP by its address", () => {
  test.each([
    ["liaison", "2", 2],
    ["liaison", "0", 0],
    ["liaison", "4", undefined],
    ["liaison", "x", undefined],
    ["basic", "0", 0],
    ["basic", "1", undefined],
    ["nowhere", "0", undefined],
  ])("%s %s", async (which, step, found) => {
    const ids: Record<string, string> = { liaison: liaison.id, basic: basic.id };
    const enrolments = await seenBy("misaki");
    expect(stepIn(enrolments, { enrolmentId: ids[which] ?? which, step })?.measured.step).toBe(found);
  });
});

test("a command's ground: editions of one's own enrolments, and the policy of the team's day", async () => {
  const ground = await findGround(await actor("misaki"), now);
  expect([...ground.editions.keys()]).toEqual([world.edition.id]);
  expect(ground.policy).toEqual(await findPolicyValues("2026-11-20"));
  expect((await findGround(await actor("soto"), now)).editions.size).toBe(0);
});

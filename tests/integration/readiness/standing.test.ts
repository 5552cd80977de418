import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { StepNumber } from "@/lib/domain/proficiency";
import { endEnrolment, enrolPerson } from "@/lib/enrolment/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { verifyRecords, withdrawVerification } from "@/lib/reviews/commands";
import { refreshStanding } from "@/lib/training/facts";
import { anEnrolment, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord } from "@/tests/support/practice";
import { reinstated, revoked } from "@/tests/support/revoking";

const MEETING = "g1.s1.external-meetings";
const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

const runningOf = (person: { id: string }) =>
  db().enrolment.findFirst({
    where: { personId: person.id, roleGroupCode: "liaison-coordination", endedOn: null },
    select: { id: true },
  });

/** What can happen to Misaki; each leaves the standing right by itself. */
const ACTS = {
  recognise: async (enrolmentId: string, step: StepNumber) =>
    recogniseSteps({ enrolmentId, step, recognisedOn: "2026-04-01", reason: "前職での経験" }, await as("makoto")),
  revoke: async (enrolmentId: string, step: StepNumber) => {
    const where = { enrolmentId, step, revocations: { none: { reinstatedAt: null } } };
    const recognition = await db().recognition.findFirst({ where });
    if (recognition) await revoked(recognition.id, await as("makoto"));
  },
  reinstate: async (enrolmentId: string, step: StepNumber) => {
    const where = { recognition: { enrolmentId, step }, reinstatedAt: null };
    const revocation = await db().revocation.findFirst({ where });
    if (revocation) await reinstated(revocation.id, await as("makoto"));
  },
  verify: async (enrolmentId: string, step: StepNumber) => {
    const wish = { kind: "meeting", claims: [MEETING], happenedOn: `2026-1${step % 2}-1${step}` } as const;
    const { id } = await aRecord(world.people.misaki, { id: enrolmentId }, { ...wish, claims: [MEETING] });
    await verifyRecords({ records: [id] }, await as("kenichi"));
  },
  withdraw: async (enrolmentId: string) => {
    const where = { withdrawnAt: null, claim: { enrolmentId } };
    const verification = await db().verification.findFirst({ where, orderBy: { verifiedAt: "desc" } });
    if (!verification) return;
    await withdrawVerification({ verificationId: verification.id, reason: "誤り" }, await as("kenichi"));
  },
  endAndBegin: async (enrolmentId: string) => {
    await endEnrolment({ enrolmentId, endedOn: "2026-11-20", reason: "異動" }, await as("makoto"));
    const asked = { personId: world.people.misaki.id, teamId: world.teams.soc.id, tracks: [] };
    const again = { ...asked, onceKey: newId(), roleGroup: "liaison-coordination" as const, enrolledOn: "2026-11-20" };
    await enrolPerson(again, await as("makoto"));
  },
};
type Act = keyof typeof ACTS;
const anAct = fc.tuple(
  fc.constantFrom<Act>("recognise", "recognise", "revoke", "revoke", "reinstate", "verify", "withdraw", "endAndBegin"),
  fc.constantFrom<StepNumber>(0, 1, 2, 3),
);

const standings = () => db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } });

/** Who stands where by team, as the triggers keep it; a place that nobody stands in any more says nothing. */
async function counted() {
  const rows = await db().teamStanding.findMany({ orderBy: [{ teamId: "asc" }, { roleGroupCode: "asc" }] });
  return rows.filter(({ teamId: _, roleGroupCode: __, ...people }) => Object.values(people).some((each) => each !== 0));
}
const recount = () => db().$executeRaw`select "recount_standings"()`;

test("whatever happens, the standing kept is the one that the facts give, and so are the counts of each team", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 6 }), async (acts) => {
      await emptyDatabase();
      world = await aWorld();
      for (const [act, step] of acts) {
        const enrolment = await runningOf(world.people.misaki);
        await ACTS[act](enrolment?.id ?? "", step);
      }
      const kept = await standings();
      const keptCounts = await counted();
      await recount();
      expect(await counted()).toEqual(keptCounts);
      const enrolments = await db().enrolment.findMany({ select: { id: true } });
      await db().personStanding.deleteMany();
      for (const { id } of enrolments) await db().$transaction((tx) => refreshStanding(tx, id));
      expect(await standings()).toEqual(kept);
      expect(await counted()).toEqual(keptCounts);
    }),
    { numRuns: 8 },
  );
}, 120_000);

test("twelve people of two teams move at once, each in its own transaction: nobody waits in a circle, all are counted", async () => {
  const wish = { edition: world.edition, roleGroupCode: "forensics" } as const;
  const makoto = await as("makoto");
  const enrolments: { id: string }[] = [];
  for (let each = 0; each < 12; each += 1)
    enrolments.push(await anEnrolment(await aPerson(), each % 2 ? world.teams.soc : world.teams.plant, wish));
  const answers = await Promise.all(
    enrolments.map(({ id }) =>
      recogniseSteps({ enrolmentId: id, step: 3, recognisedOn: "2026-04-01", reason: "前職での経験" }, makoto),
    ),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const kept = await counted();
  const inForensics = kept.filter(({ roleGroupCode }) => roleGroupCode === "forensics");
  expect(inForensics.map(({ independent }) => independent)).toEqual([6, 6]);
  await recount();
  expect(await counted()).toEqual(kept);
});

test("an enrolment that goes to another team is counted there and no longer here", async () => {
  const { id } = (await runningOf(world.people.misaki)) ?? { id: "" };
  const inTeam = async (team: { id: string }) =>
    (await db().teamStanding.findUnique({
      where: { teamId_roleGroupCode: { teamId: team.id, roleGroupCode: "liaison-coordination" } },
    })) ?? { begun: 0 };
  const [before, there] = [await inTeam(world.teams.soc), await inTeam(world.teams.plant)];
  await db().personStanding.update({ where: { enrolmentId: id }, data: { teamId: world.teams.plant.id } });
  expect((await inTeam(world.teams.soc)).begun).toBe(before.begun - 1);
  expect((await inTeam(world.teams.plant)).begun).toBe(there.begun + 1);
});

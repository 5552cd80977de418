import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { StepNumber } from "@/lib/domain/proficiency";
import { endEnrolment, enrolPerson } from "@/lib/enrolment/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { verifyRecords, withdrawVerification } from "@/lib/reviews/commands";
import { refreshStanding } from "@/lib/training/facts";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord } from "@/tests/support/practice";

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
  /** Revoking comes with a later issue: its row is written plainly, and the standing refreshed as its command will. */
  revoke: async (enrolmentId: string, step: StepNumber) => {
    const where = { enrolmentId, step, revocation: { is: null } };
    const recognition = await db().recognition.findFirst({ where });
    if (!recognition) return;
    const by = { revokedById: world.people.makoto.id, revokedAt: now, reason: "誤り" };
    await db().revocation.create({ data: { id: newId(), recognitionId: recognition.id, ...by } });
    await db().$transaction((tx) => refreshStanding(tx, enrolmentId));
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
  fc.constantFrom<Act>("recognise", "recognise", "revoke", "verify", "withdraw", "endAndBegin"),
  fc.constantFrom<StepNumber>(0, 1, 2, 3),
);

const standings = () => db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } });

test("whatever happens, the standing kept is the one that the facts give", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 6 }), async (acts) => {
      await emptyDatabase();
      world = await aWorld();
      for (const [act, step] of acts) {
        const enrolment = await runningOf(world.people.misaki);
        await ACTS[act](enrolment?.id ?? "", step);
      }
      const kept = await standings();
      const enrolments = await db().enrolment.findMany({ select: { id: true } });
      await db().personStanding.deleteMany();
      for (const { id } of enrolments) await db().$transaction((tx) => refreshStanding(tx, id));
      expect(await standings()).toEqual(kept);
    }),
    { numRuns: 8 },
  );
}, 120_000);

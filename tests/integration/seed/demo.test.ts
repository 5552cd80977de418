import { beforeAll, describe, expect, test } from "vitest";
import { compareWithEvents } from "@/lib/chronicle/queries";
import { curriculumFor, editionInForce } from "@/lib/curriculum/queries";
import { leavesOf } from "@/lib/domain/record-needs";
import { countedClaims, type RestedOn } from "@/lib/domain/rested-on";
import { RULE_KINDS } from "@/lib/domain/rule";
import { compared } from "@/lib/domain/second-opinion";
import { stepStates } from "@/lib/domain/step";
import { targetOf } from "@/lib/domain/target-date";
import { targetOutlook } from "@/lib/domain/target-outlook";
import { todayIn } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { loadOpinions } from "@/lib/second-opinion/records";
import {
  type EnrolmentTraining,
  hasBasicEducation,
  loadTraining,
  measureStep,
  refreshStanding,
} from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import { makeDemo } from "@/prisma/seed/demo/make";
import { tellDemo } from "@/prisma/seed/demo/tell";
import { asOwner, emptyDatabase } from "@/tests/support/database";

const now = new Date("2026-11-20T01:00:00Z");
const password = "only for this test";

let trainings: EnrolmentTraining[] = [];

beforeAll(async () => {
  await emptyDatabase();
  await makeDemo({ now, password });
  trainings = await loadTraining(db(), Prisma.sql`true`);
}, 120_000);

async function measured(training: EnrolmentTraining, step: 0 | 1 | 2 | 3) {
  const own = trainings.filter(({ ref }) => ref.traineeId === training.ref.traineeId);
  const curriculum = await curriculumFor(training.editionId);
  const policyToday = await findPolicyValues(todayIn("Asia/Tokyo", now));
  return measureStep(training, step, { curriculum, policyToday, basicCompleted: hasBasicEducation(own), now });
}

const steps = () =>
  trainings.flatMap((training) =>
    stepStates({
      roleGroupCode: training.ref.roleGroupCode,
      basicCompleted: true,
      completions: training.completions.map(({ personId: byId, ...each }) => ({ ...each, byId })),
    }).map(({ step, state }) => ({ training, step, state })),
  );

/** The kinds of rule of a STEP's criteria, each with whether it is met. */
async function kindsAt({ training, step }: ReturnType<typeof steps>[number]) {
  const curriculum = await curriculumFor(training.editionId);
  const { progress } = await measured(training, step);
  return (progress?.criteria ?? []).flatMap(({ criterionCode, met }) => {
    const rule = curriculum.criterion(criterionCode)?.rule;
    return rule ? [rule, ...leavesOf(rule)].map(({ kind }) => `${kind} ${met}`) : [];
  });
}

test("what the queue looks up follows from the facts, for every claim and every request", async () => {
  const [odd] = await db().$queryRaw<{ claims: number; requests: number; waiting: number }[]>`
    select (select count(*)::int from "RecordClaim" c where c."isUnverified" <> (
              c."withdrawnAt" is null
              and exists (select 1 from "PracticeRecord" r where r.id = c."recordId" and r."withdrawnAt" is null)
              and not exists (select 1 from "Verification" v where v."claimId" = c.id and v."withdrawnAt" is null))) as claims,
           (select count(*)::int from "SignOffRequest" q
             where q."isOpen" = exists (select 1 from "RequestOutcome" o where o."requestId" = q.id)) as requests,
           (select count(*)::int from "RecordClaim" where "isUnverified") as waiting`;
  expect(odd).toMatchObject({ claims: 0, requests: 0 });
  expect(odd?.waiting).toBeGreaterThan(5);
});

describe("what the demo organisation claims is what the rules say", () => {
  test("24 people, three teams, every role group, every stage", async () => {
    expect(await db().person.count()).toBe(24);
    expect(await db().team.count()).toBe(3);
    expect(new Set(trainings.map(({ ref }) => ref.roleGroupCode)).size).toBe(8);
    const stages = await db().personStanding.findMany({ where: { roleGroupCode: { not: null } } });
    expect([...new Set(stages.map(({ completedStep }) => completedStep))].sort()).toEqual([0, 1, 2, 3]);
  });

  test("a STEP that is signed off has everything met, nothing earlier open, and its claims frozen", async () => {
    const signedOff = steps().filter(({ state }) => state === "signedOff");
    expect(signedOff.length).toBeGreaterThan(25);
    for (const { training, step } of signedOff) {
      const { allMet, earlierOpen } = await measured(training, step);
      expect({ who: training.trainee.latinName, step, allMet, earlierOpen }).toMatchObject({
        allMet: true,
        earlierOpen: [],
      });
    }
    for (const row of await db().stepSignOff.findMany({ include: { frozenClaims: true } })) {
      const rested = row.restedOn as unknown as RestedOn;
      expect(row.frozenClaims.map(({ claimId }) => claimId).sort()).toEqual([...countedClaims(rested)].sort());
    }
  });

  test("a STEP that waits for a decision has everything met; no other open one has", async () => {
    for (const { training, step, state } of steps().filter((each) => each.state === "open")) {
      const isAsked = training.openRequest?.step === step;
      const { allMet } = await measured(training, step);
      expect({ who: training.trainee.latinName, step, state, allMet }).toMatchObject({ allMet: isAsked });
    }
  });

  test("each kind of criterion is met somewhere and still open somewhere", async () => {
    const seen = new Set((await Promise.all(steps().map(kindsAt))).flat());
    const wanted = RULE_KINDS.flatMap((kind) => [`${kind} true`, `${kind} false`]);
    expect(wanted.filter((each) => !seen.has(each))).toEqual([]);
  });

  test("where everybody stands is what a rebuild from the facts gives", async () => {
    const before = await db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } });
    for (const { enrolmentId } of before) await refreshStanding(db(), enrolmentId);
    expect(await db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } })).toEqual(before);
  });

  test("the audit trail holds, and tells of every sign-off", async () => {
    const { problems, signed } = await asOwner(async (client) => ({
      problems: (await client.query("select * from audit.verify()")).rows,
      signed: (await client.query("select count(*)::int as n from audit.event where action = 'StepSignedOff'")).rows[0],
    }));
    expect(problems).toEqual([]);
    expect(signed).toEqual({ n: await db().stepSignOff.count() });
  });

  test("nobody verified, judged or signed their own work, and nothing lies in the future", async () => {
    const claims = await db().verification.findMany({ include: { claim: { include: { record: true } } } });
    expect(claims.filter(({ verifiedById, claim }) => verifiedById === claim.record.personId)).toEqual([]);
    expect(claims.filter(({ verifiedAt, claim }) => verifiedAt <= claim.claimedAt || verifiedAt > now)).toEqual([]);
    expect(await db().practiceRecord.count({ where: { loggedAt: { gt: now } } })).toBe(0);
  });
});

test("what was imported is verified for one and waits for the other", async () => {
  const imported = await db().importedRecord.findMany({
    include: { record: { include: { claims: true, person: true } }, items: true },
  });
  const waiting = (name: string) =>
    imported
      .filter(({ record }) => record.person.latinName === name)
      .map(({ record, items }) => [items.length, record.claims.some(({ isUnverified }) => isUnverified)]);
  expect(waiting("Sho Watanabe")).toEqual(Array(6).fill([4, false]));
  expect(waiting("Misaki Sato")).toEqual(Array(3).fill([4, true]));
});

describe("what a record lives through", () => {
  test("a sign-off was revoked and reinstated, and stands", async () => {
    const [revocation] = await db().revocation.findMany({ include: { signOff: true } });
    expect(revocation?.reinstatedAt?.getTime()).toBeGreaterThan(revocation?.revokedAt.getTime() ?? 0);
    expect(revocation?.revokedAt.getTime()).toBeGreaterThan(revocation?.signOff?.signedAt.getTime() ?? 0);
    const enrolmentId = revocation?.signOff?.enrolmentId ?? "";
    expect(await db().personStanding.findUnique({ where: { enrolmentId } })).toMatchObject({ completedStep: 1 });
  });

  test("a leave is over, and nothing was logged on its days", async () => {
    for (const { personId, fromOn, toOn } of await db().leave.findMany()) {
      expect(toOn?.getTime()).toBeLessThan(now.getTime());
      const days = { gte: fromOn, lte: toOn ?? fromOn };
      expect(await db().practiceRecord.count({ where: { personId, happenedOn: days } })).toBe(0);
    }
  });

  test("a team has an item of its own in its edition; nobody is measured by it yet, and a rebuild of the trail agrees", async () => {
    const [change] = await db().localChange.findMany();
    const inForce = await editionInForce(change?.teamId ?? "");
    expect(inForce.tasksOf("soc-monitoring", 1, [])).toContain(change?.itemCode);
    expect(await db().enrolment.count({ where: { editionId: inForce.editionId } })).toBe(0);
  });
});

describe("what mentors do beside deciding", () => {
  test("one hold stands and one has lapsed, each on a judgement that waits", async () => {
    const holds = await db().hold.findMany({ include: { judgementRequest: true }, orderBy: { until: "asc" } });
    expect(holds.map(({ until }) => until > now)).toEqual([false, true]);
    expect(holds.every(({ judgementRequest }) => judgementRequest && judgementRequest.closedAt === null)).toBe(true);
  });

  test("two mentors judged apart and differ; another opinion is still asked for", async () => {
    const opinions = await db().secondOpinion.findMany({ include: { judgements: true }, orderBy: { askedAt: "asc" } });
    expect(opinions.map(({ givenAt, judgements }) => [givenAt !== null, judgements.length])).toEqual([
      [true, 2],
      [false, 0],
    ]);
    const [view] = await loadOpinions(Prisma.sql`o."givenAt" is not null`);
    const rows = view && compared(view.second, view.first, view.givenAt);
    expect(rows?.filter(({ differs }) => differs).map(({ checkpoint }) => checkpoint)).toEqual(["tuning"]);
  });

  test("target dates: kept, at risk for more than one reason, and past", async () => {
    const outlooks: string[] = [];
    for (const { training, step } of steps().filter(({ state }) => state === "open")) {
      const targetOn = targetOf(training.targets, step);
      if (targetOn === null) continue;
      const { facts } = training;
      const outlook = targetOutlook({ today: "2026-11-20", targetOn, facts, measured: await measured(training, step) });
      outlooks.push(outlook.state);
    }
    expect(outlooks).toHaveLength(await db().enrolment.count({ where: { targetDates: { some: {} } } }));
    expect(new Set(outlooks)).toEqual(new Set(["onTrack", "tooSlow", "monthsShort", "passed"]));
  });

  test("the tables say what the events tell", async () => {
    expect((await compareWithEvents()).found).toEqual([]);
  });
});

describe("making it", () => {
  test("a second time changes nothing", async () => {
    expect(await makeDemo({ now: new Date("2026-12-24T01:00:00Z"), password })).toBe(false);
  });

  test("the same day tells the same story", async () => {
    const [one, other] = [await tellDemo({ now, passwordHash: "x" }), await tellDemo({ now, passwordHash: "x" })];
    expect(other.rows).toEqual(one.rows);
  });

  test.each(["2026-12-01", "2027-01-01", "2027-02-28", "2028-02-29", "2027-03-31", "2027-05-03"])(
    "it holds on %s as well",
    async (day) => {
      const { rows } = await tellDemo({ now: new Date(`${day}T03:00:00Z`), passwordHash: "x" });
      expect(rows.stepSignOff.length).toBeGreaterThan(25);
    },
  );
});

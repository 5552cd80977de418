import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { lastDayOf } from "@/lib/currency/scope";
import { addDays, lastDayOfPeriod } from "@/lib/domain/calendar";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { listCell, summariseTeam } from "@/lib/readiness/queries";
import { recogniseSteps } from "@/lib/recognition/commands";
import { logRecord } from "@/lib/records/commands";
import { refreshStanding } from "@/lib/training/facts";
import { currencyIn, listTraining } from "@/lib/training/queries";
import { Prisma } from "@/prisma/generated/client";
import { emptyDatabase } from "@/tests/support/database";
import { aDraft } from "@/tests/support/drafts";
import { aLeave } from "@/tests/support/leave";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aVerification, enrolmentOf } from "@/tests/support/training";

const MEETING = "g1.s1.external-meetings";
const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

const limitedTo = (months: number) =>
  db().policySetting.create({
    data: {
      id: newId(),
      code: "platform.currency.liaison-coordination",
      value: months,
      holdsFrom: toDbDay("2026-01-01"),
      reason: "",
      setById: world.people.shin.id,
      setAt: now,
    },
  });

/** Misaki is independent since a day, by recognition. */
const independentSince = async (recognisedOn: string) =>
  recogniseSteps({ enrolmentId: liaison.id, step: 3, recognisedOn, reason: "前職で5年" }, await as("makoto"));

const seen = async () => {
  const { actor } = await as("makoto");
  const summary = await summariseTeam(actor, world.teams.soc.id, now);
  const group = summary?.readiness.roleGroups.find(({ roleGroupCode }) => roleGroupCode === "liaison-coordination");
  const cell = { teamId: world.teams.soc.id, roleGroupCode: "liaison-coordination", level: "independent" } as const;
  const listed = await listCell(actor, { ...cell, page: 1 }, now);
  const pool = summary?.pools.find(({ roleGroupCode }) => roleGroupCode === "liaison-coordination");
  return {
    counted: group?.people.independent,
    listed: listed?.people.length,
    named: pool?.independent.length,
    falling: summary?.falling?.rows.map(({ lastDay, isOut }) => [lastDay, isOut]),
  };
};

describe("readiness", () => {
  test("without a limit everybody counts, and nobody falls out", async () => {
    await independentSince("2020-04-01");
    expect(await seen()).toEqual({ counted: 1, listed: 1, named: 1, falling: undefined });
  });

  test("with a limit: who is out of date is not counted, and is named with the day", async () => {
    await independentSince("2025-04-01");
    await limitedTo(12);
    expect(await seen()).toEqual({ counted: 0, listed: 0, named: 0, falling: [["2026-03-31", true]] });
  });

  test("recognised not long ago: counted from the recognition, and named 60 days ahead", async () => {
    await independentSince("2026-01-01");
    await limitedTo(12);
    expect(await seen()).toEqual({ counted: 1, listed: 1, named: 1, falling: [["2026-12-31", false]] });
  });

  test("verified work brings her back; leave takes her out of the counts for its days only", async () => {
    await independentSince("2025-04-01");
    await limitedTo(12);
    const wish = { happenedOn: "2026-11-01", claims: [{ enrolment: liaison, criterionCode: MEETING }] };
    const { claimIds } = await aRecord(world.people.misaki, wish);
    await aVerification(claimIds[0] ?? "", world.people.kenichi);
    await db().$transaction((tx) => refreshStanding(tx, liaison.id));
    expect(await seen()).toMatchObject({ counted: 1, listed: 1, falling: [] });
    await aLeave(world.people.misaki, { fromOn: "2026-11-10", toOn: "2026-11-20" });
    expect(await seen()).toMatchObject({ counted: 0, listed: 0, named: 0 });
  });
});

describe("who is through", () => {
  test("sees until when she counts", async () => {
    await independentSince("2026-01-01");
    const training = async () => listTraining((await as("misaki")).actor, world.people.misaki.id, now);
    expect((await training()).map(currencyIn).filter((each) => each !== null)).toEqual([]);
    await limitedTo(12);
    expect((await training()).map(currencyIn).filter((each) => each !== null)).toEqual([
      { from: "2026-01-01", lastDay: "2026-12-31", daysLeft: 41, state: "ending" },
    ]);
  });

  test("may claim STEP3 for fresh work only where it is asked for", async () => {
    await independentSince("2026-01-01");
    const claims = [{ enrolmentId: liaison.id, criterionCode: "g1.s3.drill", parts: [] }];
    const log = async () => {
      const answer = await logRecord(
        { onceKey: newId(), ...aDraft({ kind: "drillCase" }), claims },
        await as("misaki"),
      );
      return answer.ok ? "logged" : answer.refusal.code;
    };
    expect(await log()).toBe("CriterionNotClaimable");
    await limitedTo(12);
    expect(await log()).toBe("FieldsMissing");
  });
});

test("the database's last day is the domain's, for any day and number of months", async () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2018-01-01", days));
  const cases = fc.sample(fc.tuple(day, fc.integer({ min: 1, max: 60 })), 300);
  const asked = JSON.stringify(cases.map(([from, months]) => ({ from, months })));
  const last = lastDayOf(Prisma.sql`x.from`, Prisma.sql`x.months`);
  const rows = await db().$queryRaw<{ from: string; months: number; last: string }[]>`
    select to_char(x.from, 'YYYY-MM-DD') as from, x.months, to_char(${last}, 'YYYY-MM-DD') as last
      from jsonb_to_recordset(${asked}::jsonb) as x("from" date, months int)`;
  expect(rows).toHaveLength(300);
  for (const { from, months, last: found } of rows) expect(found).toBe(lastDayOfPeriod(from, months));
});

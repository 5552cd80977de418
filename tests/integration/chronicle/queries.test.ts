import { beforeAll, describe, expect, test } from "vitest";
import { compareWithEvents } from "@/lib/chronicle/queries";
import type { Disagreement } from "@/lib/domain/chronicle";
import { db } from "@/lib/platform/db";
import { makeDemo } from "@/prisma/seed/demo/make";
import { asSuperuser, emptyDatabase } from "@/tests/support/database";

const now = new Date("2026-11-20T01:00:00Z");
const AT = "2026-11-20T01:00:00Z";

beforeAll(async () => {
  await emptyDatabase();
  await makeDemo({ now, password: "only for this test" });
}, 120_000);

test("the tables of a whole organisation say what the events tell", async () => {
  const { people, found } = await compareWithEvents();
  expect(found).toEqual([]);
  expect(people).toBe(await db().person.count());
});

/** What somebody with the database's own password changes, past the product. Each answers the id of what was changed. */
const CHANGES = [
  {
    what: "a verification says more than the mentor confirmed",
    sql: `update "Verification" set supervision = 4 where id = (select id from "Verification" where supervision = 2 order by id limit 1)
          returning "claimId" as id`,
    key: "claim",
  },
  {
    what: "another mentor stands on it",
    sql: `update "Verification" set "verifiedById" = (select id from "Person" p where p.id <> "verifiedById" order by id limit 1)
           where id = (select id from "Verification" where supervision = 3 order by id limit 1) returning "claimId" as id`,
    key: "claim",
  },
  {
    what: "a claim nobody read is verified",
    sql: `insert into "Verification" (id, "claimId", "verifiedById", "verifiedAt", "mentorPresent", parts, comment)
          select gen_random_uuid(), c.id, (select "mentorId" from "StepSignOff" limit 1), '${AT}', false, '{}', ''
            from "RecordClaim" c where c."isUnverified" order by c.id limit 1 returning "claimId" as id`,
    key: "claim",
  },
  {
    what: "what a sign-off rested on",
    sql: `update "StepSignOff" set "restedOn" = jsonb_set("restedOn", '{items,0,have}', '99')
           where id = (select id from "StepSignOff" where step = 2 order by id limit 1) returning id`,
    key: "signOff",
  },
  {
    what: "a STEP that nobody granted",
    sql: `insert into "Recognition" (id, "enrolmentId", step, attempt, "traineeId", "recognisedById", "recognisedOn", "recognisedAt", reason)
          select gen_random_uuid(), r."enrolmentId", 3, 7, r."traineeId", r."recognisedById", '2026-11-01', '${AT}', ''
            from "Recognition" r order by r.id limit 1 returning id`,
    key: "recognition",
  },
  {
    what: "a STEP that was signed off is gone",
    sql: `with gone as (delete from "StepSignOff" where id = (select id from "StepSignOff" where step = 1 order by id limit 1) returning id)
          select id from gone`,
    key: "signOff",
  },
  {
    what: "a request is open again",
    sql: `delete from "RequestOutcome" where "requestId" = (select "requestId" from "RequestOutcome" where kind = 'signedOff' order by 1 limit 1)
          returning "requestId" as id`,
    key: "request",
  },
  {
    what: "an enrolment ended",
    sql: `update "Enrolment" set "endedOn" = '2026-11-01' where id = (select id from "Enrolment" where "endedOn" is null order by id limit 1)
          returning id`,
    key: "enrolment",
  },
] as const;

describe("what was changed past the product", () => {
  let found: readonly Disagreement[] = [];
  const changed = new Map<string, string>();

  beforeAll(async () => {
    await asSuperuser(async (client) => {
      await client.query("set session_replication_role = replica");
      for (const { what, sql, key } of CHANGES) {
        const { rows } = await client.query<{ id: string }>(sql);
        changed.set(what, `${key} ${rows[0]?.id}`);
      }
    });
    found = (await compareWithEvents()).found;
  });

  test.each(CHANGES.map(({ what }) => what))("%s", (what) => {
    expect(found.map(({ key }) => key)).toContain(changed.get(what));
  });

  test("and nothing else", () => {
    expect(found.map(({ key }) => key).sort()).toEqual([...changed.values()].sort());
  });
});

import type { Client } from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { asApp, asOwner, asSuperuser, emptyDatabase } from "@/tests/support/database";

beforeEach(emptyDatabase);

const append = (client: Client, subject = "subject") =>
  client.query<{ seq: string }>("select audit.append('actor', 'Happened', $1, '{}') as seq", [subject]);

const appendTimes = (times: number) =>
  asApp(async (client) => {
    for (let n = 1; n <= times; n += 1) await append(client, `subject ${n}`);
  });

const verify = () =>
  asOwner(
    async (client) => (await client.query<{ seq: string; problem: string }>("select * from audit.verify()")).rows,
  );

/** As the one who may do anything, with the triggers off. */
const tamper = (sql: string) =>
  asSuperuser(async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query(sql);
  });

describe("appending", () => {
  test("numbers events from one, and the chain holds", async () => {
    await appendTimes(5);
    const { rows } = await asApp((client) => client.query("select seq, subject from audit.event order by seq"));
    expect(rows.map((row) => row.seq)).toEqual(["1", "2", "3", "4", "5"]);
    expect(rows[2].subject).toBe("subject 3");
    expect(await verify()).toEqual([]);
  });

  test("an empty trail holds too", async () => {
    expect(await verify()).toEqual([]);
  });

  test("what is rolled back leaves no gap, also with eight at once", async () => {
    const writer = () =>
      asApp(async (client) => {
        for (let n = 0; n < 20; n += 1) {
          await client.query("begin");
          await append(client);
          await client.query(n % 3 === 0 ? "rollback" : "commit");
        }
      });
    await Promise.all(Array.from({ length: 8 }, writer));
    const { rows } = await asApp((client) => client.query("select count(*)::int, max(seq)::int from audit.event"));
    expect(rows[0]).toEqual({ count: 8 * 13, max: 8 * 13 });
    expect(await verify()).toEqual([]);
  });

  test("time goes on when the machine's clock is set back", async () => {
    await appendTimes(1);
    await tamper("update audit.event set at = at + interval '1 hour'");
    await tamper("update audit.head set at = (select at from audit.event)");
    await appendTimes(2);
    const { rows } = await asApp((client) =>
      client.query(
        "select bool_and(later) as later from (select at > lag(at, 1, '-infinity') over (order by seq) as later from audit.event)",
      ),
    );
    expect(rows[0]).toEqual({ later: true });
  });
});

const CHANGES = [
  "update audit.event set body = 'x'",
  "delete from audit.event",
  "truncate audit.event",
  "update audit.head set seq = 0",
  "delete from audit.head",
  "insert into audit.event select 99, at, actor, action, subject, body, prev_hash, hash from audit.event limit 1",
  "alter table audit.event disable trigger all",
  "drop table audit.event",
  "create or replace function audit.append(text, text, text, text) returns bigint language sql as 'select 1::bigint'",
];

describe("the app's role", () => {
  test.each(CHANGES)("cannot: %s", async (sql) => {
    await appendTimes(1);
    await expect(asApp((client) => client.query(sql))).rejects.toThrow(/permission denied|must be owner/);
    expect(await verify()).toEqual([]);
  });

  test("reads the trail, and nothing of the migrations", async () => {
    await appendTimes(1);
    await asApp((client) => client.query("select * from audit.event, audit.head"));
    await expect(asApp((client) => client.query("select * from _prisma_migrations"))).rejects.toThrow(
      "permission denied",
    );
  });

  test("writes rows, but empties no table", async () => {
    await asApp((client) => client.query(`select * from "Person" for update`));
    await expect(asApp((client) => client.query(`truncate "Person" cascade`))).rejects.toThrow("permission denied");
  });
});

test.each([
  "update audit.event set body = 'x'",
  "delete from audit.event",
  "truncate audit.event",
  "delete from audit.head",
])("even the owner is refused: %s", async (sql) => {
  await appendTimes(1);
  await expect(asOwner((client) => client.query(sql))).rejects.toThrow("the audit trail is append-only");
});

describe("what a superuser changed is found", () => {
  const cases: [string, string, { seq: string; problem: string }][] = [
    ["an actor", "update audit.event set actor = 'other' where seq = 3", { seq: "3", problem: "content" }],
    ["an action", "update audit.event set action = 'Other' where seq = 2", { seq: "2", problem: "content" }],
    ["a subject", "update audit.event set subject = 'other' where seq = 5", { seq: "5", problem: "content" }],
    ["a body", "update audit.event set body = '{ }' where seq = 1", { seq: "1", problem: "content" }],
    [
      "a time",
      "update audit.event set at = at + interval '1 microsecond' where seq = 5",
      { seq: "5", problem: "content" },
    ],
    ["a time before the last", "update audit.event set at = '2000-01-01' where seq = 4", { seq: "4", problem: "time" }],
    ["a hash", "update audit.event set hash = sha256('x') where seq = 5", { seq: "5", problem: "content" }],
    ["a link", "update audit.event set prev_hash = sha256('x') where seq = 4", { seq: "4", problem: "link" }],
    ["one taken out", "delete from audit.event where seq = 3", { seq: "4", problem: "gap" }],
    ["the first cut off", "delete from audit.event where seq = 1", { seq: "2", problem: "gap" }],
    ["the last cut off", "delete from audit.event where seq = 5", { seq: "5", problem: "head" }],
    ["all gone", "delete from audit.event", { seq: "5", problem: "head" }],
    ["no head", "delete from audit.head", { seq: "0", problem: "head" }],
  ];
  test.each(cases)("%s", async (_what, sql, found) => {
    await appendTimes(5);
    await tamper(sql);
    expect(await verify()).toEqual([found]);
  });
});

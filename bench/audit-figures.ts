import pg from "pg";
import { makeCheckpoint, takeProof } from "@/lib/audit/commands";
import { checkTrail, faultsOf } from "@/lib/audit/queries";
import type { Actor } from "@/lib/domain/access";
import { recordEvents } from "@/lib/platform/audit";
import { db, inTransaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { logRecord } from "@/lib/records/commands";
import { recordForm } from "@/lib/records/schema";

const [trainee = ""] = process.argv.slice(2);
const say = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);
const memory = () => `${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MB`;

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const done = await work();
  say(what, `${Math.round(performance.now() - since)} ms, ${memory()}`);
  return done;
}

const actorOf = (id: string): Actor => ({
  id,
  isAdmin: false,
  isAuditor: false,
  isTrainee: true,
  managedTeamIds: [],
  mentorships: [],
  appointments: [],
});

function aRecord() {
  const {
    next: _next,
    from: _from,
    ...sent
  } = recordForm.parse({
    onceKey: newId(),
    happenedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    kind: "analysis",
    title: "週次ログ点検",
    did: "外部通信を宛先ごとに数えた。",
    tlp: "AMBER",
  });
  return sent;
}

const WRITES = 200;
const logOne = async (id: string) => {
  const logged = await logRecord(aRecord(), { actor: actorOf(id), now: new Date() });
  if (!logged.ok) throw new Error(JSON.stringify(logged.refusal));
};

/** The middle of many writes one after the other, and how many a second go through eight at once. */
async function writing(people: readonly string[]) {
  const times: number[] = [];
  for (let n = 0; n < WRITES; n += 1) {
    const since = performance.now();
    await logOne(trainee);
    times.push(performance.now() - since);
  }
  const since = performance.now();
  await Promise.all(
    people.slice(0, 8).map(async (id) => {
      for (let n = 0; n < WRITES / 4; n += 1) await logOne(id);
    }),
  );
  const perSecond = (8 * (WRITES / 4) * 1000) / (performance.now() - since);
  const middle = times.sort((a, b) => a - b)[WRITES / 2] ?? 0;
  return `${middle.toFixed(1)} ms in the middle, ${Math.round(perSecond)} a second by eight at once`;
}

/** With the owner's rights: the function as it is, or one that does nothing in its place. */
async function asOwner(sql: string) {
  const client = new pg.Client({ connectionString: process.env.MIGRATE_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

async function writingWithAndWithout() {
  const people = (await db().person.findMany({ take: 9, orderBy: { id: "asc" } })).map(({ id }) => id);
  for (const id of people) await logOne(id);
  const { definition } = await asOwner("select pg_get_functiondef('audit.append'::regproc) as definition");
  for (const round of [1, 2]) {
    say(`record logged, with the audit (${round})`, await writing(people));
    await asOwner(`create or replace function audit.append(actor text, action text, subject text, body text) returns bigint
                   language sql as 'select 0::bigint'`);
    say(`record logged, nothing in its place (${round})`, await writing(people));
    await asOwner(definition);
  }
}

const someEvents = (count: number) =>
  inTransaction(async (tx) => {
    const event = { action: "SignedOut", actorId: trainee, subjectId: newId(), body: {} } as const;
    await recordEvents(
      tx,
      Array.from({ length: count }, () => event),
    );
    return { ok: false, refusal: { code: "Busy" } } as const;
  });

async function figures() {
  say("memory before", memory());
  await timed("first checkpoint, over the whole trail", () => makeCheckpoint(new Date()));
  for (const count of [100, 100, 1000]) {
    await someEvents(count);
    await timed(`a further checkpoint, ${count} events later`, () => makeCheckpoint(new Date()));
  }
  const report = await timed("verification: chain and every checkpoint", () => checkTrail());
  say("events, checkpoints, faults", `${report.events}, ${report.own?.checkpoints}, ${faultsOf(report).length}`);
  await timed("of it the chain in SQL", () => db().$queryRaw`select * from audit.verify()`);
  const proof = await timed("proof of one person", () =>
    takeProof({ personId: trainee }, { actor: actorOf(trainee), now: new Date() }),
  );
  if (proof.ok)
    say(
      "events in it, size",
      `${proof.value.events.length}, ${Math.round(JSON.stringify(proof.value).length / 1024)} kB`,
    );
  await writingWithAndWithout();
}

await figures();
await db().$disconnect();

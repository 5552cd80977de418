import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { EventFields, NamesFound, WrittenEvent } from "@/lib/domain/audit-entry";
import { RECORD_KINDS } from "@/lib/domain/rule";
import type { LastSound } from "@/lib/domain/trail-alarm";
import type { FaultKind, TrailFault } from "@/lib/domain/trail-fault";
import type { Tx } from "@/lib/platform/db";
import { organisationToday } from "@/lib/platform/organisation";
import { Prisma } from "@/prisma/generated/client";
import { base64 } from "./note";
import { provableTo } from "./scope";
import type { ReadHashes } from "./tree";

export type Head = { readonly size: number; readonly head: string };

/** How many events there are, and the hash of the last. */
export async function loadHead(tx: Tx): Promise<Head> {
  const [row] = await tx.$queryRaw<{ seq: bigint; hash: Uint8Array }[]>`select seq, hash from audit.head`;
  return row ? { size: Number(row.seq), head: base64(row.hash) } : { size: 0, head: "" };
}

/** How many events are really there, whatever the head says. */
export async function loadLength(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<
    { length: number }[]
  >`select coalesce(max(seq), 0)::float8 as length from audit.event`;
  return row?.length ?? 0;
}

export async function loadHash(tx: Tx, seq: number): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ hash: Uint8Array }[]>`select hash from audit.event where seq = ${seq}`;
  return row ? base64(row.hash) : null;
}

export const hashesFrom =
  (tx: Tx): ReadHashes =>
  async (after, until) => {
    if (after >= until) return new Uint8Array(0);
    const [row] = await tx.$queryRaw<{ hashes: Uint8Array | null }[]>`
      select string_agg(hash, ''::bytea order by seq) as hashes from audit.event where seq > ${after} and seq <= ${until}`;
    return row?.hashes ?? new Uint8Array(0);
  };

/** The first event that the chain itself finds wrong. */
export async function loadChainFault(tx: Tx): Promise<TrailFault | null> {
  const [row] = await tx.$queryRaw<{ seq: bigint; problem: FaultKind }[]>`select seq, problem from audit.verify()`;
  return row ? { kind: row.problem, seq: Number(row.seq), until: null, checkpoint: null } : null;
}

/** What the last verification found. */
export async function isKnownFaulty(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ faulty: boolean }[]>`
    select faults <> '[]'::jsonb as faulty from "TrailVerification" order by "finishedAt" desc limit 1`;
  return row?.faulty ?? false;
}

/** The last verification that held, of the trail and of the tables. */
export async function loadLastSound(tx: Tx): Promise<LastSound> {
  const [row] = await tx.$queryRaw<LastSound[]>`
    select (select id::text from "TrailVerification" where faults = '[]'::jsonb order by "finishedAt" desc limit 1) as trail,
           (select id::text from "TrailVerification" where differing = 0 order by "finishedAt" desc limit 1) as tables`;
  return row ?? { trail: null, tables: null };
}

/** One checkpoint is made at a time, also where several machines serve one database. */
export const lockCheckpoints = (tx: Tx) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext('sodate audit checkpoint'))`;

const written = Prisma.sql`seq::float8 as seq, at, actor, action, subject, body, encode(hash, 'hex') as hash`;

/** The latest first. */
export const loadEvents = (tx: Tx, where: Prisma.Sql, most: number) =>
  tx.$queryRaw<WrittenEvent[]>`select ${written} from audit.event where ${where} order by seq desc limit ${most}`;

/** One event with what of it a hash was made of, as text: microseconds and bytes are not lost on the way. */
export async function loadEvent(tx: Tx, seq: number) {
  const [row] = await tx.$queryRaw<(WrittenEvent & { atText: string; prevHash: string })[]>`
    select ${written}, encode(prev_hash, 'hex') as "prevHash", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "atText"
      from audit.event where seq = ${seq}`;
  return row ?? null;
}

/** Oldest first, as text, those with a number above. */
export const loadFields = (tx: Tx, where: Prisma.Sql, after: number, most: number) =>
  tx.$queryRaw<EventFields[]>`
    select seq::float8 as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action, subject, body,
           encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
      from audit.event where ${where} and seq > ${after} order by seq limit ${most}`;

export const loadMeant = async (tx: Tx, named: Prisma.Sql, most: number): Promise<string[]> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.id::text as id from "Person" p where ${named} order by p.reading, p.id limit ${most}`;
  return rows.map(({ id }) => id);
};

/** Ids say not what they are of: everything that has a name, or a kind and a day, is asked in one statement. */
export async function loadNames(tx: Tx, ids: readonly string[]): Promise<NamesFound> {
  const rows = await tx.$queryRaw<{ kind: string; id: string; first: string | null; second: string | null }[]>`
    select 'person' as kind, id::text, name as first, "latinName" as second from "Person" where id = any(${[...ids]}::uuid[])
    union all select 'team', id::text, "nameJa", "nameEn" from "Team" where id = any(${[...ids]}::uuid[])
    union all select 'enrolment', id::text, "roleGroupCode", null from "Enrolment" where id = any(${[...ids]}::uuid[])
    union all select 'event', id::text, kind, to_char("happenedOn", 'YYYY-MM-DD') from "SharedEvent" where id = any(${[...ids]}::uuid[])
    union all select 'drill', id::text, kind, to_char("plannedOn", 'YYYY-MM-DD') from "PlannedDrill" where id = any(${[...ids]}::uuid[])`;
  const of = <T>(wanted: string, make: (first: string, second: string) => T) =>
    new Map(
      rows.flatMap(({ kind, id, first, second }) => (kind === wanted ? [[id, make(first ?? "", second ?? "")]] : [])),
    );
  const occasionsOf = (kind: "event" | "drill") =>
    of(kind, (first, on) => ({ kind, of: RECORD_KINDS.find((each) => each === first) ?? ("other" as const), on }));
  return {
    people: of("person", (name, latinName) => ({ name, latinName })),
    teams: of("team", (nameJa, nameEn) => ({ nameJa, nameEn })),
    enrolments: of("enrolment", (code) => ({ roleGroupCode: code || null })),
    occasions: new Map([...occasionsOf("event"), ...occasionsOf("drill")]),
  };
}

export const loadVerifications = (tx: Tx, most: number) =>
  tx.trailVerification.findMany({ orderBy: [{ finishedAt: "desc" }, { id: "desc" }], take: most });

/** Whether there is such a person whose proof the actor may take. */
export async function loadProvable(tx: Tx, actor: Actor, personId: string, now: Date): Promise<boolean> {
  const today = await organisationToday(tx, now);
  return (await tx.person.count({ where: { AND: [{ id: personId }, provableTo(actor, today)] } })) > 0;
}

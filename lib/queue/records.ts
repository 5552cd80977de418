import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { QueueCounts, QueueKind, UsualWaits } from "@/lib/domain/queue";
import { heldNow } from "@/lib/hold/scope";
import { db } from "@/lib/platform/db";
import { reviewableBy, waitingFor } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";
import type { PoolKey, QueuePlace, QueueRow } from "./schema";

export type LoadedQueue = {
  readonly counts: QueueCounts;
  readonly longestMs: number | null;
  readonly forBatch: number;
  readonly rows: readonly QueueRow[];
  /** What others have taken on: not in `rows`, and in none of the counts but its own. */
  readonly others: readonly QueueRow[];
  readonly heldByOthers: number;
};

type Asked = {
  readonly kinds: readonly QueueKind[];
  readonly offset: number;
  readonly limit: number;
  readonly now: Date;
  /** Criteria whose claims need no judgement. */
  readonly batchCodes: readonly string[];
  /** Begin after this place, and come round to the longest wait again. */
  readonly after?: QueuePlace | null;
};

/** What comes after a place sorts before the rest. */
const afterFirst = (place: QueuePlace | null) =>
  place === null
    ? Prisma.empty
    : Prisma.sql`((w."isForBatch", (extract(epoch from w.since) * 1000)::bigint, w.id)
                  > (${place.isForBatch}, ${place.sinceMs}::bigint, ${place.id}::uuid)) desc,`;

/** As many of what others hold as are worth a look. */
const OTHERS_SHOWN = 50;

/** What waits with who has taken it on; a record is another's only where all its parts of the actor's are. */
const waitingWithHolds = (actor: Actor, batchCodes: readonly string[]) => Prisma.sql`
  select w.*, coalesce(not w."isResubmitted" and w.tlp <> 'RED' and w.codes <@ ${[...batchCodes]}::text[], false) as "isForBatch",
         coalesce(taken."isMine", false) as "isMine", taken.holds,
         not coalesce(taken."isMine", false) and coalesce(w."enrolmentIds" <@ taken.others, false) as "isOthers"
    from ${waitingFor(actor)} w left join (
      select held."subjectId", bool_or(held."holderId" = ${actor.id}::uuid) as "isMine",
             array_agg(held."enrolmentId") filter (where held."holderId" <> ${actor.id}::uuid) as others,
             json_agg(json_build_object('holderId', held."holderId", 'name', held.name, 'latinName', held."latinName",
                                        'on', held.on, 'time', held.time) order by held."holderId" <> ${actor.id}::uuid) as holds
        from held group by 1) taken on taken."subjectId" = w.id`;

/** Rows of `from`, longest wait first, with whose they are. */
const rowsOf = (actor: Actor, from: "shown" | "taken") => Prisma.sql`(
  select coalesce(json_agg(x), '[]') from (
    select s.kind, s.id, json_build_object('id', p.id, 'name', p.name, 'latinName', p."latinName") as trainee,
           (extract(epoch from s.since) * 1000)::float8 as "sinceMs", s."isForBatch", s."isResubmitted",
           case when s.tlp = 'RED' and s."mentorPresentId" is distinct from ${actor.id}::uuid then null else s.title end as title,
           s."recordKind", s."enrolmentId", e."roleGroupCode", s.code, s.step,
           case when s."isMine" or s."isOthers" then s.holds -> 0 end as hold
      from ${Prisma.raw(from)} s join "Person" p on p.id = s."personId" left join "Enrolment" e on e.id = s."enrolmentId"
     order by ${Prisma.raw(from === "shown" ? 's."isForBatch", ' : "")}s.since, s.id) x)`;

/** The queue, longest wait first, what needs a look before what can be verified together. One statement. */
export async function loadQueue(
  actor: Actor,
  { kinds, offset, limit, now, batchCodes, after = null }: Asked,
): Promise<LoadedQueue> {
  const [row] = await db().$queryRaw<LoadedQueue[]>`
    with held as materialized (${heldNow(now)}),
    everything as materialized (${waitingWithHolds(actor, batchCodes)}),
    waiting as (select * from everything where not "isOthers"),
    taken as (
      select * from everything where "isOthers" and kind = any(${[...kinds]}::text[]) order by since, id limit ${OTHERS_SHOWN}),
    shown as (
      select w.* from waiting w where w.kind = any(${[...kinds]}::text[])
       order by ${afterFirst(after)} w."isForBatch", w.since, w.id limit ${limit} offset ${offset})
    select
      (select json_build_object(${countsOf("waiting")})) as counts,
      (select (extract(epoch from min(since)) * 1000)::float8 from waiting) as "longestMs",
      (select count(*)::int from waiting where "isForBatch" and kind = any(${[...kinds]}::text[])) as "forBatch",
      (select count(*)::int from everything where "isOthers" and kind = any(${[...kinds]}::text[])) as "heldByOthers",
      ${rowsOf(actor, "shown")} as rows, ${rowsOf(actor, "taken")} as others`;
  return row ?? { counts: NOTHING, longestMs: null, forBatch: 0, rows: [], others: [], heldByOthers: 0 };
}

const NOTHING: QueueCounts = { record: 0, judgement: 0, answer: 0, signOff: 0, countersign: 0 };

const countsOf = (from: string) =>
  Prisma.raw(
    Object.keys(NOTHING)
      .map((kind) => `'${kind}', (select count(*)::int from ${from} where kind = '${kind}')`)
      .join(", "),
  );

type WaitRow = { readonly kind: QueueKind; readonly decided: number; readonly medianHours: number | null };

/** Enrolment by enrolment (`offset 0`): joined as a whole, the planner reads every verification that was ever made. */
const recordWaits = (since: Date) => Prisma.sql`
  select v."verifiedAt" - c."claimedAt" as waited from "RecordClaim" c join "Verification" v on v."claimId" = c.id
   where c."enrolmentId" = pool.id and v."verifiedAt" >= ${since} and v.attempt = 0
  union all
  select k."madeAt" - c."claimedAt" from "Remark" k join "RecordClaim" c on c.id = k."claimId"
   where k."enrolmentId" = pool.id and k."madeAt" >= ${since} offset 0`;

/** Enrolments whose records the actor reviews. */
export const pooledFor = (actor: Actor) => reviewableBy(actor);

const covers = ({ roleGroupCode }: PoolKey) =>
  roleGroupCode === null
    ? Prisma.sql`ms."endedAt" is null`
    : Prisma.sql`ms."endedAt" is null and ms."roleGroupCode" = ${roleGroupCode}`;

/** Enrolments that the mentors of this one review too: of its role group, as far as any of them reaches; without a mentor in its team. */
const sharesMentors = (pool: PoolKey) => Prisma.sql`(
  e."roleGroupCode" is not distinct from ${pool.roleGroupCode} and e."teamId" in (
    select ta."teamId" from "TeamAncestor" ta where ta."ancestorId" = ${pool.teamId}::uuid
    union select ta."teamId" from "Mentorship" ms join "TeamAncestor" up on up."ancestorId" = ms."teamId"
            join "TeamAncestor" ta on ta."ancestorId" = ms."teamId"
           where up."teamId" = ${pool.teamId}::uuid and ${covers(pool)}
    union select t.id from "Team" t where exists (select 1 from "Mentorship" ms where ms."teamId" is null and ${covers(pool)})))`;

export const pooledWith = (pools: readonly PoolKey[]) =>
  pools.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(pools.map(sharesMentors), " or ")})`;

/** How long each kind waited in a pool of enrolments `e`: the median of what was decided since. One statement. */
export async function loadUsualWaits(pool: Prisma.Sql, since: Date): Promise<UsualWaits> {
  const rows = await db().$queryRaw<WaitRow[]>`
    with pool as (select e.id from "Enrolment" e where ${pool}),
    decided as (
      select 'record' as kind, c.waited from pool cross join lateral (${recordWaits(since)}) c
      union all
      select 'judgement', j."closedAt" - j."requestedAt"
        from pool join "JudgementRequest" j on j."enrolmentId" = pool.id join "Enrolment" e on e.id = pool.id
       where j."closedAt" >= ${since} and j."closedById" <> e."personId"
      union all
      select 'answer', k."settledAt" - k."answeredAt"
        from pool join "Remark" k on k."enrolmentId" = pool.id where k."settledAt" >= ${since} and k."answeredAt" is not null
      union all
      select 'signOff', coalesce(g."signedAt", o."decidedAt") - q."requestedAt"
        from pool join "SignOffRequest" q on q."enrolmentId" = pool.id join "RequestOutcome" o on o."requestId" = q.id
        left join "MentorSignature" g on g."requestId" = q.id
       where o."decidedAt" >= ${since} and o.kind <> 'withdrawn'
      union all
      select 'countersign', o."decidedAt" - g."signedAt"
        from pool join "SignOffRequest" q on q."enrolmentId" = pool.id join "MentorSignature" g on g."requestId" = q.id
        join "RequestOutcome" o on o."requestId" = q.id where o."decidedAt" >= ${since} and o.kind <> 'withdrawn')
    select kind, count(*)::int as decided,
           (extract(epoch from percentile_cont(0.5) within group (order by waited)) / 3600)::float8 as "medianHours"
      from decided group by kind`;
  const of = (kind: QueueKind) => rows.find((row) => row.kind === kind) ?? { decided: 0, medianHours: null };
  return {
    record: of("record"),
    judgement: of("judgement"),
    answer: of("answer"),
    signOff: of("signOff"),
    countersign: of("countersign"),
  };
}

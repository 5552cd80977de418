import "server-only";
import type { Actor } from "@/lib/domain/access";
import { heldNow } from "@/lib/hold/scope";
import { isAway } from "@/lib/leave/scope";
import { belongsHere, isHere } from "@/lib/people/scope";
import { db } from "@/lib/platform/db";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { Prisma } from "@/prisma/generated/client";
import type { MentorLoad, MentorPool, PoolMentor } from "./schema";

export type PoolRow = Omit<MentorPool, "mentors"> & {
  readonly mentors: readonly Omit<PoolMentor, keyof MentorLoad>[];
};

const named = Prisma.sql`'id', m.id, 'name', m.name, 'latinName', m."latinName"`;

const covers = Prisma.sql`ms."endedAt" is null and ms."roleGroupCode" = pool."roleGroupCode" and (ms."teamId" is null or exists (
  select 1 from "TeamAncestor" ta where ta."teamId" = pool."teamId" and ta."ancestorId" = ms."teamId"))`;

/** Each once, by the mentorship that reaches least: who mentors the team itself rather than the organisation. */
const mentorsOf = Prisma.sql`(
  select coalesce(json_agg(x.mentor order by x.reading), '[]') from (
    select distinct on (m.id) m.reading, json_build_object(${named}, 'mentorshipId', ms.id, 'basis', ms.basis, 'reason', ms.reason,
             'away', case when ${isAway} then json_build_object('until', (
               select to_char(max(l."toOn"), 'YYYY-MM-DD') from "Leave" l where l."personId" = m.id and l."withdrawnAt" is null
                  and l."fromOn" <= (now() at time zone ${DEFAULT_ZONE})::date
                  and not exists (select 1 from "Leave" o where o."personId" = m.id and o."withdrawnAt" is null and o."toOn" is null))) end) as mentor
      from "Mentorship" ms join "Person" m on m.id = ms."personId" where ${covers} and ${belongsHere}
     order by m.id, ms."teamId" nulls last, ms."appointedAt") x)`;

const eligibleIn = (actor: Actor) => Prisma.sql`(
  select coalesce(json_agg(x), '[]') from (
    select m.id, m.name, m."latinName" from "PersonStanding" s join "Person" m on m.id = s."personId"
     where s."roleGroupCode" = pool."roleGroupCode" and s."completedStep" = 3 and m.id <> ${actor.id}::uuid and ${isHere}
       and s."teamId" in (select "teamId" from managed)
       and not exists (select 1 from "Mentorship" ms where ms."personId" = m.id and ${covers})
     order by m.reading, m.id limit 3) x)`;

/** Role group × team of the actor's in which people train; where nobody mentors first. One statement. */
export async function loadPools(actor: Actor, { limit, offset }: { limit: number; offset: number }) {
  const rows = await db().$queryRaw<(PoolRow & { total: number })[]>`
    with managed as (select a."teamId" from "TeamAncestor" a where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[])),
    training as (
      select e."roleGroupCode", e."teamId", count(*)::int as trainees
        from "Enrolment" e join "PersonStanding" s on s."enrolmentId" = e.id join "Person" m on m.id = e."personId"
       where e."roleGroupCode" is not null and s."openStep" is not null and ${isHere} and e."teamId" in (select "teamId" from managed)
       group by 1, 2),
    pool as (
      select pool.*, t.code, t."nameJa", t."nameEn", count(*) over ()::int as total,
             exists (select 1 from "Mentorship" ms join "Person" m on m.id = ms."personId" where ${covers} and ${isHere}) as staffed
        from training pool join "Team" t on t.id = pool."teamId"
       order by staffed, t.code, pool."roleGroupCode" limit ${limit} offset ${offset})
    select pool."roleGroupCode", pool."teamId", pool."nameJa" as "teamNameJa", pool."nameEn" as "teamNameEn", pool.trainees, pool.total,
           ${mentorsOf} as mentors, ${eligibleIn(actor)} as eligible
      from pool order by pool.staffed, pool.code, pool."roleGroupCode"`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export type LoadRow = MentorLoad & { readonly personId: string; readonly roleGroupCode: string };

const stillWaits = Prisma.sql`(
  exists (select 1 from "RecordClaim" c where c."recordId" = h."subjectId" and c."enrolmentId" = h."enrolmentId" and c."isUnverified")
  or exists (select 1 from "JudgementRequest" j where j.id = h."subjectId" and j."closedAt" is null)
  or exists (select 1 from "SignOffRequest" q where q.id = h."subjectId" and q."isOpen"))`;

/** What these people decided since, each with how long it had waited. */
const decidedBy = (people: Prisma.Sql, since: Date) => Prisma.sql`
  select v."verifiedById" as who, c."enrolmentId", v."verifiedAt" - c."claimedAt" as waited
    from "Verification" v join "RecordClaim" c on c.id = v."claimId" where v."verifiedById" = ${people} and v."verifiedAt" >= ${since}
  union all
  select k."byId", k."enrolmentId", k."madeAt" - c."claimedAt"
    from "Remark" k join "RecordClaim" c on c.id = k."claimId" where k."byId" = ${people} and k."madeAt" >= ${since}
  union all
  select j."closedById", j."enrolmentId", j."closedAt" - j."requestedAt"
    from "JudgementRequest" j where j."closedById" = ${people} and j."closedAt" >= ${since}
  union all
  select g."mentorId", q."enrolmentId", g."signedAt" - q."requestedAt"
    from "MentorSignature" g join "SignOffRequest" q on q.id = g."requestId" where g."mentorId" = ${people} and g."signedAt" >= ${since}
  union all
  select o."decidedById", q."enrolmentId", o."decidedAt" - q."requestedAt"
    from "RequestOutcome" o join "SignOffRequest" q on q.id = o."requestId"
   where o."decidedById" = ${people} and o."decidedAt" >= ${since} and o.kind <> 'withdrawn'
     and not exists (select 1 from "MentorSignature" g where g."requestId" = o."requestId")`;

/** What each of these people holds now and decided since, by role group. One statement. */
export const loadLoads = (personIds: readonly string[], since: Date, now: Date) => {
  const people = Prisma.sql`any(${[...personIds]}::uuid[])`;
  return db().$queryRaw<LoadRow[]>`
    with held as materialized (select h.* from (${heldNow(now)}) h where h."holderId" = ${people} and ${stillWaits}),
    acts as (
      select held."holderId" as who, held."enrolmentId", true as "isHeld", null::interval as waited from held
      union all
      select x.who, x."enrolmentId", false, x.waited from (${decidedBy(people, since)}) x)
    select acts.who as "personId", e."roleGroupCode", count(*) filter (where "isHeld")::int as held,
           count(*) filter (where not "isHeld")::int as decided,
           (extract(epoch from percentile_cont(0.5) within group (order by waited)) / 3600)::float8 as "medianHours"
      from acts join "Enrolment" e on e.id = acts."enrolmentId" where e."roleGroupCode" is not null group by 1, 2`;
};

/** Role groups in which the person is independent. One statement. */
export const loadIndependentIn = (personId: string) =>
  db().personStanding.findMany({
    where: { personId, completedStep: 3, roleGroupCode: { not: null }, enrolment: { endedOn: null } },
    select: { roleGroupCode: true },
  });

import "server-only";
import { isOutOfDate } from "@/lib/currency/scope";
import type { PlainDay } from "@/lib/domain/calendar";
import type { CurrencyRule } from "@/lib/domain/currency";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { StandingCount } from "@/lib/domain/readiness";
import { awayOn } from "@/lib/leave/scope";
import { db } from "@/lib/platform/db";
import { anyId, asList } from "@/lib/platform/sql";
import { claimWaitsForReview } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";

/** All reads are set-based and limited to teams below the given roots: the caller passes only what the actor manages. */

const below = (teamIds: readonly string[]) =>
  Prisma.sql`= any(array(select a."teamId" from "TeamAncestor" a where a."ancestorId" = ${anyId(teamIds)}))`;

/** People who left keep their enrolment's facts, and stand nowhere; who is on leave does not today. */
const gone = (today: PlainDay) => Prisma.sql`(
  select p.id from "Person" p where p."deactivatedAt" is not null or p."endsOn" < ${today}::date union ${awayOn(today)})`;
const active = (today: PlainDay) => Prisma.sql`s."personId" not in ${gone(today)}`;
/** Active, and their work in the role group is not out of date (product.md, 12). */
const counts = ({ today, currency }: Scope) => Prisma.sql`${active(today)} and not ${isOutOfDate(currency, today)}`;

/** The teams that are looked at with all below them, the day it is there, and where fresh work is asked for. */
export type Scope = {
  readonly teamIds: readonly string[];
  readonly today: PlainDay;
  readonly currency: readonly CurrencyRule[];
};

export type ReadinessTeam = {
  id: string;
  code: string;
  nameJa: string;
  nameEn: string;
  depth: number;
  timeZone: string;
  /** Who is enrolled there or below, each once: by basic education, which everybody has one enrolment of. */
  people: number;
  /** Independent people of this team and those below it, by role group. */
  independent: Partial<Record<RoleGroupCode, number>>;
};

export type ReadinessSummary = {
  counts: readonly StandingCount[];
  teams: readonly ReadinessTeam[];
  total: number;
};

type Page = { limit: number; offset: number; only?: string | null };

/**
 * Standings that are not counted though they stand: who has left or is away, and where an organisation asks for fresh work, whose is
 * out of date. They are looked up one by one, so they have to be few.
 */
const uncounted = ({ today, currency }: Scope) => {
  const away = Prisma.sql`s."personId" in ${gone(today)}`;
  return currency.length === 0 ? away : Prisma.sql`(${away} or ${isOutOfDate(currency, today)})`;
};

/** Who stands where, team by team: as counted when they moved, less who is not counted today. */
const countedIn = (scope: Scope) => Prisma.sql`
  select c."teamId", c."roleGroupCode", c.begun, c.educated, c.beginner, c.apprentice, c.independent
    from "TeamStanding" c where c."teamId" ${below(scope.teamIds)}
  union all
  select s."teamId", coalesce(s."roleGroupCode", ''), ${LEAVING}
    from "PersonStanding" s where ${uncounted(scope)} and s."teamId" ${below(scope.teamIds)}`;

const LEAVING = Prisma.sql`-(s."completedStep" is null)::int, ${Prisma.join(
  [0, 1, 2, 3].map((step) => Prisma.sql`-(s."completedStep" is not distinct from ${step}::int)::int`),
)}`;

/** A sum over each column of what was counted, one row for each STEP. */
const byStep = Prisma.sql`
  select nullif(c."roleGroupCode", '') as "roleGroupCode", x."completedStep", x.people::int as people
    from (select "roleGroupCode", sum(begun) as begun, sum(educated) as educated, sum(beginner) as beginner,
                 sum(apprentice) as apprentice, sum(independent) as independent from counted group by 1) c
   cross join lateral (values (null::int, c.begun), (0, c.educated), (1, c.beginner), (2, c.apprentice), (3, c.independent))
      as x("completedStep", people)
   where x.people > 0`;

/**
 * The managed teams with their counts, by place in the tree: `limit` of them from `offset`, and how many there are in all; or one
 * alone. Besides, who stands where in all of them, or in that one and below. One statement, and it reads no person but who has left.
 */
export async function loadSummary(
  { teamIds, ...scope }: Scope,
  { limit, offset, only = null }: Page,
): Promise<ReadinessSummary> {
  const [row] = await db().$queryRaw<ReadinessSummary[]>`
    with managed as materialized (
      select t.id, t.code, t."nameJa", t."nameEn", t."timeZone", max(x.depth)::int as depth,
             string_agg(c.code, '/' order by x.depth desc) as path
        from "Team" t join "TeamAncestor" x on x."teamId" = t.id join "Team" c on c.id = x."ancestorId"
       where t.id ${below(teamIds)} and t."closedOn" is null and (${only}::uuid is null or t.id = ${only}::uuid)
       group by t.id
    ), shown as (
      select * from managed order by path limit ${limit} offset ${offset}
    ), counted as materialized (${countedIn({ ...scope, teamIds: only === null ? teamIds : [only] })}
    ), reached as materialized (
      select a."ancestorId" as id, c."roleGroupCode" as code, sum(c.independent)::int as independent,
             sum(c.begun + c.educated + c.beginner + c.apprentice + c.independent)::int as people
        from "TeamAncestor" a join counted c on c."teamId" = a."teamId"
       where a."ancestorId" in (select id from shown) group by 1, 2
    ), summed as materialized (
      select r.id, sum(r.people) filter (where r.code = '') as people,
             json_object_agg(r.code, r.independent) filter (where r.code <> '' and r.independent > 0) as independent
        from reached r group by r.id
    )
    select (select count(*)::int from managed) as total,
           ${asList(byStep)} as counts,
           (select coalesce(json_agg(x order by x.path), '[]') from (
             select shown.*, coalesce(summed.people, 0)::int as people, coalesce(summed.independent, '{}') as independent
               from shown left join summed using (id)) x) as teams`;
  return row ?? { counts: [], teams: [], total: 0 };
}

export type Pool = {
  roleGroupCode: RoleGroupCode;
  mentors: number;
  /** Independent people there, at most three by reading. */
  independent: { id: string; name: string; latinName: string }[];
};

/** For each role group: how many mentors cover the teams, and who is independent. */
export const listPools = ({ teamIds, today, currency }: Scope, codes: readonly RoleGroupCode[]) =>
  db().$queryRaw<Pool[]>`
    select g.code as "roleGroupCode",
      (select count(distinct m."personId")::int from "Mentorship" m
        where m."roleGroupCode" = g.code and m."endedAt" is null
          and m."personId" not in ${gone(today)}
          and (m."teamId" is null or m."teamId" ${below(teamIds)}
               or m."teamId" in (select a."ancestorId" from "TeamAncestor" a where a."teamId" = ${anyId(teamIds)}))) as mentors,
      (select coalesce(json_agg(x), '[]') from (
        select p.id, p.name, p."latinName" from "PersonStanding" s join "Person" p on p.id = s."personId"
         where s."roleGroupCode" = g.code and s."completedStep" = 3 and s."teamId" ${below(teamIds)}
           and ${counts({ teamIds, today, currency })}
         order by p.reading, p.id limit 3) x) as independent
      from unnest(${[...codes]}::text[]) as g(code)`;

export type StalledRow = {
  enrolmentId: string;
  personId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  openStep: StepNumber;
  since: string;
  days: number;
  awaitsMentor: boolean;
  sentBackOpen: boolean;
  daysSinceLogged: number | null;
};

/** Open STEPs in which nothing was verified or judged for so many days, longest first. */
export const listStalled = ({ teamIds, today }: Scope, { stallDays, limit }: { stallDays: number; limit: number }) =>
  db().$queryRaw<StalledRow[]>`
    select x.*, (${today}::date - x.last)::int as days, to_char(x.last, 'YYYY-MM-DD') as since,
      exists (select 1 from "RecordClaim" c where c."enrolmentId" = x."enrolmentId" and ${claimWaitsForReview})
        or exists (select 1 from "JudgementRequest" j where j."enrolmentId" = x."enrolmentId" and j."closedAt" is null)
        or exists (select 1 from "SignOffRequest" q where q."enrolmentId" = x."enrolmentId" and q."isOpen") as "awaitsMentor",
      exists (select 1 from "Remark" k where k."enrolmentId" = x."enrolmentId" and k."settledAt" is null and k."answeredAt" is null)
        as "sentBackOpen",
      (select (${today}::date - max(r."happenedOn"))::int from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
        where c."enrolmentId" = x."enrolmentId" and c."withdrawnAt" is null) as "daysSinceLogged"
      from (
        select s."enrolmentId", s."personId", p.name, p."latinName", s."roleGroupCode", s."openStep"::int as "openStep",
               greatest(s."lastVerifiedOn", e."enrolledOn", (select max(o."openedOn") from "StepOpened" o where o."enrolmentId" = e.id),
                 (select max(a."judgedOn") from "Attestation" a where a."enrolmentId" = e.id),
                 (select max(d."doneOn") from "TaskDone" d where d."enrolmentId" = e.id)) as last
          from "PersonStanding" s join "Enrolment" e on e.id = s."enrolmentId" join "Person" p on p.id = s."personId"
         where s."teamId" ${below(teamIds)} and ${active(today)} and s."openStep" is not null
           and (s."lastVerifiedOn" is null or s."lastVerifiedOn" <= ${today}::date - ${stallDays}::int)
      ) x
     where x.last <= ${today}::date - ${stallDays}::int
     order by x.last, x."enrolmentId" limit ${limit}`;

export type StandingPerson = {
  enrolmentId: string;
  personId: string;
  name: string;
  latinName: string;
  teamNameJa: string;
  teamNameEn: string;
  completedStep: StepNumber | null;
  openStep: StepNumber | null;
  lastVerifiedOn: string | null;
  total: number;
};

type Cell = { roleGroupCode: RoleGroupCode | null; steps: readonly (StepNumber | null)[] };

/** Who stands in a cell of the heat map, by reading; and how many in all. */
export const listPeopleAt = (scope: Scope, { roleGroupCode, steps }: Cell, page: { limit: number; offset: number }) =>
  db().$queryRaw<StandingPerson[]>`
    select s."enrolmentId", s."personId", p.name, p."latinName", t."nameJa" as "teamNameJa", t."nameEn" as "teamNameEn",
           s."completedStep"::int as "completedStep", s."openStep"::int as "openStep",
           to_char(s."lastVerifiedOn", 'YYYY-MM-DD') as "lastVerifiedOn", count(*) over ()::int as total
      from "PersonStanding" s join "Person" p on p.id = s."personId" join "Team" t on t.id = s."teamId"
     where s."teamId" ${below(scope.teamIds)} and ${counts(scope)}
       and s."roleGroupCode" is not distinct from ${roleGroupCode}
       and coalesce(s."completedStep", -1) = any(${steps.map((step) => step ?? -1)}::int[])
     order by p.reading, p.id limit ${page.limit} offset ${page.offset}`;

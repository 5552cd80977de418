import "server-only";
import type { Actor, TeamRef } from "@/lib/domain/access";
import { mayEndAppointment } from "@/lib/domain/appointment";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { isHere } from "@/lib/people/scope";
import { db } from "@/lib/platform/db";
import { unmentoredBelow } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";

export const APPOINTMENTS_A_PAGE = 50;

export type AppointedRow = {
  id: string;
  kind: "mentor" | "countersigner" | "reviewer";
  personId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  /** Null: the whole organisation. */
  teamNameJa: string | null;
  teamNameEn: string | null;
  basis: "proficiency" | "appointment";
  fromOn: string;
  reason: string;
  byName: string | null;
  byLatinName: string | null;
  mayEnd: boolean;
};
type Loaded = Omit<AppointedRow, "mayEnd"> & { teams: TeamRef[]; total: number };

/** Mentors, countersigners and reviewers who stand in the actor's teams; null for who manages none. One statement. */
export async function listAppointed(actor: Actor, page: number) {
  if (actor.managedTeamIds.length === 0) return null;
  const rows = await select(actor, Prisma.sql`true`, {
    limit: APPOINTMENTS_A_PAGE,
    offset: (page - 1) * APPOINTMENTS_A_PAGE,
  });
  return { rows: rows.map((row) => appointedRow(actor, row)), total: rows[0]?.total ?? 0 };
}

/** One of them; null where it is not there or not in the actor's teams. */
export async function findAppointed(actor: Actor, id: string): Promise<AppointedRow | null> {
  if (actor.managedTeamIds.length === 0) return null;
  const [row] = await select(actor, Prisma.sql`x.id = ${id}::uuid`, { limit: 1, offset: 0 });
  return row ? appointedRow(actor, row) : null;
}

const appointedRow = (actor: Actor, { teams, total: _, ...row }: Loaded): AppointedRow => ({
  ...row,
  mayEnd: mayEndAppointment(actor, { personId: row.personId, teams }),
});

/** The team appointed for, or every open root team for the whole organisation: where one must manage to end it. */
const teamsOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('teamId', r.id, 'ancestorIds',
           (select json_agg(a."ancestorId") from "TeamAncestor" a where a."teamId" = r.id))), '[]')
    from "Team" r where r.id = x."teamId" or (x."teamId" is null and r."parentId" is null and r."closedOn" is null))`;

const select = (actor: Actor, where: Prisma.Sql, { limit, offset }: { limit: number; offset: number }) =>
  db().$queryRaw<Loaded[]>`
    with managed as (select a."teamId" from "TeamAncestor" a where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[])),
    x as (
      select m.id, 'mentor' as kind, m."personId", m."roleGroupCode", m."teamId", m.basis::text as basis, m."fromOn", m.reason, m."appointedById" as by
        from "Mentorship" m where m."endedAt" is null
      union all
      select a.id, a.kind::text, a."personId", a."roleGroupCode", a."teamId", 'appointment', a."fromOn", a.reason, a."appointedById"
        from "Appointment" a where a."endedAt" is null)
    select x.id, x.kind, x."personId", p.name, p."latinName", x."roleGroupCode", t."nameJa" as "teamNameJa", t."nameEn" as "teamNameEn",
           x.basis, to_char(x."fromOn", 'YYYY-MM-DD') as "fromOn", x.reason, b.name as "byName", b."latinName" as "byLatinName",
           ${teamsOf} as teams, count(*) over ()::int as total
      from x join "Person" p on p.id = x."personId" left join "Team" t on t.id = x."teamId" left join "Person" b on b.id = x.by
     where (x."teamId" in (select "teamId" from managed) or x."teamId" is null) and p."deactivatedAt" is null and ${where}
     order by x."roleGroupCode" nulls first, x.kind desc, p.reading, x.id limit ${limit} offset ${offset}`;

export const EMPTY_POOLS_SHOWN = 20;

export type EmptyPool = {
  roleGroupCode: RoleGroupCode;
  teamId: string;
  teamNameJa: string;
  teamNameEn: string;
  /** People in training there whose records no mentor can verify. */
  trainees: number;
  /** Independent people of the actor's teams, at most three by reading. */
  candidates: { id: string; name: string; latinName: string }[];
};

/** Where people train and no mentor covers them (product.md, 8), most people first. One statement. */
export async function listEmptyPools(actor: Actor): Promise<{ rows: EmptyPool[]; total: number }> {
  const rows = await db().$queryRaw<(EmptyPool & { total: number })[]>`
    with managed as (select a."teamId" from "TeamAncestor" a where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[])),
    pool as (
      select e."roleGroupCode", e."teamId", count(*)::int as trainees
        from "Enrolment" e join "PersonStanding" s on s."enrolmentId" = e.id join "Person" m on m.id = e."personId"
       where e."roleGroupCode" is not null and s."openStep" is not null and ${isHere}
         and e."teamId" in (select "teamId" from managed) and ${unmentoredBelow(actor.managedTeamIds)}
       group by 1, 2)
    select pool.*, t."nameJa" as "teamNameJa", t."nameEn" as "teamNameEn", count(*) over ()::int as total,
           (select coalesce(json_agg(c), '[]') from (
             select m.id, m.name, m."latinName" from "PersonStanding" s join "Person" m on m.id = s."personId"
              where s."roleGroupCode" = pool."roleGroupCode" and s."completedStep" = 3 and m.id <> ${actor.id}::uuid
                and ${isHere} and s."teamId" in (select "teamId" from managed)
              order by m.reading, m.id limit 3) c) as candidates
      from pool join "Team" t on t.id = pool."teamId"
     order by pool.trainees desc, t.code, pool."roleGroupCode" limit ${EMPTY_POOLS_SHOWN}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

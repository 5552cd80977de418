import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { db } from "@/lib/platform/db";
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
  isOwn: boolean;
  total: number;
};

/** Mentors, countersigners and reviewers who stand in the actor's teams; null for who manages none. One statement. */
export async function listAppointed(actor: Actor, page: number) {
  if (actor.managedTeamIds.length === 0) return null;
  const rows = await select(actor, Prisma.sql`true`, {
    limit: APPOINTMENTS_A_PAGE,
    offset: (page - 1) * APPOINTMENTS_A_PAGE,
  });
  return { rows, total: rows[0]?.total ?? 0 };
}

/** One of them; null where it is not there or not in the actor's teams. */
export async function findAppointed(actor: Actor, id: string): Promise<AppointedRow | null> {
  if (actor.managedTeamIds.length === 0) return null;
  const [row] = await select(actor, Prisma.sql`x.id = ${id}::uuid`, { limit: 1, offset: 0 });
  return row ?? null;
}

const select = (actor: Actor, where: Prisma.Sql, { limit, offset }: { limit: number; offset: number }) =>
  db().$queryRaw<AppointedRow[]>`
    with managed as (select a."teamId" from "TeamAncestor" a where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[])),
    x as (
      select m.id, 'mentor' as kind, m."personId", m."roleGroupCode", m."teamId", m.basis::text as basis, m."fromOn", m.reason, m."appointedById" as by
        from "Mentorship" m where m."endedAt" is null
      union all
      select a.id, a.kind::text, a."personId", a."roleGroupCode", a."teamId", 'appointment', a."fromOn", a.reason, a."appointedById"
        from "Appointment" a where a."endedAt" is null)
    select x.id, x.kind, x."personId", p.name, p."latinName", x."roleGroupCode", t."nameJa" as "teamNameJa", t."nameEn" as "teamNameEn",
           x.basis, to_char(x."fromOn", 'YYYY-MM-DD') as "fromOn", x.reason, b.name as "byName", b."latinName" as "byLatinName",
           x."personId" = ${actor.id}::uuid as "isOwn", count(*) over ()::int as total
      from x join "Person" p on p.id = x."personId" left join "Team" t on t.id = x."teamId" left join "Person" b on b.id = x.by
     where (x."teamId" in (select "teamId" from managed) or x."teamId" is null) and p."deactivatedAt" is null and ${where}
     order by x."roleGroupCode" nulls first, x.kind desc, p.reading, x.id limit ${limit} offset ${offset}`;

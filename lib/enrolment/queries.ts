import "server-only";
import { type Actor, manages } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { mayEndEnrolment } from "@/lib/domain/enrolment";
import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { EnrolmentFilter } from "./schema";

export const ENROLMENTS_A_PAGE = 50;

export type EnrolmentListRow = {
  enrolmentId: string;
  personId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  teamId: string;
  teamNameJa: string;
  teamNameEn: string;
  enrolledOn: string;
  completedStep: StepNumber | null;
  openStep: StepNumber | null;
  tracks: string[];
  /** The actor manages the team: may read the trainee's page and recognise STEPs. */
  mayRecognise: boolean;
  mayEnd: boolean;
};
type Loaded = Omit<EnrolmentListRow, "mayRecognise" | "mayEnd"> & { ancestorIds: string[]; total: number };

/** Running enrolments of others that the actor manages; an administrator sees that they are there. One statement. */
export async function listManagedEnrolments(actor: Actor, { q, page }: EnrolmentFilter) {
  const rows = await select(actor, matching(q), { limit: ENROLMENTS_A_PAGE, offset: (page - 1) * ENROLMENTS_A_PAGE });
  return { rows: rows.map((row) => listRow(actor, row)), total: rows[0]?.total ?? 0 };
}

/** One of them; null where it is not there, ended, the actor's own or not theirs. */
export async function findManagedEnrolment(actor: Actor, enrolmentId: string): Promise<EnrolmentListRow | null> {
  const [row] = await select(actor, Prisma.sql`e.id = ${enrolmentId}::uuid`, { limit: 1, offset: 0 });
  return row ? listRow(actor, row) : null;
}

function listRow(actor: Actor, { ancestorIds, total: _, ...row }: Loaded): EnrolmentListRow {
  const { enrolmentId, personId: traineeId, roleGroupCode, teamId } = row;
  const ref = { enrolmentId, traineeId, roleGroupCode, team: { teamId, ancestorIds } };
  return { ...row, mayRecognise: manages(actor, ref), mayEnd: mayEndEnrolment(actor, ref) };
}

const matching = (q: string | null) => {
  if (q === null) return Prisma.sql`true`;
  const like = `%${q.normalize("NFKC").replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(p.name ilike ${like} or p.reading ilike ${like} or p."latinName" ilike ${like})`;
};

const held = (actor: Actor) =>
  actor.isAdmin
    ? Prisma.sql`true`
    : Prisma.sql`e."teamId" in (select a."teamId" from "TeamAncestor" a where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[]))`;

const select = (actor: Actor, where: Prisma.Sql, { limit, offset }: { limit: number; offset: number }) =>
  db().$queryRaw<Loaded[]>`
    select e.id as "enrolmentId", e."personId", p.name, p."latinName", e."roleGroupCode", e."teamId", e.tracks,
           t."nameJa" as "teamNameJa", t."nameEn" as "teamNameEn", to_char(e."enrolledOn", 'YYYY-MM-DD') as "enrolledOn",
           (select array_agg(a."ancestorId"::text) from "TeamAncestor" a where a."teamId" = e."teamId") as "ancestorIds",
           s."completedStep"::int as "completedStep", s."openStep"::int as "openStep", count(*) over ()::int as total
      from "Enrolment" e join "Person" p on p.id = e."personId" join "Team" t on t.id = e."teamId"
      left join "PersonStanding" s on s."enrolmentId" = e.id
     where e."endedOn" is null and e."personId" <> ${actor.id}::uuid and ${held(actor)} and ${where}
     order by p.reading, p.id, e."roleGroupCode" nulls first limit ${limit} offset ${offset}`;

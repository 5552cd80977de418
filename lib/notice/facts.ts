import "server-only";
import type { Around, NeededAround } from "@/lib/domain/notice";
import { belongsHere, isHere } from "@/lib/people/scope";
import type { Tx } from "@/lib/platform/db";
import { loadEnrolments, ofEnrolment, todayOf } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";

const NOBODY: Around = {
  enrolmentId: null,
  roleGroupCode: null,
  criterionCode: null,
  mentorIds: [],
  managerIds: [],
  reviewerIds: [],
  countersignerIds: [],
};

/** Who stands around what happened, as of now: a mentor appointed since is among them. */
export async function loadAround(tx: Tx, needed: NeededAround, now: Date): Promise<Around> {
  switch (needed.of) {
    case "nobody":
      return NOBODY;
    case "team":
      return { ...NOBODY, managerIds: await loadManagers(tx, needed.teamId) };
    case "enrolment":
      return loadAroundEnrolment(tx, needed.enrolmentId, now);
    case "remark":
      return loadAroundRemark(tx, needed.remarkId, now);
  }
}

async function loadAroundRemark(tx: Tx, remarkId: string, now: Date): Promise<Around> {
  const remark = await tx.remark.findUnique({
    where: { id: remarkId },
    select: { enrolmentId: true, criterionCode: true },
  });
  if (!remark) return NOBODY;
  return { ...(await loadAroundEnrolment(tx, remark.enrolmentId, now)), criterionCode: remark.criterionCode };
}

type Holder = { readonly as: "manager" | "reviewer" | "countersigner"; readonly personId: string };

async function loadAroundEnrolment(tx: Tx, enrolmentId: string, now: Date): Promise<Around> {
  const [enrolment] = await loadEnrolments(tx, ofEnrolment(enrolmentId));
  if (!enrolment) return NOBODY;
  const { traineeId, roleGroupCode, team } = enrolment.ref;
  const above = Prisma.sql`any(${[...team.ancestorIds]}::uuid[])`;
  const holders = await tx.$queryRaw<Holder[]>`
    select 'manager' as "as", g."personId" from "CapacityGrant" g join "Person" m on m.id = g."personId"
     where g.capacity = 'manager' and g."endedAt" is null and ${isHere} and g."teamId" = ${above}
    union
    select a.kind::text, a."personId" from "Appointment" a join "Person" m on m.id = a."personId"
     where a."endedAt" is null and ${isHere} and a."teamId" = ${above} and a."fromOn" <= ${todayOf(enrolment, now)}::date
       and (${roleGroupCode}::text is null or a."roleGroupCode" is null or a."roleGroupCode" = ${roleGroupCode}::text)`;
  const ids = (as: Holder["as"]) =>
    holders.flatMap((holder) => (holder.as === as && holder.personId !== traineeId ? [holder.personId] : []));
  return {
    ...NOBODY,
    enrolmentId,
    roleGroupCode,
    mentorIds: enrolment.mentors.map(({ id }) => id),
    managerIds: ids("manager"),
    reviewerIds: ids("reviewer"),
    countersignerIds: ids("countersigner"),
  };
}

/** Who watches over the audit trail. */
export async function loadOverseers(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    select distinct g."personId" from "CapacityGrant" g join "Person" m on m.id = g."personId"
     where g.capacity in ('admin', 'auditor') and g."endedAt" is null and ${belongsHere}`;
  return rows.map(({ personId }) => personId);
}

/** Of the team and those above it; for what concerns the whole organisation, of the teams that have none above. */
async function loadManagers(tx: Tx, teamId: string | null): Promise<string[]> {
  const there =
    teamId === null
      ? Prisma.sql`g."teamId" in (select id from "Team" where "parentId" is null)`
      : Prisma.sql`g."teamId" in (select "ancestorId" from "TeamAncestor" where "teamId" = ${teamId}::uuid)`;
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    select distinct g."personId" from "CapacityGrant" g join "Person" m on m.id = g."personId"
     where g.capacity = 'manager' and g."endedAt" is null and ${isHere} and ${there}`;
  return rows.map(({ personId }) => personId);
}

import "server-only";
import { createHash } from "node:crypto";
import type { TeamLife, TeamNode, TeamProfile } from "@/lib/domain/team";
import { toDbDay } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";

export type TeamFacts = TeamNode & { readonly profile: TeamProfile };

/** Locked: nobody joins or is enrolled while it closes. */
export async function loadTeam(tx: Tx, teamId: string): Promise<TeamFacts | null> {
  await tx.$queryRaw`select id from "Team" where id = ${teamId}::uuid for update`;
  const team = await tx.team.findUnique({ where: { id: teamId } });
  if (!team) return null;
  const { nameJa, nameEn, timeZone, fiscalYearStartMonth } = team;
  return { ...node(team), profile: { nameJa, nameEn, timeZone, fiscalYearStartMonth } };
}

const node = ({
  id,
  parentId,
  closedOn,
}: {
  id: string;
  parentId: string | null;
  closedOn: Date | null;
}): TeamNode => ({
  teamId: id,
  parentId,
  closed: closedOn !== null,
});

export const loadTree = async (tx: Tx): Promise<TeamNode[]> =>
  (await tx.team.findMany({ select: { id: true, parentId: true, closedOn: true } })).map(node);

export async function loadLife(tx: Tx, teamId: string, today: string): Promise<TeamLife> {
  const stands = { OR: [{ toOn: null }, { toOn: { gte: toDbDay(today) } }] };
  return {
    openTeamsBelow: await tx.team.count({ where: { parentId: teamId, closedOn: null } }),
    members: await tx.membership.count({ where: { teamId, ...stands } }),
    enrolments: await tx.enrolment.count({ where: { teamId, endedOn: null } }),
  };
}

/** A new team below its parent, in the closure table: itself, and everything above. */
export const insertAncestors = (tx: Tx, teamId: string, parentId: string | null) => tx.$executeRaw`
  insert into "TeamAncestor" ("teamId", "ancestorId", depth)
  select ${teamId}::uuid, ${teamId}::uuid, 0
  union all
  select ${teamId}::uuid, "ancestorId", depth + 1 from "TeamAncestor" where "teamId" = ${parentId}::uuid`;

/** Takes a team with everything below it out of where it was, and puts it below its new parent. */
export async function moveAncestors(tx: Tx, teamId: string, parentId: string | null) {
  await tx.$executeRaw`
    delete from "TeamAncestor" a using "TeamAncestor" s
     where s."ancestorId" = ${teamId}::uuid and a."teamId" = s."teamId"
       and a."ancestorId" not in (select "teamId" from "TeamAncestor" where "ancestorId" = ${teamId}::uuid)`;
  await tx.$executeRaw`
    insert into "TeamAncestor" ("teamId", "ancestorId", depth)
    select s."teamId", p."ancestorId", s.depth + p.depth + 1
      from "TeamAncestor" s cross join "TeamAncestor" p
     where s."ancestorId" = ${teamId}::uuid and p."teamId" = ${parentId}::uuid`;
}

/** Changes with the profile: a page that was opened on another state is told so. */
export const seenState = ({ nameJa, nameEn, timeZone, fiscalYearStartMonth }: TeamProfile): string =>
  createHash("sha256")
    .update(JSON.stringify([nameJa, nameEn, timeZone, fiscalYearStartMonth]))
    .digest("base64url");

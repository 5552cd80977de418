import "server-only";
import { createHash } from "node:crypto";
import type { TeamLife, TeamNode, TeamProfile } from "@/lib/domain/team";
import { toDbDay } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { person } from "@/lib/platform/sql";

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

export type TeamRow = {
  readonly id: string;
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly parentId: string | null;
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
  readonly closedOn: string | null;
  readonly createdAt: string;
  readonly ancestorIds: readonly string[];
};

export const loadTeamRows = (tx: Tx) => tx.$queryRaw<TeamRow[]>`
  select t.id, t.code, t."nameJa", t."nameEn", t."parentId", t."timeZone", t."fiscalYearStartMonth",
         to_char(t."closedOn", 'YYYY-MM-DD') as "closedOn", t."createdAt"::text,
         array(select a."ancestorId"::text from "TeamAncestor" a where a."teamId" = t.id order by a.depth) as "ancestorIds"
    from "Team" t order by t."nameJa", t.code`;

type Named = { readonly id: string; readonly name: string; readonly latinName: string };
export type TeamPage = {
  readonly members: readonly (Named & { isMain: boolean; fromOn: string; toOn: string | null })[];
  readonly memberCount: number;
  /** Managers of the team and of those above, administrators and auditors of the organisation. */
  readonly holders: readonly {
    grantId: string;
    capacity: "manager" | "admin" | "auditor";
    teamId: string | null;
    reason: string;
    grantedAt: string;
    person: Named;
    by: Named | null;
  }[];
  readonly enrolments: number;
};

/** One statement. */
export async function loadTeamPage(tx: Tx, teamId: string, today: string): Promise<TeamPage> {
  const [row] = await tx.$queryRaw<[TeamPage]>`
    with member as (
      select p.id, p.name, p."latinName", p.reading, m."isMain", m."fromOn", m."toOn"
        from "Membership" m join "Person" p on p.id = m."personId"
       where m."teamId" = ${teamId}::uuid and (m."toOn" is null or m."toOn" >= ${today}::date))
    select
      (select coalesce(json_agg(x), '[]') from (
        select id, name, "latinName", "isMain", "fromOn", "toOn" from member order by reading, id limit 50) x) as members,
      (select count(*)::int from member) as "memberCount",
      (select count(*)::int from "Enrolment" e where e."teamId" = ${teamId}::uuid and e."endedOn" is null) as enrolments,
      (select coalesce(json_agg(x), '[]') from (
        select g.id as "grantId", g.capacity, g."teamId", g.reason, g."grantedAt", ${person("p")} as person,
               case when b.id is null then null else ${person("b")} end as by
          from "CapacityGrant" g join "Person" p on p.id = g."personId" left join "Person" b on b.id = g."grantedById"
         where g."endedAt" is null and (g."teamId" is null or g."teamId" in (
           select a."ancestorId" from "TeamAncestor" a where a."teamId" = ${teamId}::uuid))
         order by g.capacity, p.reading, p.id) x) as holders`;
  return row;
}

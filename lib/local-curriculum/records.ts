import "server-only";
import type { StoredLocalItem } from "@/lib/curriculum/facts";
import type { Reach } from "@/lib/domain/local-curriculum";
import type { Tx } from "@/lib/platform/db";

/** The organisation, or a team that is open; null where the team is not there. */
export async function loadReach(tx: Tx, teamId: string | null): Promise<Reach | null> {
  const roots = await tx.team.findMany({ where: { parentId: null }, select: { id: true } });
  const rootTeamIds = roots.map(({ id }) => id);
  if (teamId === null) return { rootTeamIds, team: null };
  const team = await tx.team.findFirst({ where: { id: teamId, closedOn: null }, include: { ancestors: true } });
  if (!team) return null;
  return { rootTeamIds, team: { teamId, ancestorIds: team.ancestors.map(({ ancestorId }) => ancestorId) } };
}

export type ChangeRow = {
  id: string;
  teamId: string | null;
  teamNameJa: string | null;
  teamNameEn: string | null;
  teamLine: string[] | null;
  kind: "exempt" | "add";
  itemCode: string;
  item: StoredLocalItem | null;
  reason: string;
  madeAt: Date;
  by: { name: string; latinName: string };
  total: number;
};

/** What stands, the latest first. One statement. */
export const loadStanding = (tx: Tx, { limit, offset }: { limit: number; offset: number }) => tx.$queryRaw<ChangeRow[]>`
  select c.id, c."teamId", t."nameJa" as "teamNameJa", t."nameEn" as "teamNameEn",
         (select array_agg(a."ancestorId"::text) from "TeamAncestor" a where a."teamId" = c."teamId") as "teamLine",
         c.kind, c."itemCode", c.item, c.reason, c."madeAt",
         json_build_object('name', p.name, 'latinName', p."latinName") as by, count(*) over ()::int as total
    from "LocalChange" c join "Person" p on p.id = c."madeById" left join "Team" t on t.id = c."teamId"
   where c."withdrawnAt" is null order by c."madeAt" desc, c.id desc limit ${limit} offset ${offset}`;

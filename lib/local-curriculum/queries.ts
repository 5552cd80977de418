import "server-only";
import { findEdition, latestEdition } from "@/lib/curriculum/queries";
import { type Actor, canSetPolicy, managesTeam } from "@/lib/domain/access";
import { itemsOf } from "@/lib/domain/edition-items";
import { mayChangeLocally } from "@/lib/domain/local-curriculum";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { type ChangeRow, loadReach, loadStanding } from "./records";
import type { LocalChangeSeen } from "./schema";

export const CHANGES_A_PAGE = 50;

const maySee = (actor: Actor) => actor.isAdmin || actor.managedTeamIds.length > 0;

/** What stands, with what the actor may take back; null for who neither manages nor administers. Two statements. */
export async function listLocalChanges(actor: Actor, page: number) {
  if (!maySee(actor)) return null;
  const window = { limit: CHANGES_A_PAGE, offset: (page - 1) * CHANGES_A_PAGE };
  const [rows, reach] = await Promise.all([loadStanding(db(), window), loadReach(db(), null)]);
  const places = await placesOfItems();
  const rootTeamIds = reach?.rootTeamIds ?? [];
  return {
    rows: rows.map((row) => seen(row, places, actor, rootTeamIds)),
    total: rows[0]?.total ?? 0,
    maySetAll: canSetPolicy(actor, rootTeamIds),
  };
}

/** One that stands and that the actor may take back; null otherwise. */
export async function findLocalChange(actor: Actor, id: string): Promise<LocalChangeSeen | null> {
  const list = await listLocalChanges(actor, 1);
  return list?.rows.find((row) => row.id === id && row.mayWithdraw) ?? null;
}

const placesOfItems = async () =>
  new Map(itemsOf((await latestEdition()).structure).map((item) => [item.code, item] as const));

type Places = Awaited<ReturnType<typeof placesOfItems>>;

function seen(row: ChangeRow, places: Places, actor: Actor, rootTeamIds: readonly string[]): LocalChangeSeen {
  const { teamLine, teamId, item, kind, total: _, ...shown } = row;
  const known = item ? { ...item, section: item.item.section } : places.get(row.itemCode);
  const team = teamId === null ? null : { teamId, ancestorIds: teamLine ?? [] };
  return {
    ...shown,
    teamId,
    section: known?.section ?? null,
    roleGroupCode: known?.roleGroupCode ?? null,
    step: known?.step ?? null,
    isAddition: kind === "add",
    mayWithdraw: mayChangeLocally(actor, { rootTeamIds, team }),
  };
}

/** For whom the actor may change the curriculum: the organisation, and teams that are open. Two statements. */
export async function listReaches(actor: Actor) {
  if (!maySee(actor)) return null;
  const rows = await db().team.findMany({
    where: { closedOn: null },
    orderBy: [{ nameJa: "asc" }, { id: "asc" }],
    select: { id: true, nameJa: true, nameEn: true, parentId: true, ancestors: { select: { ancestorId: true } } },
  });
  const organisation = canSetPolicy(
    actor,
    rows.filter(({ parentId }) => parentId === null).map(({ id }) => id),
  );
  const teams = rows.filter(
    ({ id, ancestors }) =>
      organisation || managesTeam(actor, { teamId: id, ancestorIds: ancestors.map(({ ancestorId }) => ancestorId) }),
  );
  return { organisation, teams: teams.map(({ id, nameJa, nameEn }) => ({ id, nameJa, nameEn })) };
}

export type ExemptedItem = { readonly itemCode: string; readonly reason: string };

/** What an edition leaves out of the content's that it was composed with, and why. No statement for the content's own; else one. */
export async function listExempted(editionId: string): Promise<readonly ExemptedItem[]> {
  const [edition, base] = [await findEdition(editionId), await latestEdition()];
  if (!edition || edition.editionId === base.editionId) return [];
  const there = new Set(itemsOf(edition.structure).map(({ code }) => code));
  const gone = itemsOf(base.structure).filter(({ code }) => !there.has(code));
  if (gone.length === 0) return [];
  const codes = gone.map(({ code }) => code);
  return db().$queryRaw<ExemptedItem[]>(Prisma.sql`
    select distinct on ("itemCode") "itemCode", reason from "LocalChange"
     where kind = 'exempt' and "withdrawnAt" is null and "itemCode" = any(${codes}::text[]) order by "itemCode", "madeAt" desc`);
}

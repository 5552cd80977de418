import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import { type Actor, canManagePeople, managesTeam } from "@/lib/domain/access";
import { changesBetween } from "@/lib/domain/edition-items";
import { planTeamMove } from "@/lib/edition/facts";
import { standingOn } from "@/lib/people/scope";
import { todayIn } from "@/lib/platform/days";
import { db, type Tx } from "@/lib/platform/db";
import { loadTeamPage, loadTeamRows, seenState, type TeamRow } from "./records";

export type { TeamRow } from "./records";

/** A team with its place in the tree: the rows come parents first, siblings by name. */
export type TeamInTree = TeamRow & { readonly depth: number };

/** Every team, closed ones too: names of teams are no secret inside the organisation. One statement. */
export const listTeams = async (tx: Tx = db()): Promise<TeamInTree[]> => inTreeOrder(await loadTeamRows(tx));

function inTreeOrder(rows: readonly TeamRow[]): TeamInTree[] {
  const childrenOf = (parentId: string | null) => rows.filter((row) => row.parentId === parentId);
  const walk = (parentId: string | null, depth: number): TeamInTree[] =>
    childrenOf(parentId).flatMap((row) => [{ ...row, depth }, ...walk(row.id, depth + 1)]);
  return walk(null, 0);
}

/** The organisation's day: in the zone of its oldest team without a parent. */
export const organisationDay = (teams: readonly TeamRow[], now: Date): string => {
  const roots = teams.filter(({ parentId }) => parentId === null);
  const [oldest] = roots.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return todayIn(oldest?.timeZone ?? "Asia/Tokyo", now);
};

/** Teams that the actor manages, all of them for an administrator. */
export const teamsHeldBy = (actor: Actor, teams: readonly TeamInTree[]): TeamInTree[] =>
  actor.isAdmin ? [...teams] : teams.filter(({ id, ancestorIds }) => managesTeam(actor, { teamId: id, ancestorIds }));

/** People who belong to each team on that day, its own only. */
async function countMembers(on: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db().membership.groupBy({ by: ["teamId"], where: standingOn(on), _count: true });
  return new Map(rows.map(({ teamId, _count }) => [teamId, _count]));
}

/** The tree as far as the actor holds it, with the people of each team today. Two statements. */
export async function listTeamsHeldBy(actor: Actor, now: Date) {
  const teams = await listTeams();
  return { teams: teamsHeldBy(actor, teams), members: await countMembers(organisationDay(teams, now)) };
}

/** What moving the team would bring to those in it; null where one of the teams is not there, or the actor may not move it. */
export async function findTeamMove(actor: Actor, teamId: string, parentId: string | null) {
  const movable = await findMovableTeam(actor, teamId);
  const parent = movable?.places.find(({ id }) => id === parentId) ?? null;
  if (!movable || (parentId !== null && !parent)) return null;
  const { pairs, ...plan } = await planTeamMove(db(), { teamId, parentId });
  const shown = pairs.map(async ({ fromId, after, followers }) => {
    const changes = changesBetween((await curriculumFor(fromId)).structure, after);
    return { key: `${fromId} ${followers[0]?.toEditionId ?? changes.length}`, changes, followers };
  });
  return { parent, ...plan, pairs: await Promise.all(shown) };
}

/** A team that stands, and the teams that it may go below: neither itself nor what is below it. */
export async function findMovableTeam(actor: Actor, teamId: string) {
  const teams = await listTeams();
  const team = teams.find(({ id }) => id === teamId);
  if (!team || team.closedOn !== null || !canManagePeople(actor)) return null;
  return { team, places: teams.filter(({ ancestorIds }) => !ancestorIds.includes(teamId)) };
}

/** One team with who belongs to it and who holds what in it; for administrators and for its managers. */
export async function findTeam(actor: Actor, teamId: string, now: Date) {
  const teams = await listTeams();
  const team = teamsHeldBy(actor, teams).find(({ id }) => id === teamId);
  if (!team) return null;
  const today = todayIn(team.timeZone, now);
  return { team, teams, today, seen: seenState(team), ...(await loadTeamPage(db(), teamId, today)) };
}

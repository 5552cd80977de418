import "server-only";
import type { Actor } from "@/lib/domain/access";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import { type ReadinessLevel, readinessOf, stallCauseOf, stepsAt } from "@/lib/domain/readiness";
import { todayIn } from "@/lib/platform/days";
import { countStandings, listPeopleAt, listPools, listStalled, listTeams, type ReadinessTeam } from "./records";

/** Days without anything verified after which an open STEP is named as stalled. */
export const STALL_DAYS = 60;
const STALLED_SHOWN = 10;
const PAGE = 50;

const pageOf = (page: number) => ({ limit: PAGE, offset: (page - 1) * PAGE });

/** Every team that the actor manages, in one summary, and a page of them; null for who manages none. Three statements. */
export async function summariseOrganisation(actor: Actor, page: number) {
  if (actor.managedTeamIds.length === 0) return null;
  const [counts, teams] = await Promise.all([
    countStandings(actor.managedTeamIds),
    listTeams(actor.managedTeamIds, pageOf(page)),
  ]);
  return { readiness: readinessOf(counts), teams, total: teams[0]?.total ?? 0 };
}

/** One team with those below it; null where it is not there or not the actor's. Four statements. */
export async function summariseTeam(actor: Actor, teamId: string, now: Date) {
  const team = await findManagedTeam(actor, teamId);
  if (!team) return null;
  const today = todayIn(team.timeZone, now);
  const scope = [team.id];
  const [counts, pools, stalled] = await Promise.all([
    countStandings(scope),
    listPools(scope, ROLE_GROUP_CODES),
    listStalled(scope, today, STALL_DAYS, STALLED_SHOWN),
  ]);
  return {
    team,
    today,
    readiness: readinessOf(counts),
    pools,
    stalled: stalled.map((row) => ({ ...row, cause: stallCauseOf({ ...row, stallDays: STALL_DAYS }) })),
  };
}

/** Who stands in one cell of a team's heat map, 50 a page. `level` of basic education: `training` open, else completed. */
export async function listCell(
  actor: Actor,
  asked: { teamId: string; roleGroupCode: RoleGroupCode | null; level: ReadinessLevel; page: number },
) {
  const team = await findManagedTeam(actor, asked.teamId);
  if (!team) return null;
  const { roleGroupCode, level } = asked;
  const steps = roleGroupCode === null ? [level === "training" ? null : (0 as const)] : stepsAt(level);
  const people = await listPeopleAt([team.id], { roleGroupCode, steps }, pageOf(asked.page));
  return { team, people, total: people[0]?.total ?? 0 };
}

/** One statement; the tree above decides whether the actor manages it. */
async function findManagedTeam(actor: Actor, teamId: string): Promise<ReadinessTeam | null> {
  if (actor.managedTeamIds.length === 0) return null;
  const teams = await listManaged(actor, teamId);
  return teams[0] ?? null;
}

const listManaged = (actor: Actor, teamId: string) =>
  listTeams(actor.managedTeamIds, { limit: 1, offset: 0, only: teamId });

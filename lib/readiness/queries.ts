import "server-only";
import { listFalling } from "@/lib/currency/queries";
import type { Actor } from "@/lib/domain/access";
import { currencyRules } from "@/lib/domain/currency";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import { type ReadinessLevel, readinessOf, stallCauseOf, stepsAt } from "@/lib/domain/readiness";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { measureOpenSteps } from "@/lib/trainees/queries";
import { listPeopleAt, listPools, listStalled, loadSummary } from "./records";

/** Days without anything verified after which an open STEP is named as stalled. */
export const STALL_DAYS = 60;
const STALLED_SHOWN = 10;
const PAGE = 50;

const pageOf = (page: number) => ({ limit: PAGE, offset: (page - 1) * PAGE });

/** The teams' own days differ by hours at most; who has left is known by the day in Tokyo where several are looked at. */
async function scopeOf(actor: Actor, now: Date) {
  const currency = currencyRules(await findPolicyValuesNow(now));
  return { teamIds: actor.managedTeamIds, today: todayIn(DEFAULT_ZONE, now), currency };
}

/** Every team that the actor manages, in one summary, and a page of them; null for who manages none. Two statements. */
export async function summariseOrganisation(actor: Actor, { page, now }: { page: number; now: Date }) {
  if (actor.managedTeamIds.length === 0) return null;
  const { counts, teams, total } = await loadSummary(await scopeOf(actor, now), pageOf(page));
  return { readiness: readinessOf(counts), teams, total };
}

/** One team with those below it; null where it is not there or not the actor's. Five statements. */
export async function summariseTeam(actor: Actor, teamId: string, now: Date) {
  const { team, counts, currency } = await findManagedTeam(actor, teamId, now);
  if (!team) return null;
  const scope = { teamIds: [team.id], today: todayIn(team.timeZone, now), currency };
  const place = { teamId: team.id, ancestorIds: [team.id, ...actor.managedTeamIds] };
  const [pools, stalled, falling] = await Promise.all([
    listPools(scope, ROLE_GROUP_CODES),
    listStalled(scope, { stallDays: STALL_DAYS, limit: STALLED_SHOWN }),
    listFalling(actor, place, { rules: currency, today: scope.today }),
  ]);
  return {
    team,
    today: scope.today,
    readiness: readinessOf(counts),
    pools,
    falling,
    stalled: stalled.map((row) => ({ ...row, cause: stallCauseOf({ ...row, stallDays: STALL_DAYS }) })),
  };
}

type Cell = { teamId: string; roleGroupCode: RoleGroupCode | null; level: ReadinessLevel; page: number };

/** Who stands in one cell of a team's heat map and how far their open STEP is, 50 a page. Six statements. `level` of basic education: `training` open, else completed. */
export async function listCell(actor: Actor, { teamId, roleGroupCode, level, page }: Cell, now: Date) {
  const { team, currency } = await findManagedTeam(actor, teamId, now);
  if (!team) return null;
  const scope = { teamIds: [team.id], today: todayIn(team.timeZone, now), currency };
  const steps = roleGroupCode === null ? [level === "training" ? null : (0 as const)] : stepsAt(level);
  const people = await listPeopleAt(scope, { roleGroupCode, steps }, pageOf(page));
  const measured = await measureOpenSteps(
    people.map(({ enrolmentId }) => enrolmentId),
    now,
  );
  const tallies = new Map(measured.map(({ enrolmentId, met, all }) => [enrolmentId, { met, all }]));
  return {
    team,
    people: people.map((person) => ({ ...person, ...(tallies.get(person.enrolmentId) ?? { met: 0, all: 0 }) })),
    total: people[0]?.total ?? 0,
  };
}

/** The team, where the actor manages it, and who stands where in it and below. Two statements. */
async function findManagedTeam(actor: Actor, teamId: string, now: Date) {
  if (actor.managedTeamIds.length === 0) return { team: null, counts: [], currency: [] };
  const scope = await scopeOf(actor, now);
  const { teams, counts } = await loadSummary(scope, { limit: 1, offset: 0, only: teamId });
  return { team: teams[0] ?? null, counts, currency: scope.currency };
}

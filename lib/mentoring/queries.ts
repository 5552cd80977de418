import "server-only";
import type { Actor } from "@/lib/domain/access";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import { type LoadRow, loadIndependentIn, loadLoads, loadPools } from "./records";
import { LOAD_DAYS, type MentorLoad, type MentorPool, POOLS_A_PAGE } from "./schema";

/** The pools of the actor's teams with each mentor's load; null for who manages none. Two statements. */
export async function listPools(actor: Actor, page: number, now: Date) {
  if (actor.managedTeamIds.length === 0) return null;
  const { rows, total } = await loadPools(actor, { limit: POOLS_A_PAGE, offset: (page - 1) * POOLS_A_PAGE });
  const people = [...new Set(rows.flatMap(({ mentors }) => mentors.map(({ id }) => id)))];
  const since = new Date(now.getTime() - LOAD_DAYS * 86_400_000);
  const loads = people.length > 0 ? await loadLoads(people, since, now) : [];
  const pools: MentorPool[] = rows.map((row) => ({
    ...row,
    mentors: row.mentors.map((mentor) => ({ ...mentor, ...loadOf(loads, mentor.id, row.roleGroupCode) })),
  }));
  return { pools, total };
}

function loadOf(loads: readonly LoadRow[], personId: string, roleGroupCode: RoleGroupCode): MentorLoad {
  const found = loads.find((load) => load.personId === personId && load.roleGroupCode === roleGroupCode);
  const { held = 0, decided = 0, medianHours = null } = found ?? {};
  return { held, decided, medianHours };
}

/** Role groups that the person can be appointed in by proficiency; for who manages a team. One statement. */
export async function listIndependentIn(actor: Actor, personId: string): Promise<readonly RoleGroupCode[]> {
  if (actor.managedTeamIds.length === 0) return [];
  const rows = await loadIndependentIn(personId);
  return ROLE_GROUP_CODES.filter((code) => rows.some(({ roleGroupCode }) => roleGroupCode === code));
}

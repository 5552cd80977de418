import "server-only";
import type { LeaveFacts } from "@/lib/domain/leave";
import { standsOn } from "@/lib/domain/membership";
import { fromDbDay } from "@/lib/platform/days";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { organisationToday } from "@/lib/platform/organisation";

const columns = {
  memberships: { select: { fromOn: true, toOn: true, team: { select: { id: true, ancestors: true } } } },
  leaves: { where: { withdrawnAt: null }, orderBy: { fromOn: "asc" } },
} as const;

/** The person locked, with the teams of today and every leave that stands; null where they are not there. */
export async function loadLeaves(tx: Tx, personId: string, now: Date): Promise<LeaveFacts | null> {
  await lockPeople(tx, [personId]);
  const person = await tx.person.findUnique({ where: { id: personId }, select: columns });
  if (!person) return null;
  const today = await organisationToday(tx, now);
  const standing = person.memberships.filter((each) => standsOn(spanOf(each), today));
  const teams = standing.map(({ team }) => ({
    teamId: team.id,
    ancestorIds: team.ancestors.map(({ ancestorId }) => ancestorId),
  }));
  const leaves = person.leaves.map((row) => ({ leaveId: row.id, ...spanOf(row) }));
  return { person: { personId, teams }, today, leaves };
}

const spanOf = ({ fromOn, toOn }: { fromOn: Date; toOn: Date | null }) => ({
  fromOn: fromDbDay(fromOn),
  toOn: toOn && fromDbDay(toOn),
});

/** Whose leave it is, the person locked, and who took it back; null where there is none. */
export async function loadLeave(tx: Tx, leaveId: string, now: Date) {
  const found = await tx.leave.findUnique({ where: { id: leaveId }, select: { personId: true } });
  const facts = found && (await loadLeaves(tx, found.personId, now));
  if (!found || !facts) return null;
  const { withdrawnById } = await tx.leave.findUniqueOrThrow({ where: { id: leaveId } });
  return { personId: found.personId, facts, withdrawnById };
}

import "server-only";
import type { AppointmentFacts, StandingAppointment } from "@/lib/domain/appointment";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { isActiveOn } from "@/lib/domain/person";
import { fromDbDay, todayIn } from "@/lib/platform/days";
import { lockPeople, type Tx } from "@/lib/platform/db";

type Asked = {
  personId: string;
  teamId: string | null;
  roleGroupCode: RoleGroupCode | null;
  stands: (tx: Tx) => Promise<number>;
};

/** The person locked; teams are the one asked for, or every root team for the whole organisation. */
export async function loadAppointmentFacts(tx: Tx, asked: Asked, now: Date): Promise<AppointmentFacts | null> {
  const { personId, teamId, roleGroupCode } = asked;
  await lockPeople(tx, [personId]);
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { deactivatedAt: true, endsOn: true },
  });
  if (!person) return null;
  const teams = await loadTeams(tx, teamId);
  const today = todayIn(teams[0]?.timeZone ?? "Asia/Tokyo", now);
  return {
    personIsActive: isActiveOn(
      { deactivated: person.deactivatedAt !== null, endsOn: person.endsOn && fromDbDay(person.endsOn) },
      today,
    ),
    today,
    teams,
    isIndependent: roleGroupCode !== null && (await isIndependent(tx, personId, roleGroupCode)),
    alreadyStands: (await asked.stands(tx)) > 0,
  };
}

const isIndependent = async (tx: Tx, personId: string, roleGroupCode: RoleGroupCode) =>
  (await tx.personStanding.count({
    where: { personId, roleGroupCode, completedStep: 3, enrolment: { endedOn: null } },
  })) > 0;

async function loadTeams(tx: Tx, teamId: string | null) {
  const rows = await tx.team.findMany({
    where: teamId === null ? { parentId: null, closedOn: null } : { id: teamId },
    include: { ancestors: true },
    orderBy: { code: "asc" },
  });
  return rows.map(({ id, timeZone, closedOn, ancestors }) => ({
    teamId: id,
    ancestorIds: ancestors.map(({ ancestorId }) => ancestorId),
    timeZone,
    closed: closedOn !== null,
  }));
}

/** The person locked: an appointment ended twice ends once. */
export async function loadStanding(tx: Tx, row: OwnedRow | null): Promise<StandingAppointment | null> {
  if (!row) return null;
  await lockPeople(tx, [row.personId]);
  const fresh = await row.reload();
  return { personId: row.personId, teams: await loadTeams(tx, row.teamId), ended: fresh !== null };
}
export type OwnedRow = { personId: string; teamId: string | null; reload: () => Promise<Date | null> };

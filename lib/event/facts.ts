import "server-only";
import type { Actor } from "@/lib/domain/access";
import { earliestOf } from "@/lib/domain/calendar";
import type { Nameable } from "@/lib/domain/shared-event";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { type EnrolmentRow, loadEnrolments, todayOf } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";

/** People as an event or a planned drill names them, locked in id order: what is proposed to them rests on their enrolments. */
export async function loadNamed(tx: Tx, personIds: readonly string[], now: Date): Promise<readonly Nameable[]> {
  await lockPeople(tx, personIds);
  const rows = await loadEnrolments(
    tx,
    Prisma.sql`e."endedOn" is null and e."personId" = any(${[...personIds]}::uuid[])`,
  );
  return [...Map.groupBy(rows, ({ ref }) => ref.traineeId)].map(([personId, own]) => nameable(personId, own, now));
}

const nameable = (personId: string, own: readonly EnrolmentRow[], now: Date): Nameable => ({
  personId,
  enrolments: own.map(({ ref }) => ref),
  today: earliestOf(own.map((enrolment) => todayOf(enrolment, now))) ?? "",
  mentorIds: [...new Set(own.flatMap(({ mentors }) => mentors.map(({ id }) => id)))],
});

/** Teams of the actor's own running enrolments. */
export async function loadOwnTeams(tx: Tx, { id: personId }: Actor): Promise<readonly string[]> {
  const rows = await tx.enrolment.findMany({ where: { personId, endedOn: null }, select: { teamId: true } });
  return rows.map(({ teamId }) => teamId);
}

import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import type { TrackFacts } from "@/lib/domain/track-change";
import { db, lockPeople, type Tx } from "@/lib/platform/db";
import { loadEnrolments, ofEnrolment } from "@/lib/training/facts";

/** The tracks of the enrolment's role group. Read before the transaction, which must not wait for a second connection. */
export async function findGround(enrolmentId: string): Promise<readonly Track[]> {
  const row = await db().enrolment.findUnique({
    where: { id: enrolmentId },
    select: { editionId: true, roleGroupCode: true },
  });
  if (!row?.roleGroupCode) return [];
  return (await curriculumFor(row.editionId)).roleGroup(row.roleGroupCode as RoleGroupCode).tracks;
}

/** The trainee locked; null where there is no such enrolment. */
export async function loadTrackFacts(tx: Tx, enrolmentId: string, known: readonly Track[]): Promise<TrackFacts | null> {
  const owner = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  if (!owner) return null;
  await lockPeople(tx, [owner.personId]);
  const [row] = await loadEnrolments(tx, ofEnrolment(enrolmentId));
  return row ? { ref: row.ref, isOver: row.endedOn !== null, known, before: row.tracks } : null;
}

import "server-only";
import type { EnrolmentRef } from "@/lib/domain/access";
import type { WrittenNote } from "@/lib/domain/mentor-note";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { loadEnrolments, ofPerson } from "@/lib/training/facts";

/** Everything that the person trains in, locked. */
export async function loadTrainee(tx: Tx, personId: string): Promise<readonly EnrolmentRef[]> {
  await lockPeople(tx, [personId]);
  return (await loadEnrolments(tx, ofPerson(personId))).map(({ ref }) => ref);
}

/** The note, its trainee locked. Null where there is none. */
export async function loadNote(tx: Tx, noteId: string): Promise<WrittenNote | null> {
  const found = await tx.mentorNote.findUnique({ where: { id: noteId }, select: { personId: true } });
  if (!found) return null;
  await lockPeople(tx, [found.personId]);
  const { byId, personId, takenBackAt } = await tx.mentorNote.findUniqueOrThrow({ where: { id: noteId } });
  return { byId, traineeId: personId, isTakenBack: takenBackAt !== null };
}

import "server-only";
import type { Actor } from "@/lib/domain/access";
import { readsNote } from "@/lib/domain/mentor-note";
import { db } from "@/lib/platform/db";
import type { NoteView } from "./schema";
import { notesReadableBy } from "./scope";

/** As many as a page shows: the newest. */
const NOTES_SHOWN = 50;

/** Notes about a person, newest first; none for who may not read them. Two statements. */
export async function listNotes(actor: Actor, personId: string): Promise<readonly NoteView[]> {
  const rows = await db().mentorNote.findMany({
    where: { personId, AND: [notesReadableBy(actor)] },
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
    take: NOTES_SHOWN,
    include: { by: { select: { id: true, name: true, latinName: true } } },
  });
  return rows.map(({ id, by, byId, text, writtenAt, takenBackAt }) => {
    const isTakenBack = takenBackAt !== null;
    return {
      noteId: id,
      by,
      writtenAt: writtenAt.toISOString(),
      takenBackAt: takenBackAt?.toISOString() ?? null,
      text: readsNote(actor, { byId, traineeId: personId, isTakenBack }) ? text : null,
      mayTakeBack: byId === actor.id && !isTakenBack,
    };
  });
}

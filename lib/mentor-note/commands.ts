import "server-only";
import type { Caller } from "@/lib/domain/access";
import { writeNote as decide, takeBackNote as decideTakeBack, type NoteRefusal } from "@/lib/domain/mentor-note";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction } from "@/lib/platform/db";
import { loadNote, loadTrainee } from "./records";
import type { NewNote, NoteKey } from "./schema";

type Outcome = Decision<{ personId: string }, NoteRefusal>;

/** The form's key is the note's id: sent twice it is one note. */
export const writeNote = ({ onceKey: id, personId, text }: NewNote, { actor, now }: Caller) =>
  inTransaction<Outcome>(
    async (tx) => {
      const decision = decide(await loadTrainee(tx, personId), actor);
      if (!decision.ok) return decision;
      if (await tx.mentorNote.count({ where: { id, personId, byId: actor.id } })) return accept({ personId });

      await tx.mentorNote.create({ data: { id, personId, byId: actor.id, text, writtenAt: now } });
      const body = { noteId: id };
      await recordEvent(tx, { action: "MentorNoteWritten", actorId: actor.id, subjectId: personId, body });
      return accept({ personId });
    },
    { onDuplicate: () => refuse({ code: "NotFound" }) },
  );

/** It stays as a trace; its text is read only by who wrote it and whom it is about. */
export const takeBackNote = ({ noteId }: NoteKey, { actor, now }: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const note = await loadNote(tx, noteId);
    const decision = decideTakeBack(note, actor);
    if (!decision.ok || !note) return decision.ok ? refuse({ code: "NotFound" }) : decision;
    const { traineeId: personId } = note;
    if (decision.value.isRepeat) return accept({ personId });

    await tx.mentorNote.update({ where: { id: noteId }, data: { takenBackAt: now } });
    const body = { noteId };
    await recordEvent(tx, { action: "MentorNoteTakenBack", actorId: actor.id, subjectId: personId, body });
    return accept({ personId });
  });

import "server-only";
import type { Actor } from "@/lib/domain/access";
import { readsNote } from "@/lib/domain/mentor-note";
import { db } from "@/lib/platform/db";
import { person } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import type { NoteView } from "./schema";
import { notesReadableBy } from "./scope";

/** As many as a page shows: the newest. */
const NOTES_SHOWN = 50;

/** Notes about a person, newest first; none for who may not read them. */
export async function listNotes(actor: Actor, personId: string): Promise<readonly NoteView[]> {
  const rows = await db().$queryRaw<NoteRow[]>(notesAbout(personId, notesReadableBy(actor)));
  return rows.map((row) => noteSeenBy(actor, row));
}

/** As it is stored; instants from JSON are text. */
export type NoteRow = Pick<NoteView, "by"> & {
  readonly id: string;
  readonly personId: string;
  readonly byId: string;
  readonly text: string;
  readonly writtenAt: Date | string;
  readonly takenBackAt: Date | string | null;
};

/** Notes about the actor, newest first. */
export const ownNoteRows = ({ id }: Actor) => notesAbout(id, Prisma.sql`true`);

const notesAbout = (personId: string, where: Prisma.Sql) => Prisma.sql`
  select n.id, n."personId", n."byId", n.text, n."writtenAt", n."takenBackAt",
         ${person("b")} as by
    from "MentorNote" n join "Person" b on b.id = n."byId"
   where n."personId" = ${personId}::uuid and ${where} order by n."writtenAt" desc, n.id desc limit ${NOTES_SHOWN}`;

export function noteSeenBy(actor: Actor, { id, by, byId, personId, text, writtenAt, takenBackAt }: NoteRow): NoteView {
  const isTakenBack = takenBackAt !== null;
  return {
    noteId: id,
    by,
    writtenAt: new Date(writtenAt).toISOString(),
    takenBackAt: isTakenBack ? new Date(takenBackAt).toISOString() : null,
    text: readsNote(actor, { byId, traineeId: personId, isTakenBack }) ? text : null,
    mayTakeBack: byId === actor.id && !isTakenBack,
  };
}

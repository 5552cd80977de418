import { z } from "zod";
import { paragraph, uuid } from "@/lib/platform/fields";

export const LONGEST_NOTE = 2000;

export const newNote = z.object({ onceKey: uuid(), personId: uuid(), text: paragraph(LONGEST_NOTE) });
export type NewNote = z.output<typeof newNote>;

export const noteKey = z.object({ noteId: uuid() });
export type NoteKey = z.output<typeof noteKey>;

type Person = { readonly id: string; readonly name: string; readonly latinName: string };

/** Instants are ISO 8601 in UTC. */
export type NoteView = {
  readonly noteId: string;
  readonly by: Person;
  readonly writtenAt: string;
  readonly takenBackAt: string | null;
  /** Null where it was taken back and is not the reader's. */
  readonly text: string | null;
  readonly mayTakeBack: boolean;
};

import "server-only";
import type { Actor } from "@/lib/domain/access";
import { type NoteRow, noteSeenBy, ownNoteRows } from "@/lib/mentor-note/queries";
import type { NoteView } from "@/lib/mentor-note/schema";
import { db } from "@/lib/platform/db";
import { asList } from "@/lib/platform/sql";
import { type OpinionRow, opinionSeenBy, ownOpinionRows } from "@/lib/second-opinion/queries";
import type { OpinionView } from "@/lib/second-opinion/schema";

export type Said = { readonly notes: readonly NoteView[]; readonly opinions: readonly OpinionView[] };

/** What mentors said of the actor's own training: notes, and second opinions as far as both have judged. One statement. */
export async function findSaid(actor: Actor): Promise<Said> {
  const [row] = await db().$queryRaw<{ notes: NoteRow[]; opinions: OpinionRow[] }[]>`
    select ${asList(ownNoteRows(actor))} as notes, ${asList(ownOpinionRows(actor))} as opinions`;
  const { notes = [], opinions = [] } = row ?? {};
  return {
    notes: notes.map((note) => noteSeenBy(actor, note)),
    opinions: opinions.map((opinion) => opinionSeenBy(actor, opinion)),
  };
}

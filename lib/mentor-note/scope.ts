import "server-only";
import type { Actor } from "@/lib/domain/access";
import { enrolmentsManagedBy, enrolmentsMentoredBy } from "@/lib/people/scope";
import type { Prisma } from "@/prisma/generated/client";

/** Twin of `mayReadNotes`; tests/integration/mentor-note/notes.test.ts proves them equal. */
export const notesReadableBy = (actor: Actor): Prisma.MentorNoteWhereInput => ({
  OR: [
    { personId: actor.id },
    {
      person: {
        enrolments: { some: { endedOn: null, OR: [enrolmentsMentoredBy(actor), enrolmentsManagedBy(actor)] } },
      },
    },
  ],
});

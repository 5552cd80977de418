import "server-only";
import type { Actor } from "@/lib/domain/access";
import { taughtBy } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";

/** Twin of `mayReadNotes`, a condition on the note `n`; tests/integration/mentor-note/notes.test.ts proves them equal. */
export const notesReadableBy = (actor: Actor) => Prisma.sql`(n."personId" = ${actor.id}::uuid or exists (
  select 1 from "Enrolment" e where e."personId" = n."personId" and e."endedOn" is null and ${taughtBy(actor)}))`;

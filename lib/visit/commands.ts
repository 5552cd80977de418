import "server-only";
import type { Actor } from "@/lib/domain/access";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { alreadyNoted, forgetNoted } from "./memory";

export type Visited = {
  readonly subjectId: string;
  readonly place: "record" | "trainee";
  /** The day in the trainee's team. */
  readonly on: string;
};

/** Who opened whose records, once a day and place (product.md, 17). Looking at one's own is no visit. At most one statement. */
export async function noteVisit(actor: Actor, { subjectId, place, on }: Visited, now: Date) {
  if (actor.id === subjectId) return;
  const visit = `${actor.id} ${subjectId} ${place} ${on}`;
  if (alreadyNoted(visit)) return;
  try {
    await db().$executeRaw`
      insert into "RecordVisit" (id, "subjectId", "viewerId", place, "visitedOn", "visitedAt")
      values (${newId(now)}::uuid, ${subjectId}::uuid, ${actor.id}::uuid, ${place}, ${toDbDay(on)}::date, ${now})
      on conflict do nothing`;
  } catch (error) {
    forgetNoted(visit);
    throw error;
  }
}

import "server-only";
import type { Actor } from "@/lib/domain/access";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

export const VISIT_PLACES = ["record", "trainee", "ledger"] as const;
export type Visited = {
  readonly subjectId: string;
  readonly place: (typeof VISIT_PLACES)[number];
  /** The day in the trainee's team. */
  readonly on: string;
};

/** What this process has noted: opening a page again costs no statement. */
const noted = new Set<string>();
const MOST = 20_000;

/** Who opened whose records, once a day and place (product.md, 17). Looking at one's own is no visit. One statement, the first time. */
export async function noteVisit(actor: Actor, { subjectId, place, on }: Visited, now: Date) {
  const visit = `${actor.id} ${subjectId} ${place} ${on}`;
  if (actor.id === subjectId || noted.has(visit)) return;
  await db().$executeRaw`
    insert into "RecordVisit" (id, "subjectId", "viewerId", place, "visitedOn", "visitedAt")
    values (${newId(now)}::uuid, ${subjectId}::uuid, ${actor.id}::uuid, ${place}, ${toDbDay(on)}::date, ${now})
    on conflict do nothing`;
  if (noted.size >= MOST) noted.clear();
  noted.add(visit);
}

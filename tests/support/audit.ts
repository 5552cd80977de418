import { db } from "@/lib/platform/db";

export type EventSeen = { action: string; actor: string; body: Record<string, unknown> };

/** What the audit says about one person or thing, oldest first. Ids are new in every test, so nothing needs erasing. */
export async function eventsAbout(subjectId: string): Promise<EventSeen[]> {
  const rows = await db().$queryRaw<{ action: string; actor: string; body: string }[]>`
    select action, actor, body from audit.event where subject = ${subjectId} order by seq`;
  return rows.map(({ body, ...event }) => ({ ...event, body: JSON.parse(body) }));
}

/** The same form sent several times at once. */
export const atOnce = <T>(times: number, send: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, send));

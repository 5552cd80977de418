import { db } from "@/lib/platform/db";
import { asApp, asSuperuser } from "./database";

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

/** So many events of no meaning, as the app itself appends them. */
export const appendMany = (count: number) =>
  asApp((client) =>
    client.query("select audit.append('actor', 'Happened', 'subject', '{}') from generate_series(1, $1)", [count]),
  );

/** As the one who may do anything, with the triggers off. */
export const tamper = (sql: string) =>
  asSuperuser(async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query(sql);
  });

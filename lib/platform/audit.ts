import "server-only";
import type { Tx } from "./db";
import type { Messages } from "./messages";

/** Ids, codes and numbers only: names and free text live in rows that can be erased. */
export type AuditBody = { readonly [key: string]: string | number | boolean | null | readonly (string | number)[] };

/** An event that the auditor's pages cannot word does not compile: content/messages/…/events. */
export type AuditAction = keyof Messages["events"];

export type AuditEvent = {
  /** Past tense: `StepSignedOff`. */
  readonly action: AuditAction;
  /** A person's id, or `system` for the set-up and the start script. */
  readonly actorId: string;
  /** The id of the person or thing it happened to. */
  readonly subjectId: string;
  readonly body: AuditBody;
};

/** Sorted keys, no white space: the same event is the same bytes (security.md, D3). */
export const canonicalJson = (value: AuditBody): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))));

/** Appends to the hash chain. Call it last in the transaction: the chain's head is locked until commit. */
export async function recordEvent(tx: Tx, { action, actorId, subjectId, body }: AuditEvent) {
  await tx.$executeRaw`select audit.append(${actorId}, ${action}, ${subjectId}, ${canonicalJson(body)})`;
}

/** Many events of one transaction in one statement, in the order given. */
export async function recordEvents(tx: Tx, events: readonly AuditEvent[]) {
  const column = (of: (event: AuditEvent) => string) => events.map(of);
  await tx.$executeRaw`
    select audit.append(e.actor, e.action, e.subject, e.body)
      from unnest(${column((each) => each.actorId)}::text[], ${column((each) => each.action)}::text[],
                  ${column((each) => each.subjectId)}::text[], ${column((each) => canonicalJson(each.body))}::text[])
           with ordinality as e(actor, action, subject, body, place)
     order by e.place`;
}

import "server-only";
import { type Disagreement, disagreements, retell } from "@/lib/domain/chronicle";
import type { ToldEvent } from "@/lib/domain/told";
import { ACTIONS_WITHOUT_PERSON } from "@/lib/domain/told-occasions";
import { db, type Tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { loadHeldOfShared } from "./facts";
import { loadHeld } from "./records";

/** So many people at once are held in memory. */
const AT_ONCE = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

export type Comparison = { readonly people: number; readonly found: readonly Disagreement[] };

/** As a verification keeps it. */
export const foundBy = ({ found }: Comparison) => ({ differing: found.length, first: found[0]?.key ?? null });

/**
 * Tells everything that the events can tell of everybody again from the audit events and compares it with the tables. What differs was not done through
 * the product. For the host's console: who asks is not looked at here.
 */
export async function compareWithEvents(): Promise<Comparison> {
  const found: Disagreement[] = [...(await compareShared())];
  let people = 0;
  let last: string | undefined = FIRST;
  while (last !== undefined) {
    const compared = await compareAfter(last);
    found.push(...compared.found);
    people += compared.personIds.length;
    last = compared.personIds.at(-1);
  }
  return { people, found };
}

/** Both read in one snapshot: work goes on meanwhile. */
const inSnapshot = <T>(work: (tx: Tx) => Promise<T>) =>
  db().$transaction(work, { isolationLevel: "RepeatableRead", timeout: 300_000 });

const compareAfter = (last: string) => inSnapshot((tx) => compare(tx, last));

/** Events that several people took part in, and imported files: few enough to be held at once. */
const compareShared = () =>
  inSnapshot(async (tx) => disagreements(retell(await loadToldOfShared(tx)), await loadHeldOfShared(tx)));

async function compare(tx: Tx, last: string) {
  const personIds = await loadPeople(tx, last, AT_ONCE);
  const told = retell(await loadTold(tx, personIds));
  return { personIds, found: disagreements(told, await loadHeld(tx, personIds)) };
}

/** People, after this id. */
async function loadPeople(tx: Tx, after: string, limit: number): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "Person" where id > ${after}::uuid order by id limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** What the chain holds about these people, in its order. */
const loadTold = (tx: Tx, personIds: readonly string[]) =>
  loadEvents(tx, Prisma.sql`subject = any(${[...personIds]}::text[])`);

/** What it holds about things that several people share. */
const loadToldOfShared = (tx: Tx) => loadEvents(tx, Prisma.sql`action = any(${[...ACTIONS_WITHOUT_PERSON]}::text[])`);

async function loadEvents(tx: Tx, where: Prisma.Sql): Promise<readonly ToldEvent[]> {
  const rows = await tx.$queryRaw<{ action: string; actor: string; subject: string; body: string }[]>`
    select action, actor, subject, body from audit.event where ${where} order by seq`;
  return rows.map(({ action, actor, subject, body }) => ({
    ...{ action, actorId: actor, subjectId: subject, body: JSON.parse(body) },
  }));
}

import "server-only";
import { type Disagreement, disagreements, retell } from "@/lib/domain/chronicle";
import { db, type Tx } from "@/lib/platform/db";
import { loadHeld, loadTold, loadTrainees } from "./records";

/** So many people at once are held in memory. */
const AT_ONCE = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

export type Comparison = { readonly people: number; readonly found: readonly Disagreement[] };

/**
 * Tells the training of everybody again from the audit events and compares it with the tables. What differs was not done through
 * the product. For the host's console: who asks is not looked at here.
 */
export async function compareWithEvents(): Promise<Comparison> {
  const found: Disagreement[] = [];
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
const compareAfter = (last: string) =>
  db().$transaction((tx) => compare(tx, last), { isolationLevel: "RepeatableRead", timeout: 60_000 });

async function compare(tx: Tx, last: string) {
  const personIds = await loadTrainees(tx, last, AT_ONCE);
  const told = retell(await loadTold(tx, personIds));
  return { personIds, found: disagreements(told, await loadHeld(tx, personIds)) };
}

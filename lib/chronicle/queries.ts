import "server-only";
import { type Disagreement, disagreements, retell } from "@/lib/domain/chronicle";
import { db, type Tx } from "@/lib/platform/db";
import { loadHeldOfShared } from "./facts";
import { loadHeld, loadPeople, loadTold, loadToldOfShared } from "./records";

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

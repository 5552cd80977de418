import "server-only";
import { everAdded, latestEdition } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { amountOf } from "@/lib/domain/policy";
import {
  kindsOf,
  needsJudgement,
  QUEUE_KINDS,
  type QueueKind,
  type QueueTab,
  usualHours,
  waitOf,
} from "@/lib/domain/queue";
import { findPolicyValues } from "@/lib/policy/queries";
import { keyOfReviewer, rememberedWaits } from "./memory";
import { loadQueue, loadUsualWaits, pooledFor, pooledWith } from "./records";
import { type PoolKey, QUEUE_PAGE, type Queue, type QueuePlace, type QueueRow } from "./schema";

const DAYS_LOOKED_AT = 90;

/** Everything that waits for the actor, longest wait first: of the tab, 50 a page. One statement; the usual waits one in ten minutes. */
export async function findQueue(actor: Actor, asked: { tab: QueueTab; page: number }, now: Date): Promise<Queue> {
  const page = Math.max(1, asked.page);
  const window = { kinds: kindsOf(asked.tab), offset: (page - 1) * QUEUE_PAGE, limit: QUEUE_PAGE, now };
  const [queue, usual] = await Promise.all([
    loadQueue(actor, { ...window, batchCodes: await codesWithoutJudgement() }),
    usualOf(actor, now),
  ]);
  const { counts, forBatch, longestMs, rows, others, heldByOthers } = queue;
  const waited = (row: QueueRow) => ({ ...row, wait: waitOf(row.sinceMs, now.getTime(), usual(row.kind)) });
  return {
    counts,
    longestHours: longestMs === null ? null : waitOf(longestMs, now.getTime(), 0).hours,
    usualHours: usual("record"),
    items: rows.map(waited),
    others: others.map(waited),
    heldByOthers,
    forBatch,
    page,
  };
}

/** What is to be decided after this place: the next longest wait of its tab, round to the longest; without a place that one. */
export async function findNextWait(actor: Actor, after: QueuePlace | null, now: Date): Promise<QueueRow | null> {
  const kinds = after ? kindsOf(after.tab) : QUEUE_KINDS;
  const batchCodes = await codesWithoutJudgement();
  const { rows } = await loadQueue(actor, { kinds, offset: 0, limit: 1, now, batchCodes, after });
  return rows[0] ?? null;
}

/** Hours that this kind usually waits in the actor's pool. No statement, but one in ten minutes. */
export const findUsualHours = async (actor: Actor, kind: QueueRow["kind"], now: Date): Promise<number> =>
  (await usualOf(actor, now))(kind);

/** By the newest edition and what was ever added to it: a claim measured by an older one is looked at again where it is verified. */
async function codesWithoutJudgement() {
  const { structure } = await latestEdition();
  const criteria = structure.roleGroups.flatMap(({ steps }) => steps.flatMap((step) => step.criteria));
  const added = (await everAdded()).flatMap((each) => (each.section === "criterion" ? [each.node] : []));
  return [...criteria, ...added].filter(({ rule }) => !needsJudgement(rule)).map(({ code }) => code);
}

const usualOf = (actor: Actor, now: Date) => usualIn(pooledFor(actor), keyOfReviewer(actor), now);

/** Hours that each kind usually waits with the mentors of these enrolments, for who waits there. No statement, but one in ten minutes. */
export async function findPoolHours(pools: readonly PoolKey[], now: Date): Promise<(kind: QueueKind) => number> {
  const keys = pools.map(({ roleGroupCode, teamId }) => `${roleGroupCode} ${teamId}`).sort();
  return usualIn(pooledWith(pools), keys.join(), now);
}

async function usualIn(pool: Parameters<typeof loadUsualWaits>[0], key: string, now: Date) {
  const { waits, fallbackDays } = await rememberedWaits(key, now.getTime(), async () => {
    const since = new Date(now.getTime() - DAYS_LOOKED_AT * 86_400_000);
    const policy = await findPolicyValues(now.toISOString().slice(0, 10));
    return {
      waits: await loadUsualWaits(pool, since),
      fallbackDays: amountOf({ param: "platform.usualWaitDays" }, policy),
    };
  });
  return (kind: QueueKind) => usualHours(kind, waits, fallbackDays);
}

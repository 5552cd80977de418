import "server-only";
import type { FaultKind, TrailFault } from "@/lib/domain/trail-fault";
import type { Tx } from "@/lib/platform/db";
import { base64 } from "./note";
import type { ReadHashes } from "./tree";

export type Head = { readonly size: number; readonly head: string };

/** How many events there are, and the hash of the last. */
export async function loadHead(tx: Tx): Promise<Head> {
  const [row] = await tx.$queryRaw<{ seq: bigint; hash: Uint8Array }[]>`select seq, hash from audit.head`;
  return row ? { size: Number(row.seq), head: base64(row.hash) } : { size: 0, head: "" };
}

export async function loadHash(tx: Tx, seq: number): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ hash: Uint8Array }[]>`select hash from audit.event where seq = ${seq}`;
  return row ? base64(row.hash) : null;
}

export const hashesFrom =
  (tx: Tx): ReadHashes =>
  async (after, until) => {
    if (after >= until) return new Uint8Array(0);
    const [row] = await tx.$queryRaw<{ hashes: Uint8Array | null }[]>`
      select string_agg(hash, ''::bytea order by seq) as hashes from audit.event where seq > ${after} and seq <= ${until}`;
    return row?.hashes ?? new Uint8Array(0);
  };

/** The first event that the chain itself finds wrong. */
export async function loadChainFault(tx: Tx): Promise<TrailFault | null> {
  const [row] = await tx.$queryRaw<{ seq: bigint; problem: FaultKind }[]>`select seq, problem from audit.verify()`;
  return row ? { kind: row.problem, seq: Number(row.seq), until: null, checkpoint: null } : null;
}

/** What the last verification found. */
export async function isKnownFaulty(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ faulty: boolean }[]>`
    select faults <> '[]'::jsonb as faulty from "TrailVerification" order by "finishedAt" desc limit 1`;
  return row?.faulty ?? false;
}

/** One checkpoint is made at a time, also where several machines serve one database. */
export const lockCheckpoints = (tx: Tx) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext('sodate audit checkpoint'))`;

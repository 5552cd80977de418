import "server-only";
import type { EventFields } from "@/lib/domain/audit-entry";
import { type Digest, type LeafRange, proofRanges } from "@/lib/domain/merkle";
import { base64 } from "./note";
import { BLOCK, type ReadHashes, rootOfRange } from "./tree";

/** What anybody can verify with scripts/verify-proof.mjs alone. Its format never changes; a new one has another name. */
export type Proof = {
  readonly format: "sodate-proof/1";
  readonly person: string;
  readonly takenAt: string;
  readonly publicKey: string;
  readonly checkpoint: string;
  readonly events: readonly (EventFields & { readonly proof: readonly string[] })[];
};

type Tree = { readonly size: number; readonly blocks: readonly Digest[]; readonly read: ReadHashes };

/** Each event with the hashes that lead from it to the checkpoint's root; null where the trail has not what it should. */
export async function withProofs(events: readonly EventFields[], tree: Tree) {
  const rootOfEach = memorised({ ...tree, read: byBlocks(tree.read, tree.size) });
  const proved: (EventFields & { proof: string[] })[] = [];
  for (const event of events) {
    const proof: string[] = [];
    for (const range of proofRanges(event.seq - 1, tree.size)) {
      const root = await rootOfEach(range);
      if (!root) return null;
      proof.push(base64(root));
    }
    proved.push({ ...event, proof });
  }
  return proved;
}

/** Events of one person share most of their way up. */
function memorised({ blocks, read }: Tree) {
  const known = new Map<string, Promise<Digest | null>>();
  return (range: LeafRange) => {
    const key = `${range.from} ${range.to}`;
    const root = known.get(key) ?? rootOfRange(range, blocks, read);
    known.set(key, root);
    return root;
  };
}

/** Reads the block that the wanted hashes are in, once. */
function byBlocks(read: ReadHashes, size: number): ReadHashes {
  let block = -1;
  let kept: Uint8Array = new Uint8Array(0);
  return async (after, until) => {
    if (after >= until) return new Uint8Array(0);
    const wanted = Math.floor(after / BLOCK);
    if (until > (wanted + 1) * BLOCK) return await read(after, until);
    if (wanted !== block) kept = await read(wanted * BLOCK, Math.min(size, (wanted + 1) * BLOCK));
    block = wanted;
    return kept.subarray((after - wanted * BLOCK) * 32, (until - wanted * BLOCK) * 32);
  };
}

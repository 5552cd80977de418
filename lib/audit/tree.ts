import "server-only";
import { type Digest, type Edge, EMPTY_EDGE, grown, type LeafRange, leafHash, rootOf } from "@/lib/domain/merkle";
import { sha256 } from "./note";

/** Events whose roots are kept from one checkpoint to the next are this many together. */
const BLOCK_HEIGHT = 10;
export const BLOCK = 2 ** BLOCK_HEIGHT;

/** Hashes of events one after the other, those with numbers above `after` up to `until`. */
export type ReadHashes = (after: number, until: number) => Promise<Uint8Array>;

const HASH_BYTES = 32;
/** Hashes read at once: two megabytes. */
const READ = 64 * BLOCK;

/** The tree with these events more. Null where fewer are there than their numbers say. */
function withEvents(edge: Edge, hashes: Uint8Array, count: number): Edge | null {
  if (hashes.length !== count * HASH_BYTES) return null;
  let next = edge;
  for (let at = 0; at < hashes.length; at += HASH_BYTES)
    next = grown(sha256, next, leafHash(sha256, hashes.subarray(at, at + HASH_BYTES)));
  return next;
}

/** The same reading, many at a time ahead: for a walk through the whole trail. */
export function readAhead(read: ReadHashes, end: number): ReadHashes {
  let from = 0;
  let kept: Uint8Array = new Uint8Array(0);
  return async (after, until) => {
    if (after < from || (until - from) * HASH_BYTES > kept.length) {
      from = after;
      kept = await read(after, Math.max(until, Math.min(end, after + READ)));
    }
    return kept.subarray((after - from) * HASH_BYTES, (until - from) * HASH_BYTES);
  };
}

/** Grows the tree to a size by what is read, some at a time. */
export async function grownTo(edge: Edge, size: number, read: ReadHashes): Promise<Edge | null> {
  let next: Edge | null = edge;
  for (let at = edge.size; next && at < size; at = next?.size ?? size) {
    const until = Math.min(size, at + READ);
    next = withEvents(next, await read(at, until), until - at);
  }
  return next;
}

/** The roots of the complete blocks that follow the known ones. */
export async function blocksAfter(known: number, size: number, read: ReadHashes): Promise<Digest[] | null> {
  const roots: Digest[] = [];
  for (let from = known * BLOCK; from + BLOCK <= size; from += BLOCK) {
    const edge = withEvents(EMPTY_EDGE, await read(from, from + BLOCK), BLOCK);
    if (!edge) return null;
    roots.push(rootOf(sha256, edge));
  }
  return roots;
}

/** The root of some leaves of the tree, by whole blocks where they are known. The range is one that the tree has. */
export async function rootOfRange(
  { from, to }: LeafRange,
  blocks: readonly Digest[],
  read: ReadHashes,
): Promise<Digest | null> {
  let edge = EMPTY_EDGE;
  if (from % BLOCK === 0)
    for (const block of blocks.slice(from / BLOCK, Math.floor(to / BLOCK)))
      edge = grown(sha256, edge, block, BLOCK_HEIGHT);
  const rest = await read(from + edge.size, to);
  const whole = withEvents(edge, rest, to - from - edge.size);
  return whole && rootOf(sha256, whole);
}

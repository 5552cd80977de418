/** The Merkle tree of RFC 6962 over the audit's events, in as much memory as the tree is high. */

export type Digest = Uint8Array<ArrayBuffer>;
/** SHA-256, handed in: the domain computes nothing by itself that needs a library. */
export type Sha256 = (bytes: Uint8Array) => Digest;

/** A tree's right edge: the roots of its complete subtrees, largest first. It is all that a tree needs to grow. */
export type Edge = { readonly size: number; readonly roots: readonly Digest[] };
/** Leaves `from` (counted from 0) up to, not including, `to`. */
export type LeafRange = { readonly from: number; readonly to: number };

export const EMPTY_EDGE: Edge = { size: 0, roots: [] };

const joined = (prefix: number, ...parts: readonly Uint8Array[]) => {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

export const leafHash = (sha256: Sha256, entry: Uint8Array) => sha256(joined(0, entry));
const nodeHash = (sha256: Sha256, left: Digest, right: Digest) => sha256(joined(1, left, right));

/** The tree with one complete subtree more: a leaf (height 0), or 2^height leaves at once where the size allows it. */
export function grown(sha256: Sha256, { size, roots }: Edge, root: Digest, height = 0): Edge {
  const width = 2 ** height;
  if (size % width !== 0) throw new Error(`a subtree of ${width} leaves cannot follow ${size}`);
  const kept = [...roots];
  let last = root;
  for (let whole = size / width; whole % 2 === 1; whole = Math.floor(whole / 2)) {
    const left = kept.pop();
    if (left) last = nodeHash(sha256, left, last);
  }
  return { size: size + width, roots: [...kept, last] };
}

/** The root of an empty tree is the hash of nothing. */
export const rootOf = (sha256: Sha256, { roots }: Edge): Digest =>
  roots.length === 0 ? sha256(new Uint8Array(0)) : roots.reduceRight((right, left) => nodeHash(sha256, left, right));

/** Where RFC 6962 parts a tree: the largest power of two below its size. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

const isPlaceIn = (index: number, size: number) => Number.isSafeInteger(index) && index >= 0 && index < size;

/** The subtrees whose roots prove that a leaf is in the tree, from the leaf upwards. */
export function proofRanges(index: number, size: number): readonly LeafRange[] {
  if (!isPlaceIn(index, size)) return [];
  const ranges: LeafRange[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const isLeft = index < middle;
    ranges.unshift(isLeft ? { from: middle, to } : { from, to: middle });
    if (isLeft) to = middle;
    else from = middle;
  }
  return ranges;
}

export type Inclusion = { readonly index: number; readonly size: number; readonly proof: readonly Digest[] };

/** The root that a leaf and its proof lead to; null where the proof has not the length that place and size ask for. */
export function rootFrom(sha256: Sha256, leaf: Digest, { index, size, proof }: Inclusion): Digest | null {
  const ranges = proofRanges(index, size);
  if (!isPlaceIn(index, size) || ranges.length !== proof.length) return null;
  return proof.reduce(
    (root, sibling, step) =>
      (ranges[step]?.from ?? 0) > index ? nodeHash(sha256, root, sibling) : nodeHash(sha256, sibling, root),
    leaf,
  );
}

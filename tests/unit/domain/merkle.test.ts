import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Digest,
  EMPTY_EDGE,
  grown,
  leafHash,
  proofRanges,
  rootFrom,
  rootOf,
  type Sha256,
} from "@/lib/domain/merkle";

const sha256: Sha256 = (bytes) => new Uint8Array(hash("sha256", bytes, "buffer"));
const hex = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString("hex") : null);

/** The definition of RFC 6962, 2.1, word for word: nothing of it is shared with what is tested. */
function treeHash(entries: readonly Uint8Array[]): Digest {
  const [only] = entries;
  if (!only) return sha256(new Uint8Array(0));
  if (entries.length === 1) return sha256(Buffer.concat([Buffer.of(0), only]));
  const k = 2 ** Math.floor(Math.log2(entries.length - 1));
  return sha256(Buffer.concat([Buffer.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k))]));
}

const leavesOf = (entries: readonly Uint8Array[]) => entries.map((entry) => leafHash(sha256, entry));
const edgeOf = (leaves: readonly Digest[]) => leaves.reduce((edge, leaf) => grown(sha256, edge, leaf), EMPTY_EDGE);
const proofOf = (entries: readonly Uint8Array[], index: number) => ({
  index,
  size: entries.length,
  proof: proofRanges(index, entries.length).map(({ from, to }) => treeHash(entries.slice(from, to))),
});

const entries = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 });
const entriesAndIndex = entries.chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all.length - 1 })));

/** The known tree of the Certificate Transparency implementations: eight entries, the root at every size. */
const KNOWN = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const KNOWN_ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("the root", () => {
  const known = KNOWN.map((entry) => new Uint8Array(Buffer.from(entry, "hex")));

  test.each(KNOWN_ROOTS.map((root, size) => [size, root] as const))("of the known tree of %i entries", (size, root) => {
    expect(hex(rootOf(sha256, edgeOf(leavesOf(known.slice(0, size)))))).toBe(root);
  });

  test("of any tree grown leaf by leaf is the one of the definition, at every size on the way", () => {
    fc.assert(
      fc.property(entries, (all) => {
        let edge = EMPTY_EDGE;
        for (const [at, leaf] of leavesOf(all).entries()) {
          edge = grown(sha256, edge, leaf);
          expect(hex(rootOf(sha256, edge))).toBe(hex(treeHash(all.slice(0, at + 1))));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is the same when whole subtrees are added at once", () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 0, max: 4 }), (all, height) => {
        const width = 2 ** height;
        const whole = all.length - (all.length % width);
        let edge = EMPTY_EDGE;
        for (let at = 0; at < whole; at += width)
          edge = grown(sha256, edge, treeHash(all.slice(at, at + width)), height);
        for (const leaf of leavesOf(all.slice(whole))) edge = grown(sha256, edge, leaf);
        expect(edge.size).toBe(all.length);
        expect(hex(rootOf(sha256, edge))).toBe(hex(treeHash(all)));
      }),
      { numRuns: 60 },
    );
  });

  test("a subtree that does not fit is refused", () => {
    const edge = edgeOf(leavesOf([Buffer.of(1)].map((each) => new Uint8Array(each))));
    expect(() => grown(sha256, edge, sha256(Buffer.of(2)), 1)).toThrow("a subtree of 2 leaves cannot follow 1");
  });

  test("an edge is no longer than the tree is high", () => {
    const leaf = sha256(Buffer.of(1));
    let edge = EMPTY_EDGE;
    for (let size = 1; size <= 1023; size += 1) edge = grown(sha256, edge, leaf);
    expect(edge.roots).toHaveLength(10);
    expect(grown(sha256, edge, leaf).roots).toHaveLength(1);
  });
});

describe("a proof", () => {
  test("of any leaf leads to the root", () => {
    fc.assert(
      fc.property(entriesAndIndex, ([all, index]) => {
        const leaf = leafHash(sha256, all[index] ?? new Uint8Array(0));
        expect(hex(rootFrom(sha256, leaf, proofOf(all, index)))).toBe(hex(treeHash(all)));
      }),
    );
  });

  test("with any bit of the leaf or of the proof flipped leads elsewhere", () => {
    fc.assert(
      fc.property(entriesAndIndex, fc.nat(), fc.nat({ max: 255 }), ([all, index], which, bit) => {
        const inclusion = proofOf(all, index);
        const hashes = [leafHash(sha256, all[index] ?? new Uint8Array(0)), ...inclusion.proof];
        const flipped = hashes.map((each, place) =>
          place === which % hashes.length
            ? each.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
            : each,
        );
        const [leaf, ...proof] = flipped;
        expect(hex(rootFrom(sha256, leaf ?? new Uint8Array(0), { ...inclusion, proof }))).not.toBe(hex(treeHash(all)));
      }),
    );
  });

  test("for another place leads elsewhere, or is none", () => {
    fc.assert(
      fc.property(entriesAndIndex, fc.nat({ max: 80 }), ([all, index], other) => {
        fc.pre(other !== index);
        const distinct = all.map((entry, at) => new Uint8Array([at, ...entry]));
        const leaf = leafHash(sha256, distinct[index] ?? new Uint8Array(0));
        const moved = { ...proofOf(distinct, index), index: other };
        expect(hex(rootFrom(sha256, leaf, moved))).not.toBe(hex(treeHash(distinct)));
      }),
    );
  });

  test.each([
    [-1, 3],
    [3, 3],
    [0.5, 3],
    [0, 0],
  ])("for place %d of %d is none", (index, size) => {
    expect(proofRanges(index, size)).toEqual([]);
    expect(rootFrom(sha256, sha256(Buffer.of(1)), { index, size, proof: [] })).toBeNull();
  });

  test("too short or too long is none", () => {
    const all = [1, 2, 3, 4, 5].map((each) => Uint8Array.of(each));
    const inclusion = proofOf(all, 2);
    const leaf = leafHash(sha256, Uint8Array.of(3));
    expect(rootFrom(sha256, leaf, { ...inclusion, proof: inclusion.proof.slice(1) })).toBeNull();
    expect(rootFrom(sha256, leaf, { ...inclusion, proof: [...inclusion.proof, leaf] })).toBeNull();
  });

  test("names the subtrees from the leaf upwards", () => {
    expect(proofRanges(2, 7)).toEqual([
      { from: 3, to: 4 },
      { from: 0, to: 2 },
      { from: 4, to: 7 },
    ]);
    expect(proofRanges(0, 1)).toEqual([]);
  });
});

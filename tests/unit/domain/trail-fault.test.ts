import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkpointJudge, type SeenCheckpoint, type TrailState } from "@/lib/domain/trail-fault";

const AT = (minute: number) => `2026-11-20T05:${String(minute).padStart(2, "0")}:00.000Z`;

/** The nth checkpoint of a good file: ten events each. */
const good = (place: number, change: Partial<SeenCheckpoint> = {}): SeenCheckpoint => ({
  place,
  checkpoint: {
    origin: "sodate/test",
    size: place * 10,
    root: `root ${place * 10}`,
    head: `head ${place * 10}`,
    at: AT(place),
    previous: place === 1 ? null : `digest ${place - 1}`,
  },
  isSigned: true,
  digest: `digest ${place}`,
  ...change,
});
const trailAt = (size: number): TrailState => ({ root: `root ${size}`, head: `head ${size}` });

type Case = readonly [SeenCheckpoint, TrailState];
const asGood = (...places: number[]): Case[] => places.map((place) => [good(place), trailAt(place * 10)]);
const judged = (cases: readonly Case[], isCopy = false) => {
  const judge = checkpointJudge(35, { isCopy });
  return cases.flatMap(([seen, state]) => judge(seen, state));
};

describe("a file of checkpoints", () => {
  test("of a trail that holds has nothing wrong with it", () => {
    expect(judged(asGood(1, 2, 3))).toEqual([]);
  });

  test("with a checkpoint that was changed: that one, and the next that names another", () => {
    const changed = good(2, { isSigned: false, digest: "other" });
    expect(judged([...asGood(1), [changed, undefined], ...asGood(3)])).toEqual([
      { kind: "signature", seq: null, until: 20, checkpoint: 2 },
      { kind: "order", seq: null, until: 30, checkpoint: 3 },
    ]);
  });

  test("with something that is none", () => {
    const none = good(2, { checkpoint: null, isSigned: false });
    expect(judged([...asGood(1), [none, undefined]])).toEqual([
      { kind: "unreadable", seq: null, until: null, checkpoint: 2 },
    ]);
  });

  test("with one taken out, or the first", () => {
    expect(judged(asGood(1, 3))).toEqual([{ kind: "order", seq: null, until: 30, checkpoint: 3 }]);
    expect(judged(asGood(2))).toEqual([{ kind: "order", seq: null, until: 20, checkpoint: 2 }]);
  });

  test.each([
    ["smaller", { size: 5 }],
    ["of the same size", { size: 10 }],
    ["earlier", { at: AT(0) }],
  ])("with a next one that is %s", (_what, change) => {
    const second = good(2);
    const moved = { ...second, checkpoint: second.checkpoint && { ...second.checkpoint, ...change } };
    expect(judged([...asGood(1), [moved, undefined]]).map(({ kind }) => kind)).toEqual(["order"]);
  });

  test("of a longer trail: cut off behind its end, said once", () => {
    expect(judged([...asGood(1, 2, 3), [good(4), null], [good(5), null]])).toEqual([
      { kind: "cut", seq: 36, until: 40, checkpoint: 4 },
    ]);
  });

  test("of another trail: rewritten after the last good one, said once", () => {
    const other = { root: "other", head: "other" };
    expect(judged([...asGood(1), [good(2), other], [good(3), other]])).toEqual([
      { kind: "rewritten", seq: 11, until: 20, checkpoint: 2 },
    ]);
  });

  test.each([
    ["root", { root: "other", head: "head 10" }],
    ["head", { root: "root 10", head: "other" }],
  ])("whose %s alone is another", (_what, state) => {
    expect(judged([[good(1), state]]).map(({ kind }) => kind)).toEqual(["rewritten"]);
  });

  test("rewritten and cut: both", () => {
    const other = { root: "other", head: "other" };
    expect(judged([...asGood(1), [good(2), other], [good(3), other], [good(4), null]]).map(({ kind }) => kind)).toEqual(
      ["rewritten", "cut"],
    );
  });
});

test("a copy need not be whole, and says the same about the events", () => {
  expect(judged(asGood(1, 3), true)).toEqual([]);
  expect(judged([...asGood(2), [good(4), null]], true)).toEqual([{ kind: "cut", seq: 36, until: 40, checkpoint: 4 }]);
});

describe("whatever is done to a file", () => {
  const ALL = [1, 2, 3, 4, 5];
  const trailOf = (events: number) => (place: number) => (place * 10 <= events ? trailAt(place * 10) : null);

  test("taking checkpoints out is seen, except at its end; a copy minds none of it", () => {
    fc.assert(
      fc.property(fc.subarray(ALL), (kept) => {
        const isPrefix = kept.every((place, at) => place === at + 1);
        expect(judged(asGood(...kept)).some(({ kind }) => kind === "order")).toBe(!isPrefix);
        expect(judged(asGood(...kept), true)).toEqual([]);
      }),
    );
  });

  test("putting them in another order is seen", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ALL, { minLength: 5 }), (order) => {
        const isInOrder = order.every((place, at) => place === at + 1);
        expect(judged(asGood(...order)).length === 0).toBe(isInOrder);
      }),
    );
  });

  test("changing one text is that one's fault, and the next one's that names it by its hash", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.boolean(), (changed, isReadable) => {
        const broken = { isSigned: false, digest: "changed", ...(isReadable ? {} : { checkpoint: null }) };
        const cases = asGood(...ALL).map(
          ([seen, state]): Case => (seen.place === changed ? [good(changed, broken), undefined] : [seen, state]),
        );
        const kinds = judged(cases).map(({ kind, checkpoint }) => `${kind} ${checkpoint}`);
        const own = `${isReadable ? "signature" : "unreadable"} ${changed}`;
        expect(kinds).toEqual(changed === 5 ? [own] : [own, `order ${changed + 1}`]);
      }),
    );
  });

  test("cutting the trail is said once, from the first event that is gone", () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), (events) => {
        const judge = checkpointJudge(events);
        const faults = ALL.flatMap((place) => judge(good(place), trailOf(events)(place)));
        const first = ALL.find((place) => place * 10 > events);
        const cut = { kind: "cut", seq: events + 1, until: (first ?? 0) * 10, checkpoint: first };
        expect(faults).toEqual(first === undefined ? [] : [cut]);
      }),
    );
  });

  test("rewriting it from an event on is said once, after the last checkpoint that still holds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (from) => {
        const cases = ALL.map(
          (place): Case => [good(place), place * 10 < from ? trailAt(place * 10) : { root: "new", head: "new" }],
        );
        const holds = Math.floor((from - 1) / 10);
        expect(judged(cases)).toEqual([
          { kind: "rewritten", seq: holds * 10 + 1, until: (holds + 1) * 10, checkpoint: holds + 1 },
        ]);
      }),
    );
  });
});

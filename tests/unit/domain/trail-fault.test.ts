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

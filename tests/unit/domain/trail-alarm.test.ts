import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alarmsOf, firstBad, soundAgain, type TrailFound } from "@/lib/domain/trail-alarm";
import { FAULT_KINDS, type TrailFault } from "@/lib/domain/trail-fault";

const AT = new Date("2026-11-20T05:00:00Z");
const fault = (wish: Partial<TrailFault> = {}): TrailFault => ({
  ...{ kind: "content", seq: 42, until: null, checkpoint: null },
  ...wish,
});
const found = (wish: Partial<TrailFound> = {}): TrailFound => ({
  ...{ faults: [], tables: { differing: 0, first: null } },
  ...wish,
});
const NEVER = { trail: null, tables: null };
const keys = (what: TrailFound, since = NEVER as Parameters<typeof alarmsOf>[1]) =>
  alarmsOf(what, since, ["emi"], AT).map(({ kind, key }) => `${kind}: ${key}`);

describe("who watches over the trail", () => {
  test("hears nothing while it holds", () => {
    expect(alarmsOf(found(), NEVER, ["emi", "shin"], AT)).toEqual([]);
    expect(soundAgain(found())).toEqual(["trail", "tables"]);
  });

  test("hears the number of the first bad entry, each of them, and nothing of what it says", () => {
    const faults = [fault({ kind: "rewritten", seq: 90, until: 120, checkpoint: 3 }), fault()];
    expect(alarmsOf(found({ faults }), NEVER, ["emi", "shin"], AT)).toEqual(
      ["emi", "shin"].map((personId) => ({
        ...{ personId, kind: "trailFaulty", key: "trail null rewritten 42", about: "trail", enrolmentId: null },
        ...{ subjectId: "system", actorId: "system", values: { seq: 42, count: 2 }, at: AT },
      })),
    );
    expect(soundAgain(found({ faults }))).toEqual(["tables"]);
  });

  test("hears of a checkpoint alone, and of tables that say other than the events", () => {
    const faults = [fault({ kind: "signature", seq: null, until: 30, checkpoint: 2 })];
    const tables = { differing: 3, first: "signOff s1" };
    expect(keys(found({ faults, tables }))).toEqual([
      "trailFaulty: trail null signature c2",
      "tablesDiffer: tables null signOff s1",
    ]);
    expect(soundAgain(found({ faults, tables }))).toEqual([]);
  });

  test("tables that were not looked at are neither sound nor faulty", () => {
    expect(keys(found({ tables: null }))).toEqual([]);
    expect(soundAgain(found({ tables: null }))).toEqual(["trail"]);
  });

  test("hears the same fault again only after it was sound in between", () => {
    const faulty = found({ faults: [fault()] });
    expect(keys(faulty)).toEqual(keys(faulty));
    expect(keys(faulty, { trail: "v7", tables: null })).not.toEqual(keys(faulty));
    expect(keys(faulty, { trail: null, tables: "v7" })).toEqual(keys(faulty));
    expect(keys(found({ faults: [fault({ seq: 41 })] }))).not.toEqual(keys(faulty));
  });
});

test("the first bad entry is one of those found, and none is before it", () => {
  const seq = fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: null });
  const faults = fc.array(fc.record({ kind: fc.constantFrom(...FAULT_KINDS), seq, until: seq, checkpoint: seq }));
  fc.assert(
    fc.property(faults, (some) => {
      const first = firstBad(some);
      const numbers = some.flatMap((each) => each.seq ?? []);
      expect(first === null).toBe(numbers.length === 0);
      if (first !== null) {
        expect(numbers).toContain(first);
        expect(numbers.every((each) => each >= first)).toBe(true);
      }
    }),
  );
});

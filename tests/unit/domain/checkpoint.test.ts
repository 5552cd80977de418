import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Checkpoint, isCheckpointDue, readCheckpoint, textOfCheckpoint } from "@/lib/domain/checkpoint";

const HASH = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
const FIRST: Checkpoint = {
  origin: "sodate/test",
  size: 3,
  root: HASH,
  head: HASH,
  at: "2026-11-20T05:00:00.000Z",
  previous: null,
};

describe("the text of a checkpoint", () => {
  test("is what it always was", () => {
    expect(textOfCheckpoint(FIRST)).toBe(
      `sodate/test\n3\n${HASH}\nhead ${HASH}\ntime 2026-11-20T05:00:00.000Z\nprevious none\n`,
    );
  });

  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("base64"));
  const anyCheckpoint: fc.Arbitrary<Checkpoint> = fc.record({
    origin: fc.stringMatching(/^[a-z][a-z0-9/.-]{0,40}$/),
    size: fc.nat({ max: 10 ** 14 }),
    root: hash,
    head: hash,
    at: fc
      .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString()),
    previous: fc.option(hash),
  });

  test("is read back as it was", () => {
    fc.assert(
      fc.property(anyCheckpoint, (checkpoint) => {
        expect(readCheckpoint(textOfCheckpoint(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  test("is the only one: nothing that is read can be written in another way", () => {
    fc.assert(
      fc.property(anyCheckpoint, fc.nat(), fc.constantFrom("", " ", "\n", "0", "x", "="), (checkpoint, at, put) => {
        const text = textOfCheckpoint(checkpoint);
        const place = at % (text.length + 1);
        const changed = text.slice(0, place) + put + text.slice(place + (at % 2));
        const read = readCheckpoint(changed);
        expect(read === null || textOfCheckpoint(read) === changed).toBe(true);
      }),
    );
  });

  test.each([
    ["nothing", ""],
    ["no end of line", textOfCheckpoint(FIRST).trimEnd()],
    ["a further line", `${textOfCheckpoint(FIRST)}more\n`],
    ["a size with a nought before it", textOfCheckpoint(FIRST).replace("\n3\n", "\n03\n")],
    ["a shorter hash", textOfCheckpoint(FIRST).replace(HASH, HASH.slice(1))],
    ["no time", textOfCheckpoint(FIRST).replace("T05", " 05")],
  ])("is not: %s", (_what, text) => {
    expect(readCheckpoint(text)).toBeNull();
  });
});

describe("a checkpoint is due", () => {
  const now = new Date("2026-11-20T05:15:00.000Z");
  test.each([
    ["the first event", null, 1, true],
    ["no event yet", null, 0, false],
    ["one event and a quarter of an hour", FIRST, 4, true],
    ["a quarter of an hour in which nothing happened", FIRST, 3, false],
    ["one event, a minute too early", { ...FIRST, at: "2026-11-20T05:01:00.000Z" }, 4, false],
    ["99 events at once", { ...FIRST, at: now.toISOString() }, 102, false],
    ["100 events at once", { ...FIRST, at: now.toISOString() }, 103, true],
    ["a trail that was cut", FIRST, 2, false],
  ] as const)("after %s", (_what, last, events, due) => {
    expect(isCheckpointDue(last, events, now)).toBe(due);
  });
});

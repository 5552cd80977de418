import { describe, expect, test } from "vitest";
import { mayReadNotes, mayWriteNote, readsNote, takeBackNote, writeNote } from "@/lib/domain/mentor-note";
import {
  basicEducation,
  kenichi,
  makoto,
  megumi,
  misaki,
  monitoring,
  nao,
  shin,
  taro,
  toru,
  yuko,
} from "@/tests/support/reviewing";

const refs = [basicEducation, monitoring];
const NOT_FOUND = { ok: false, refusal: { code: "NotFound" } };

describe("who writes and who reads", () => {
  test.each([
    ["a mentor of the role group", kenichi, true, true],
    ["another mentor of it", yuko, true, true],
    ["a mentor of another role group in the team, by basic education", megumi, true, true],
    ["a mentor elsewhere", toru, false, false],
    ["the manager", makoto, false, true],
    ["the trainee", misaki, false, true],
    ["a countersigner", taro, false, false],
    ["a reviewer", nao, false, false],
    ["an administrator", shin, false, false],
  ])("%s", (_, actor, writes, reads) => {
    expect([mayWriteNote(actor, refs), mayReadNotes(actor, refs)]).toEqual([writes, reads]);
    expect(writeNote(refs, actor)).toEqual(writes ? { ok: true, value: null } : NOT_FOUND);
  });

  test("about oneself nobody writes, whatever they mentor", () => {
    expect(mayWriteNote({ ...kenichi, id: "misaki" }, refs)).toBe(false);
  });

  test("where nothing runs, nobody", () => {
    expect([mayWriteNote(kenichi, []), mayReadNotes(misaki, [])]).toEqual([false, false]);
  });
});

describe("taking back", () => {
  const note = { byId: "kenichi", traineeId: "misaki", isTakenBack: false };
  test("by who wrote it, twice is once", () => {
    expect(takeBackNote(note, kenichi)).toEqual({ ok: true, value: { isRepeat: false } });
    expect(takeBackNote({ ...note, isTakenBack: true }, kenichi)).toEqual({ ok: true, value: { isRepeat: true } });
  });
  test("by nobody else, not even the manager or whom it is about", () => {
    for (const actor of [yuko, makoto, misaki, shin]) expect(takeBackNote(note, actor)).toEqual(NOT_FOUND);
    expect(takeBackNote(null, kenichi)).toEqual(NOT_FOUND);
  });
  test("what was taken back is read by its two people only", () => {
    const readers = [kenichi, misaki, yuko, makoto];
    expect(readers.map((actor) => readsNote(actor, note))).toEqual([true, true, true, true]);
    expect(readers.map((actor) => readsNote(actor, { ...note, isTakenBack: true }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyValue } from "@/lib/domain/policy";
import { type PolicyFacts, type PolicyRange, setPolicy } from "@/lib/domain/policy-setting";
import { kenichi, makoto, misaki, shin } from "@/tests/support/reviewing";

const today = "2026-11-20";
const NUMBER: PolicyRange = { kind: "number", min: 3, max: 12 };
const CHOICE: PolicyRange = { kind: "choice", options: [{ code: "either" }, { code: "both" }] };
const FLAG: PolicyRange = { kind: "flag" };
const LIST: PolicyRange = { kind: "list", min: 1, max: 2 };

const facts = (range: PolicyRange = NUMBER, valueThen: PolicyValue = 10): PolicyFacts => ({
  range,
  today,
  rootTeamIds: ["hq"],
  valueThen,
});
const wish = (value: PolicyValue, holdsFrom = today) => ({ value, holdsFrom });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });
const entries = (...codes: string[]) => codes.map((code) => ({ code }));

describe("who sets values", () => {
  test.each([
    ["an administrator", shin],
    ["a manager of a root team", makoto],
  ] as const)("%s", (_who, actor) => {
    expect(setPolicy(wish(12), facts(), actor)).toEqual({ ok: true, value: wish(12) });
  });
  test.each([
    ["a manager of a team below", { ...makoto, managedTeamIds: ["soc"] }],
    ["a mentor", kenichi],
    ["a trainee", misaki],
  ] as const)("not %s", (_who, actor) => {
    expect(setPolicy(wish(12), facts(), actor)).toEqual(refused("NotFound"));
  });
  test("nobody sets what is no parameter", () => {
    expect(setPolicy(wish(12), null, shin)).toEqual(refused("NotFound"));
  });
});

describe("from which day", () => {
  test("today or later, never a day that has passed", () => {
    expect(setPolicy(wish(12, "2027-04-01"), facts(), shin).ok).toBe(true);
    expect(setPolicy(wish(12, "2026-11-19"), facts(), shin)).toEqual(refused("PolicyDayPast"));
  });
});

describe("which value", () => {
  const outOfRange = refused("PolicyOutOfRange", { min: 3, max: 12 });
  const wrongLength = refused("PolicyListLength", { min: 1, max: 2 });
  test.each([
    [NUMBER, 3, true],
    [NUMBER, 12, true],
    [NUMBER, 2, outOfRange],
    [NUMBER, 13, outOfRange],
    [NUMBER, 4.5, outOfRange],
    [NUMBER, Number.NaN, outOfRange],
    [NUMBER, "4", outOfRange],
    [CHOICE, "both", true],
    [CHOICE, "neither", refused("PolicyNotAnOption")],
    [CHOICE, true, refused("PolicyNotAnOption")],
    [FLAG, true, true],
    [FLAG, false, true],
    [FLAG, "true", refused("PolicyNotAnOption")],
    [LIST, entries("a"), true],
    [LIST, entries("a", "b"), true],
    [LIST, [], wrongLength],
    [LIST, entries("a", "b", "c"), wrongLength],
    [LIST, 2, wrongLength],
    [LIST, entries("a", "a"), refused("PolicyEntryTwice")],
  ] as const)("%j: %j", (range, value, expected) => {
    const decision = setPolicy(wish(value), facts(range), shin);
    if (expected === true) expect(decision).toEqual({ ok: true, value: wish(value) });
    else expect(decision).toEqual(expected);
  });
  test("every whole number in the range and no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), (value) => {
        expect(setPolicy(wish(value), facts(NUMBER, "none"), shin).ok).toBe(value >= 3 && value <= 12);
      }),
    );
  });
});

describe("nothing to change", () => {
  test("the value that holds on that day anyway", () => {
    expect(setPolicy(wish(10), facts(NUMBER, 10), shin)).toEqual(refused("PolicyUnchanged"));
  });
  test("a list with the same entries, whatever the order of an entry's fields", () => {
    const stored = [{ url: "https://example.jp/", code: "a", title: { en: "A", ja: "あ" } }];
    const typed = [{ code: "a", title: { ja: "あ", en: "A" }, url: "https://example.jp/" }];
    expect(setPolicy(wish(typed), facts(LIST, stored), shin)).toEqual(refused("PolicyUnchanged"));
  });
  test("entries in another order are another list", () => {
    expect(setPolicy(wish(entries("b", "a")), facts(LIST, entries("a", "b")), shin).ok).toBe(true);
  });
  test("an entry with another link is another list", () => {
    const stored = [{ code: "a", url: "https://example.jp/" }];
    const typed = [{ code: "a", url: "https://example.org/" }];
    expect(setPolicy(wish(typed), facts(LIST, stored), shin).ok).toBe(true);
    expect(setPolicy(wish(entries("a")), facts(LIST, stored), shin).ok).toBe(true);
  });
});

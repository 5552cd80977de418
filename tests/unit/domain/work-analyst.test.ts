import { describe, expect, test } from "vitest";
import { likelyPerson, nameAnalysts, type PersonInReach } from "@/lib/domain/work-analyst";

const ren: PersonInReach = { personId: "ren", email: "ren@aoba.example", employeeNumber: "00124", name: "鈴木 蓮" };
const nao: PersonInReach = { personId: "nao", email: "nao@aoba.example", employeeNumber: null, name: "吉田 奈緒" };
const people = [ren, nao];
const named = (shown: string, personId: string | null) => ({ alias: shown.toLowerCase(), shown, personId });

describe("which name is which person", () => {
  test.each([
    ["by address", "REN@aoba.example", "ren"],
    ["by employee number", "00124", "ren"],
    ["by another address", "nao@aoba.example", "nao"],
  ])("%s", (_name, typed, personId) => {
    expect(nameAnalysts([{ shown: "Suzuki.R", typed }], [], people)).toEqual({
      ok: true,
      value: [{ alias: "suzuki.r", shown: "Suzuki.R", personId }],
    });
  });

  test("a name can be left aside, and be somebody later", () => {
    const aside = nameAnalysts([{ shown: "bot", typed: null }], [], people);
    expect(aside).toEqual({ ok: true, value: [named("bot", null)] });
    expect(nameAnalysts([{ shown: "bot", typed: "00124" }], [named("bot", null)], people)).toMatchObject({ ok: true });
  });

  test("somebody out of reach is not found, and nothing at all is set", () => {
    const wishes = [
      { shown: "a", typed: "00124" },
      { shown: "b", typed: "misaki@aoba.example" },
    ];
    expect(nameAnalysts(wishes, [], people)).toEqual({
      ok: false,
      refusal: { code: "AnalystPersonUnknown", text: "misaki@aoba.example" },
    });
  });

  test.each([
    ["another person", "00124"],
    ["nobody", null],
  ])("a name that is somebody out of reach stays theirs, not %s", (_to, typed) => {
    expect(nameAnalysts([{ shown: "sato", typed }], [named("sato", "misaki")], people)).toEqual({
      ok: false,
      refusal: { code: "AnalystOfOthers", text: "sato" },
    });
  });

  test("what is so already is no change", () => {
    expect(nameAnalysts([{ shown: "SATO", typed: "00124" }], [named("sato", "ren")], people)).toEqual({
      ok: false,
      refusal: { code: "NothingChanged" },
    });
  });
});

describe("who a name probably is", () => {
  test.each([
    ["鈴木蓮", "ren"],
    ["鈴木　蓮", "ren"],
    ["ren@aoba.example", "ren"],
    ["00124", "ren"],
    ["suzuki", null],
    ["", null],
  ])("%s", (shown, personId) => {
    expect(likelyPerson(shown, people)?.personId ?? null).toBe(personId);
  });

  test("of two people of one name neither", () => {
    expect(likelyPerson("鈴木 蓮", [ren, { ...nao, name: "鈴木 蓮" }])).toBeNull();
  });
});

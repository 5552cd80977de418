import { readFileSync } from "node:fs";
import { create } from "fontkit";
import { expect, test } from "vitest";
import { faceFor, lengthOf, runsOf } from "@/lib/paper/fonts";
import { sfntOf } from "@/lib/paper/sfnt";

const FILE = "node_modules/@fontsource/noto-sans-jp/files/noto-sans-jp-66-400-normal.woff";

test("what a WOFF file packs is the same font", () => {
  const woff = readFileSync(FILE);
  const [packed, plain] = [create(woff), create(sfntOf(woff))];
  if (!("characterSet" in packed && "characterSet" in plain)) throw new Error("a collection");
  expect(plain.characterSet).toEqual(packed.characterSet);
  const widths = (font: typeof plain) => font.characterSet.map((each) => font.glyphForCodePoint(each).advanceWidth);
  expect(widths(plain)).toEqual(widths(packed));
  expect(plain.postscriptName).toBe(packed.postscriptName);
});

test.each(["佐", "a", "ō", "髙", "﨑", "𠮷", "德", "槗", "邊", "→"])("there is a glyph for %s", (character) => {
  for (const weight of [400, 700] as const) {
    const { font } = faceFor(character, weight);
    expect(font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)).toBe(true);
  }
});

test("a line changes its face only where it must", () => {
  const faces = (text: string) => runsOf(text, 400).map((run) => run.text);
  expect(faces("佐藤 Misaki")).toEqual(["佐藤 Misaki"]);
  expect(faces("髙橋と𠮷野")).toEqual(["髙", "橋と", "𠮷", "野"]);
  expect(lengthOf("佐藤", 400, 10)).toBe(20);
});

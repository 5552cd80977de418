import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create, type Font } from "fontkit";
import { sfntOf } from "./sfnt";

/** Noto Sans JP (SIL Open Font License), as the package has it: the usual Japanese in one file, and all of it in slices. */
const FOLDER = "node_modules/@fontsource/noto-sans-jp";
export type Weight = 400 | 700;
export type Face = { readonly name: string; readonly bytes: Buffer; readonly font: Font };

const pathOf = (file: string) => join(process.cwd(), FOLDER, file);

const faces = new Map<string, Face>();

function face(slice: string, weight: Weight): Face {
  const name = `${slice}-${weight}`;
  const known = faces.get(name);
  if (known) return known;
  const bytes = sfntOf(readFileSync(pathOf(`files/noto-sans-jp-${name}-normal.woff`)));
  const font = create(bytes);
  if (!("hasGlyphForCodePoint" in font)) throw new Error(`${name} is a collection of fonts`);
  const made = { name, bytes, font };
  faces.set(name, made);
  return made;
}

type Range = { readonly slice: string; readonly from: number; readonly to: number };
let ranges: readonly Range[] | undefined;

/** Which slice has which characters: `[66]` in the file's words is the slice 66. */
function readRanges(): readonly Range[] {
  const words = JSON.parse(readFileSync(pathOf("unicode.json"), "utf8")) as Record<string, string>;
  return Object.entries(words).flatMap(([key, text]) =>
    text.split(",").map((range) => {
      const [from = 0, to = from] = range
        .replace("U+", "")
        .split("-")
        .map((hex) => Number.parseInt(hex, 16));
      return { slice: key.replace(/[[\]]/g, ""), from, to };
    }),
  );
}

const has = ({ font }: Face, codePoint: number) => font.hasGlyphForCodePoint(codePoint);

const found = new Map<string, Face>();

/** The face that has a character; the usual one where none has, which then shows an empty box. */
export function faceFor(character: string, weight: Weight): Face {
  const key = `${weight}${character}`;
  const known = found.get(key);
  if (known) return known;
  const usual = face("japanese", weight);
  const codePoint = character.codePointAt(0) ?? 0;
  const made = has(usual, codePoint) ? usual : (faceInSlices(codePoint, weight) ?? usual);
  found.set(key, made);
  return made;
}

function faceInSlices(codePoint: number, weight: Weight): Face | undefined {
  ranges ??= readRanges();
  return ranges
    .filter(({ from, to }) => codePoint >= from && codePoint <= to)
    .map(({ slice }) => face(slice, weight))
    .find((slice) => has(slice, codePoint));
}

const widths = new Map<string, number>();

/** How wide a character is, as a part of the size of the type. */
export function widthOf(character: string, weight: Weight): number {
  const key = `${weight}${character}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const { font } = faceFor(character, weight);
  const width = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
  widths.set(key, width);
  return width;
}

export type Run = { readonly face: Face; readonly text: string };

/** A line in stretches of one face each. */
export function runsOf(text: string, weight: Weight): readonly Run[] {
  const runs: { face: Face; text: string }[] = [];
  for (const character of text) {
    const own = faceFor(character, weight);
    const last = runs.at(-1);
    if (last?.face === own) last.text += character;
    else runs.push({ face: own, text: character });
  }
  return runs;
}

export const lengthOf = (text: string, weight: Weight, size: number): number => {
  let length = 0;
  for (const character of text) length += widthOf(character, weight);
  return length * size;
};

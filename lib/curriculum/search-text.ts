import type { Piece } from "./schema";

/** Text made comparable: width, case and kana do not matter. `ｱﾗｰﾄ`, `アラート` and `あらーと` are the same. */
export const comparable = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));

/** Words of a query: all must be found. */
export const termsOf = (query: string): readonly string[] => [
  ...new Set(
    comparable(query)
      .split(/\s+/)
      .filter((term) => term !== ""),
  ),
];

const segmenter = new Intl.Segmenter("ja");

/** Characters as people see them: a half-width kana stays with its voicing mark. */
const charactersOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** The text cut where a term begins and ends, so that hits can be marked. */
export function piecesOf(text: string, terms: readonly string[]): Piece[] {
  const marked = hitFlags(text, terms);
  const characters = charactersOf(text);
  const pieces: { at: number; text: string; isHit: boolean }[] = [];
  for (const [at, character] of characters.entries()) {
    const isHit = marked[at] ?? false;
    const last = pieces.at(-1);
    if (last && last.isHit === isHit) last.text += character;
    else pieces.push({ at, text: character, isHit });
  }
  return pieces;
}

/** For each character of the text, whether it belongs to a hit. Normalising may lengthen a character, so each keeps its origin. */
function hitFlags(text: string, terms: readonly string[]): boolean[] {
  const origins: number[] = [];
  let plain = "";
  for (const [at, character] of charactersOf(text).entries()) {
    const made = comparable(character);
    plain += made;
    for (let unit = 0; unit < made.length; unit += 1) origins.push(at);
  }
  const flags: boolean[] = [];
  for (const [from, to] of terms.flatMap((term) => rangesOf(plain, term))) {
    for (const at of origins.slice(from, to)) flags[at] = true;
  }
  return flags;
}

function rangesOf(plain: string, term: string): [number, number][] {
  const ranges: [number, number][] = [];
  for (let at = plain.indexOf(term); at !== -1; at = plain.indexOf(term, at + term.length)) {
    ranges.push([at, at + term.length]);
  }
  return ranges;
}

/** Where lines break: between Japanese characters, between words, and in the middle of a word only if it is longer than a line. */

const JAPANESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** 行頭禁則: never the first of a line. */
const NOT_FIRST =
  /[、。，．・：；？！」』】〉》〕）］｝)\]},.:;?!ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーゝゞ々〜％%]/;
/** 行末禁則: never the last of a line. */
const NOT_LAST = /[「『【〈《〔（［｛([{]/;

type Measure = (text: string) => number;

/** The text in lines no wider than `width`. Its own line breaks stay. */
export const wrapped = (text: string, width: number, measure: Measure): readonly string[] =>
  text.split("\n").flatMap((line) => wrappedLine(line, width, measure));

function wrappedLine(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text).flatMap((each) => fitting(each, width, measure))) {
    if (line !== "" && measure(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** What is never broken: a word with the space after it, a character with what must not begin or end a line beside it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let before = "";
  for (const character of text) {
    const last = pieces.length - 1;
    if (last >= 0 && !mayBreak(before, character)) pieces[last] += character;
    else pieces.push(character);
    before = character;
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (NOT_FIRST.test(after) || NOT_LAST.test(before) || after === " ") return false;
  return before === " " || JAPANESE.test(before) || JAPANESE.test(after);
}

/** A piece wider than a line, in parts that are not. */
function fitting(piece: string, width: number, measure: Measure): string[] {
  if (measure(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [""];
  for (const character of piece) {
    const part = parts.at(-1) ?? "";
    if (part !== "" && measure(part + character) > width) parts.push(character);
    else parts[parts.length - 1] = part + character;
  }
  return parts;
}

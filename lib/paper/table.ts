import "server-only";
import { drawMark, MARK_SIZE } from "./marks";
import { drawBox, drawLine, drawText, lineHeight, linesOf, need, newPage, PAGE, type Press, WIDTH } from "./press";
import type { PaperCell, PaperColumn, PaperFacts, PaperTable } from "./schema";

const TYPE = { size: 8 };
const HEAD = { size: 8, weight: 700 as const };
const TITLE = { size: 11, weight: 700 as const };
const NOTE = { size: 7.5 };
const PADDING = 3;
const SHADE = "#eeeeec";
const LINE = lineHeight(TYPE);
const MARK_STEP = MARK_SIZE + 2;

type Place = { readonly x: number; readonly width: number; readonly column: PaperColumn };

/** A cell ready to be drawn: how many lines it has, and what draws one of them. */
type Prepared = { readonly lines: number; readonly drawLineAt: (line: number, y: number) => void };

export function drawTable(press: Press, table: PaperTable): void {
  const places = placesOf(table.columns);
  drawHeading(press, table);
  drawHead(press, places);
  for (const { cells } of table.rows) drawRow(press, places, cells);
}

function drawHeading(press: Press, { title, note, onNewPage }: PaperTable): void {
  if (onNewPage && press.y > PAGE.top) newPage(press);
  if (press.y > PAGE.top) press.y += 12;
  need(press, lineHeight(TITLE) + 5 * LINE);
  drawText(press, title, TITLE);
  if (note) drawText(press, note, NOTE);
  press.y += 2;
}

function placesOf(columns: readonly PaperColumn[]): Place[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x = PAGE.left;
  return columns.map((column) => {
    const place = { x, width: (column.share / whole) * WIDTH, column };
    x += place.width;
    return place;
  });
}

function drawHead(press: Press, places: readonly Place[]): void {
  const heads = places.map((place) => linesOf(place.column.head, place.width - 2 * PADDING, HEAD));
  const height = Math.max(...heads.map((lines) => lines.length)) * LINE + PADDING;
  places.forEach((place, number) => {
    drawBox(press, [place.x, press.y, place.width, height], SHADE);
    heads[number]?.forEach((line, at) => {
      drawLine(press, line, startOf(place, press.y + 1.5 + at * LINE), HEAD);
    });
  });
  press.y += height;
}

const startOf = ({ x, width, column }: Place, y: number) =>
  column.isNumber ? { x: x + width - PADDING, y, isRight: true } : { x: x + PADDING, y };

/** A row does not split, unless it is longer than what a page holds; the heads stand again on the next page. */
function drawRow(press: Press, places: readonly Place[], cells: readonly PaperCell[]): void {
  const prepared = places.map((place, number) => prepare(press, place, cells[number] ?? ""));
  const lines = Math.max(1, ...prepared.map((cell) => cell.lines));
  const fits = press.y + lines * LINE + PADDING <= PAGE.bottom;
  if (!fits) startPage(press, places);
  for (let from = 0; from < lines; ) {
    const room = Math.max(1, Math.floor((PAGE.bottom - press.y - PADDING) / LINE));
    const to = Math.min(lines, from + room);
    drawSlice(press, places, prepared, [from, to]);
    from = to;
    if (from < lines) startPage(press, places);
  }
}

function startPage(press: Press, places: readonly Place[]): void {
  newPage(press);
  drawHead(press, places);
}

function drawSlice(press: Press, places: readonly Place[], cells: readonly Prepared[], [from, to]: [number, number]) {
  const height = (to - from) * LINE + PADDING;
  places.forEach((place, number) => {
    drawBox(press, [place.x, press.y, place.width, height]);
    const cell = cells[number];
    for (let line = from; cell && line < Math.min(to, cell.lines); line += 1)
      cell.drawLineAt(line, press.y + 1.5 + (line - from) * LINE);
  });
  press.y += height;
}

function prepare(press: Press, place: Place, cell: PaperCell): Prepared {
  const inner = place.width - 2 * PADDING;
  if (typeof cell === "string") {
    const lines = linesOf(cell, inner, TYPE);
    return {
      lines: lines.length,
      drawLineAt: (line, y) => drawLine(press, lines[line] ?? "", startOf(place, y), TYPE),
    };
  }
  if ("blank" in cell) return blank(press, place, cell.blank);
  const a = Math.max(1, Math.floor(inner / MARK_STEP));
  return {
    lines: Math.ceil(cell.marks.length / a),
    drawLineAt: (line, y) =>
      cell.marks.slice(line * a, (line + 1) * a).forEach((mark, number) => {
        drawMark(press.doc, mark, place.x + PADDING + number * MARK_STEP, y + 1.8);
      }),
  };
}

/** A box to tick; or nothing, in a row that is high enough to write in. */
const blank = (press: Press, { x }: Place, kind: "box" | "line"): Prepared => ({
  lines: kind === "box" ? 1 : 2,
  drawLineAt: (line, y) => {
    if (kind === "box" && line === 0) drawBox(press, [x + PADDING, y + 1.5, 8, 8]);
  },
});

/** Label and value, two pairs beside each other; a long value has the whole width. */
export function drawFacts(press: Press, { title, facts }: PaperFacts): void {
  if (title !== null) drawHeading(press, { kind: "table", id: "", title, columns: [], rows: [] });
  for (const { label, value } of facts) {
    const labelled = { id: "label", head: "", share: 18 };
    const places = placesOf([labelled, { id: "value", head: "", share: 82 }]);
    const prepared = places.map((place, number) => prepare(press, place, number === 0 ? label : value));
    const lines = Math.max(...prepared.map((cell) => cell.lines));
    need(press, lines * LINE + PADDING);
    const [first] = places;
    if (first) drawBox(press, [first.x, press.y, first.width, lines * LINE + PADDING], SHADE);
    drawSlice(press, places, prepared, [0, lines]);
  }
}

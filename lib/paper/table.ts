import "server-only";
import { drawMark, MARK_SIZE } from "./marks";
import { drawBox, drawLine, drawText, lineHeight, linesOf, newPage, PAGE, type Press, type Type, WIDTH } from "./press";
import type { PaperCell, PaperColumn, PaperFacts, PaperTable } from "./schema";
import { content, decoration, inside, partIn, within } from "./structure";

const TYPE = { size: 8 };
const HEAD = { size: 8, weight: 700 as const };
const TITLE = { size: 11, weight: 700 as const };
const NOTE = { size: 7.5 };
const PADDING = 3;
const SHADE = "#eeeeec";
const LINE = lineHeight(TYPE);
const MARK_STEP = MARK_SIZE + 2;
/** Space over a heading, and under it. */
const OVER = 12;
const UNDER = 2;

type Place = { readonly x: number; readonly width: number; readonly column: PaperColumn };

/**
 * A cell ready to be drawn: how many lines it has, and what draws one of them. `alt` says what a drawing shows; null: there is
 * nothing to be read.
 */
type Prepared = {
  readonly lines: number;
  readonly alt?: string | null;
  readonly drawLineAt: (line: number, y: number) => void;
};
type Row = readonly Prepared[];
/** What stands over the rows, on the first page and on every further one; null: a label stands before each row. */
type Head = ((press: Press) => void) | null;

export function drawTable(press: Press, table: PaperTable): void {
  const places = placesOf(table.columns);
  const rows = table.rows.map(({ cells }) => places.map((place, at) => prepare(press, place, cells[at] ?? "")));
  const heads = places.map((place) => prepareText(press, place, place.column.head, HEAD));
  if (table.onNewPage && press.y > PAGE.top) newPage(press);
  drawHeading(press, table, heightOf(heads) + heightOf(rows[0] ?? []));
  within(press, "Table", () => {
    within(press, "TR", () => drawHead(press, places, heads));
    for (const row of rows) drawRow(press, places, row, (again) => repeatHead(again, places, heads));
  });
}

/** Label and value beside each other. */
export function drawFacts(press: Press, { title, facts }: PaperFacts): void {
  const places = placesOf([
    { id: "label", head: "", share: 18 },
    { id: "value", head: "", share: 82 },
  ]);
  const rows = facts.map((fact) =>
    places.map((place, at) => prepare(press, place, at === 0 ? fact.label : fact.value)),
  );
  if (title !== null) drawHeading(press, { title }, heightOf(rows[0] ?? []));
  within(press, "Table", () => {
    for (const row of rows) drawRow(press, places, row, null);
  });
}

/** Never alone at the foot of a page: what it needs under it comes along. */
function drawHeading(press: Press, { title, note }: Pick<PaperTable, "title" | "note">, below: number): void {
  const lines = (text: string, type: typeof NOTE) => linesOf(text, WIDTH, type).length * lineHeight(type);
  const height = OVER + lines(title, TITLE) + (note ? lines(note, NOTE) : 0) + UNDER + below;
  if (press.y > PAGE.top && press.y + Math.min(height, PAGE.bottom - PAGE.top) > PAGE.bottom) newPage(press);
  if (press.y > PAGE.top) press.y += OVER;
  press.doc.outline.addItem(title);
  within(press, "H2", () => drawText(press, title, TITLE));
  if (note) within(press, "P", () => drawText(press, note, NOTE));
  press.y += UNDER;
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

const linesIn = (row: Row) => Math.max(1, ...row.map(({ lines }) => lines));
const heightOf = (row: Row) => linesIn(row) * LINE + PADDING;
const startOf = ({ x, width, column }: Place, y: number) =>
  column.isNumber ? { x: x + width - PADDING, y, isRight: true } : { x: x + PADDING, y };

function drawHead(press: Press, places: readonly Place[], heads: Row): void {
  drawBoxes(press, places, heightOf(heads), () => SHADE);
  for (const cell of heads) {
    within(press, "TH", () => drawContent(press, cell, [0, cell.lines]), { scope: "Column" });
  }
  press.y += heightOf(heads);
}

function repeatHead(press: Press, places: readonly Place[], heads: Row): void {
  drawBoxes(press, places, heightOf(heads), () => SHADE);
  const draw = () => {
    for (const cell of heads) drawLines(press, cell, [0, cell.lines]);
  };
  decoration(press, draw, "Pagination");
  press.y += heightOf(heads);
}

const drawBoxes = (
  press: Press,
  places: readonly Place[],
  height: number,
  shadeOf: (at: number) => string | undefined,
) =>
  places.forEach(({ x, width }, at) => {
    drawBox(press, [x, press.y, width, height], shadeOf(at));
  });

/** A row does not split, unless it is longer than what a page holds; the heads stand again on the next page. */
function drawRow(press: Press, places: readonly Place[], row: Row, head: Head): void {
  const lines = linesIn(row);
  if (press.y + heightOf(row) > PAGE.bottom) startPage(press, head);
  within(press, "TR", () => {
    const parts = row.map((_, at) => (head || at > 0 ? partIn(press, "TD") : partIn(press, "TH", { scope: "Row" })));
    for (let from = 0; from < lines; ) {
      const room = Math.max(1, Math.floor((PAGE.bottom - press.y - PADDING) / LINE));
      const to = Math.min(lines, from + room);
      drawBoxes(press, places, (to - from) * LINE + PADDING, (at) => (head || at > 0 ? undefined : SHADE));
      row.forEach((cell, at) => {
        const part = parts[at];
        if (part) inside(press, part, () => drawContent(press, cell, [from, Math.min(to, cell.lines)]));
      });
      press.y += (to - from) * LINE + PADDING;
      from = to;
      if (from < lines) startPage(press, head);
    }
  });
}

function startPage(press: Press, head: Head): void {
  newPage(press);
  head?.(press);
}

type Slice = readonly [from: number, to: number];

function drawContent(press: Press, cell: Prepared, [from, to]: Slice): void {
  const draw = () => drawLines(press, cell, [from, to]);
  if (from >= to) return;
  if (cell.alt === null) draw();
  else if (cell.alt === undefined) content(press, draw);
  else within(press, "Figure", () => content(press, draw), { alt: cell.alt });
}

function drawLines(press: Press, cell: Prepared, [from, to]: Slice): void {
  for (let line = from; line < to; line += 1) cell.drawLineAt(line, press.y + 1.5 + (line - from) * LINE);
}

function prepare(press: Press, place: Place, cell: PaperCell): Prepared {
  if (typeof cell === "string") return prepareText(press, place, cell, TYPE);
  if ("blank" in cell) return blank(press, place, cell.blank);
  const inALine = Math.max(1, Math.floor((place.width - 2 * PADDING) / MARK_STEP));
  return {
    alt: cell.label,
    lines: Math.ceil(cell.marks.length / inALine),
    drawLineAt: (line, y) =>
      cell.marks.slice(line * inALine, (line + 1) * inALine).forEach((mark, number) => {
        drawMark(press.doc, mark, place.x + PADDING + number * MARK_STEP, y + 1.8);
      }),
  };
}

function prepareText(press: Press, place: Place, text: string, type: Type): Prepared {
  const lines = text === "" ? [] : linesOf(text, place.width - 2 * PADDING, type);
  return {
    lines: lines.length,
    drawLineAt: (line, y) => drawLine(press, lines[line] ?? "", startOf(place, y), type),
  };
}

/** A box to tick; or nothing, in a row that is high enough to write in. */
const blank = (press: Press, { x }: Place, kind: "box" | "line"): Prepared => ({
  alt: null,
  lines: kind === "box" ? 1 : 2,
  drawLineAt: (line, y) => {
    if (kind === "box" && line === 0) drawBox(press, [x + PADDING, y + 1.5, 8, 8]);
  },
});

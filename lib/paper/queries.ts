import "server-only";
import { drawBox, drawLine, drawRule, linesOf, openPress, PAGE, type Press, type Type } from "./press";
import type { Paper } from "./schema";
import { content, decoration, within } from "./structure";
import { drawFacts, drawTable } from "./table";

/** Boxes of 20 mm, as a seal needs. */
const SEAL = 56.7;
const SEAL_HEAD = 21;
const SMALL = { size: 7 };

/** The paper as a PDF of A4 pages, every character embedded, every part named for who has it read to them. No statement. */
export function renderPdf(paper: Paper, at: Date): Promise<Buffer> {
  const press = openPress({ title: paper.title, locale: paper.locale, at });
  const done = collected(press.doc);
  drawTop(press, paper);
  for (const block of paper.blocks) {
    within(press, "Sect", () => (block.kind === "facts" ? drawFacts(press, block) : drawTable(press, block)));
  }
  drawFeet(press, paper);
  press.part.end();
  press.doc.end();
  return done;
}

const collected = (doc: PDFKit.PDFDocument) =>
  new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
  });

function drawTop(press: Press, paper: Paper): void {
  const top = press.y;
  const head = paper.seals.length > 0 ? SEAL + SEAL_HEAD : 0;
  const sealsAt = PAGE.right - paper.seals.length * SEAL;
  press.y = top + Math.max(0, head - 38);
  const room = sealsAt - PAGE.left - 12;
  within(press, "H1", () => drawHead(press, paper.title, room, { size: 17, weight: 700 }));
  within(press, "P", () => drawHead(press, paper.sub, room, { size: 8.5 }));
  drawSeals(press, paper, [sealsAt, top]);
  press.y = Math.max(press.y, top + head) + 4;
  drawRule(press, press.y, 1.5);
  press.y += 8;
}

function drawHead(press: Press, text: string, room: number, type: Type): void {
  for (const line of linesOf(text, room, type)) {
    content(press, () => drawLine(press, line, { x: PAGE.left, y: press.y }, type));
    press.y += type.size * 1.4;
  }
}

function drawSeals(press: Press, { seals }: Paper, [left, top]: readonly [number, number]): void {
  seals.forEach((who, place) => {
    const x = left + place * SEAL;
    drawBox(press, [x, top, SEAL, SEAL_HEAD], "#eeeeec");
    drawBox(press, [x, top + SEAL_HEAD, SEAL, SEAL]);
    const lines = linesOf(who, SEAL - 5, SMALL).slice(0, 2);
    within(press, "P", () => content(press, () => drawStack(press, lines, [x + 3, top + 2])));
  });
}

/** Once all pages are there, each is told which one it is. */
function drawFeet(press: Press, { foot }: Paper): void {
  const { count } = press.doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    press.doc.switchToPage(page);
    drawRule(press, 796, 0.5);
    const draw = () => {
      drawStack(press, linesOf(foot.left, 240, SMALL).slice(0, 2), [PAGE.left, 800]);
      drawStack(press, linesOf(foot.middle, 220, SMALL).slice(0, 2), [PAGE.left + 252, 800]);
      drawLine(press, foot.page(page + 1, count), { x: PAGE.right, y: 800, isRight: true }, SMALL);
    };
    decoration(press, draw, "Pagination");
  }
}

/** A few small lines under each other. */
function drawStack(press: Press, lines: readonly string[], [x, y]: readonly [number, number]): void {
  lines.forEach((line, place) => {
    drawLine(press, line, { x, y: y + place * 9 }, SMALL);
  });
}

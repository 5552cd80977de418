import type { PaperMark } from "./schema";

export const MARK_SIZE = 7.5;

/** Black on white: the shape alone tells the state, as on the screen. */
export function drawMark(doc: PDFKit.PDFDocument, mark: PaperMark, x: number, y: number): void {
  doc.save().lineWidth(0.7).strokeColor("#000000").fillColor("#000000");
  SHAPES[mark](doc, x, y);
  doc.restore();
}

type Draw = (doc: PDFKit.PDFDocument, x: number, y: number) => void;

const frame: Draw = (doc, x, y) => {
  doc.rect(x, y, MARK_SIZE, MARK_SIZE);
};
const filled =
  (colour: string): Draw =>
  (doc, x, y) => {
    frame(doc, x, y);
    doc.fillAndStroke(colour, "#000000");
  };
const hollow: Draw = (doc, x, y) => {
  frame(doc, x, y);
  doc.stroke();
};
const dashed: Draw = (doc, x, y) => {
  frame(doc, x, y);
  doc.dash(1.5, { space: 1.2 }).stroke().undash();
};
const hatched: Draw = (doc, x, y) => {
  hollow(doc, x, y);
  for (const at of [2.5, 5, 7.5]) doc.moveTo(x, y + at).lineTo(x + at, y);
  for (const at of [2.5, 5]) doc.moveTo(x + at, y + MARK_SIZE).lineTo(x + MARK_SIZE, y + at);
  doc.stroke();
};
const crossed: Draw = (doc, x, y) => {
  hollow(doc, x, y);
  const [near, far] = [1.8, MARK_SIZE - 1.8];
  doc.moveTo(x + near, y + near).lineTo(x + far, y + far);
  doc.moveTo(x + far, y + near).lineTo(x + near, y + far);
  doc.stroke();
};
const struck: Draw = (doc, x, y) => {
  hollow(doc, x, y);
  doc
    .moveTo(x + 1.8, y + MARK_SIZE / 2)
    .lineTo(x + MARK_SIZE - 1.8, y + MARK_SIZE / 2)
    .stroke();
};

const SHAPES: Record<PaperMark, Draw> = {
  verified: filled("#000000"),
  waiting: hatched,
  now: dashed,
  open: hollow,
  before: filled("#bbbbbb"),
  gap: crossed,
  sentBack: crossed,
  noOccasion: struck,
  leave: struck,
};

import "server-only";
import PDFDocument from "pdfkit";
import { lengthOf, runsOf, type Weight } from "./fonts";
import { content, decoration, type Part } from "./structure";
import { wrapped } from "./wrap";

/** A4 in points; margins of 14 mm, the foot below. */
const MARGIN = 40;
export const PAGE = { width: 595.28, height: 841.89, left: MARGIN, right: 595.28 - MARGIN, top: MARGIN, bottom: 785 };
export const WIDTH = PAGE.right - PAGE.left;

export type Type = { readonly size: number; readonly weight?: Weight };

/** Where the next thing is drawn, and what draws it. */
export type Press = {
  readonly doc: PDFKit.PDFDocument;
  readonly faces: Set<string>;
  /** What is drawn belongs to it. */
  part: Part;
  y: number;
};

export function openPress(about: { title: string; locale: string; at: Date }): Press {
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: about.locale,
    displayTitle: true,
    pdfVersion: "1.7",
    tagged: true,
    info: { Title: about.title, Creator: "Sodate", CreationDate: about.at },
  });
  const part = doc.struct("Document");
  doc.addStructure(part);
  return { doc, faces: new Set(), part, y: PAGE.top };
}

export function newPage(press: Press): void {
  press.doc.addPage();
  press.y = PAGE.top;
}

/** Goes on to the next page where so much does not fit. */
export function need(press: Press, height: number): void {
  if (press.y + height > PAGE.bottom) newPage(press);
}

export const lineHeight = ({ size }: Type) => size * 1.45;

export const linesOf = (text: string, width: number, { size, weight = 400 }: Type): readonly string[] =>
  wrapped(text, width, (part) => lengthOf(part, weight, size));

/** One line; `x` is its left end, or its right end where it says so. */
export function drawLine(
  { doc, faces }: Press,
  text: string,
  at: { x: number; y: number; isRight?: boolean },
  { size, weight = 400 }: Type,
): void {
  let x = at.isRight ? at.x - lengthOf(text, weight, size) : at.x;
  for (const { face, text: part } of runsOf(text, weight)) {
    if (!faces.has(face.name)) doc.registerFont(face.name, face.bytes);
    faces.add(face.name);
    doc.font(face.name, size).text(part, x, at.y + size * 1.08, { lineBreak: false, baseline: "alphabetic" });
    x += lengthOf(part, weight, size);
  }
}

/** Lines under each other from where the press is, over its whole width. */
export function drawText(press: Press, text: string, type: Type): void {
  for (const line of linesOf(text, WIDTH, type)) {
    need(press, lineHeight(type));
    content(press, () => drawLine(press, line, { x: PAGE.left, y: press.y }, type));
    press.y += lineHeight(type);
  }
}

export function drawRule({ doc }: Press, y: number, thickness: number): void {
  decoration({ doc }, () => {
    doc.lineWidth(thickness).strokeColor("#000000").moveTo(PAGE.left, y).lineTo(PAGE.right, y).stroke();
  });
}

export function drawBox({ doc }: Press, box: readonly [number, number, number, number], shade?: string): void {
  decoration({ doc }, () => {
    doc.lineWidth(0.5).rect(...box);
    if (shade === undefined) doc.strokeColor("#000000").stroke();
    else doc.fillAndStroke(shade, "#000000").fillColor("#000000");
  });
}

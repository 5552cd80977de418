/** What a part of a paper is, for who has it read to them: parts within each other, in the order in which they are drawn. */

export type Part = PDFKit.PDFStructureElement;
export type PartKind = "Document" | "Sect" | "H1" | "H2" | "P" | "Table" | "TR" | "TH" | "TD" | "Figure";
/** Of which cells a head is the head. */
type About = PDFKit.Mixins.StructureElementOptions & { readonly scope?: "Column" | "Row" };
type Open = { readonly doc: PDFKit.PDFDocument; part: Part };

/** Opens a part within the one that is open. It may go on over several pages; who opened it ends it. */
export function partIn({ doc, part }: Open, kind: PartKind, about: About = {}): Part {
  const made = doc.struct(kind, about);
  part.add(made);
  return made;
}

/** Everything that is drawn meanwhile belongs to a part of this kind. */
export function within(press: Open, kind: PartKind, draw: () => void, about: About = {}): void {
  const part = partIn(press, kind, about);
  inside(press, part, draw);
  part.end();
}

/** Goes on with a part that was opened before. */
export function inside(press: Open, part: Part, draw: () => void): void {
  const outer = press.part;
  press.part = part;
  draw();
  press.part = outer;
}

/** The content of the open part, on one page. */
export function content({ doc, part }: Open, draw: () => void): void {
  part.add(doc.markStructureContent("Span"));
  draw();
  doc.endMarkedContent();
}

/** Lines and boxes, and what stands on every page again: nobody needs it read. */
export function decoration(
  { doc }: Pick<Open, "doc">,
  draw: () => void,
  type: "Layout" | "Pagination" = "Layout",
): void {
  doc.markContent("Artifact", { type });
  draw();
  doc.endMarkedContent();
}

import type { Slot } from "@/lib/domain/progress";
import type { Locale } from "@/lib/platform/format";

/** Something that is printed: one account in finished words, from which the page on the screen and the PDF are both made. */

export type PaperMark = Slot["state"];

/** `marks` are drawn, and said by `label` to who cannot see them. `blank` is filled in by hand: a box to tick, or room to write. */
export type PaperCell =
  | string
  | { readonly marks: readonly PaperMark[]; readonly label: string }
  | { readonly blank: "box" | "line" };

export type PaperColumn = {
  readonly id: string;
  readonly head: string;
  /** Its part of the width, against those of the other columns. */
  readonly share: number;
  readonly isNumber?: boolean;
  /** A day, a number, one word: never broken on the screen. */
  readonly isShort?: boolean;
};
export type PaperRow = { readonly key: string; readonly cells: readonly PaperCell[] };

export type PaperTable = {
  readonly kind: "table";
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly PaperColumn[];
  /** One at least: who makes the paper leaves out a table without rows, or says so. */
  readonly rows: readonly PaperRow[];
  /** Begins a page of its own. */
  readonly onNewPage?: boolean;
};
export type PaperFacts = {
  readonly kind: "facts";
  readonly id: string;
  /** Null: it stands under the paper's own title. */
  readonly title: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
};
export type PaperBlock = PaperTable | PaperFacts;

export type Paper = {
  readonly locale: Locale;
  readonly title: string;
  readonly sub: string;
  /** Who seals or signs it: a box each. */
  readonly seals: readonly string[];
  readonly blocks: readonly PaperBlock[];
  readonly foot: {
    readonly left: string;
    readonly middle: string;
    readonly page: (page: number, pages: number) => string;
  };
};

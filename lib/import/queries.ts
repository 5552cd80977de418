import "server-only";
import type { Caller } from "@/lib/domain/access";
import {
  countLines,
  type ImportColumn,
  type ImportCounts,
  type ImportKind,
  mayImport,
  type PlannedLine,
} from "@/lib/domain/csv-import";
import { db } from "@/lib/platform/db";
import { type KeptFile, loadFile } from "@/lib/platform/kept-file";
import { COLUMNS } from "./kinds";
import { PLANNERS } from "./plan";
import { type ReadFile, readCsv } from "./read";
import { fileKeyOf, findGround, loadWorld } from "./records";
import type { ImportRow } from "./row";
import type { PreviewFilter } from "./schema";

export const columnsOf = (kind: ImportKind): readonly ImportColumn[] => COLUMNS[kind];

/** An empty file with the header in the reader's language, marked so that a spreadsheet reads it as UTF-8. */
export const templateOf = (kind: ImportKind, locale: "ja" | "en"): string =>
  `\ufeff${COLUMNS[kind].map(({ headers }) => headers[locale === "ja" ? 0 : 1]).join(",")}\r\n`;

const LINES_A_PAGE = 50;

export type Preview = {
  readonly file: Pick<KeptFile, "fileName" | "keptAt" | "seen">;
  /** Why the file as a whole cannot be read. */
  readonly problems: ReadFile["problems"];
  readonly ignored: readonly string[];
  readonly counts: ImportCounts;
  /** One page of the lines asked for; bad ones where nothing was asked. */
  readonly lines: readonly PlannedLine<unknown>[];
  readonly shown: PlannedLine<unknown>["outcome"];
  readonly page: number;
};

/** What the waiting file would do, line by line; null where none waits or the actor may not import this kind. */
export async function findPreview(kind: ImportKind, filter: PreviewFilter, caller: Caller): Promise<Preview | null> {
  if (!mayImport(caller.actor, kind)) return null;
  const file = await loadFile(db(), caller.actor.id, fileKeyOf(kind));
  if (!file) return null;
  const { rows, problems, ignored } = readCsv(file.text, kind);
  const lines = rows.length === 0 ? [] : PLANNERS[kind](rows, await worldOf(rows, caller.now), caller);
  return { file, problems, ignored, ...paged(lines, filter) };
}

const worldOf = async (rows: readonly ImportRow[], now: Date) =>
  loadWorld(db(), { rows, ground: await findGround(now), now });

function paged(lines: readonly PlannedLine<unknown>[], { show, page }: PreviewFilter) {
  const counts = countLines(lines);
  const shown = show ?? firstWith(counts);
  const asked = lines.filter(({ outcome }) => outcome === shown);
  const from = (page - 1) * LINES_A_PAGE;
  return { counts, shown, page, lines: asked.slice(from, from + LINES_A_PAGE) };
}

const firstWith = (counts: ImportCounts) =>
  (["bad", "changed", "new", "unchanged"] as const).find((outcome) => counts[outcome] > 0) ?? "new";

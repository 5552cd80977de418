import { cellsOf, IMPORT_MAX_LINES, type ImportKind, matchHeader, type Problem } from "@/lib/domain/csv-import";
import { csvLines } from "@/lib/platform/csv";
import { COLUMNS } from "./kinds";
import type { ImportRow } from "./row";

export type ReadFile = {
  readonly rows: readonly ImportRow[];
  /** Columns that the file has. */
  readonly present: readonly string[];
  /** Columns that nothing is done with. */
  readonly ignored: readonly string[];
  /** Why the file as a whole cannot be read; then there are no rows. */
  readonly problems: readonly (Problem & { readonly row: number })[];
};

const refusedFile = (...problems: ReadFile["problems"]): ReadFile => ({ rows: [], present: [], ignored: [], problems });

/** Header and lines of a CSV text; empty lines are skipped, line ends may be of any kind. */
export function readCsv(text: string, kind: ImportKind): ReadFile {
  const records = csvLines(text);
  if (!Array.isArray(records)) return refusedFile({ row: records.row, column: null, code: "NotCsv" });
  const [first, ...lines] = records;
  if (!first) return refusedFile({ row: 1, column: null, code: "FileEmpty" });

  const { header, problems } = matchHeader(COLUMNS[kind], first);
  if (problems.length > 0) return refusedFile(...problems.map((problem) => ({ ...problem, row: 1 })));
  const rows = lines
    .map((cells, index) => ({ row: index + 2, cells: cellsOf(header, cells) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ""));
  if (rows.length === 0) return refusedFile({ row: 1, column: null, code: "FileEmpty" });
  const maximum = IMPORT_MAX_LINES[kind];
  if (rows.length > maximum) {
    const values = { lines: rows.length, maximum };
    return refusedFile({ row: 1, column: null, code: "TooManyLines", values });
  }
  return { rows, present: [...header.at.keys()], ignored: header.ignored, problems: [] };
}

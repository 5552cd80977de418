import type { Problem } from "@/lib/domain/csv-import";
import { cellText } from "@/lib/domain/csv-import";
import { columnsMissing, type WorkRow } from "@/lib/domain/work-line";
import { columnsRead, sameWord, type WorkColumn, type WorkMapping } from "@/lib/domain/work-source";
import { csvLines } from "@/lib/platform/csv";
import { WORK_FILE_LINES } from "./schema";

export type ReadWorkFile = {
  readonly rows: readonly WorkRow[];
  /** Why the file as a whole cannot be read; then there are no rows. */
  readonly problems: readonly (Problem & { readonly row: number })[];
};

const refused = (...problems: ReadWorkFile["problems"]): ReadWorkFile => ({ rows: [], problems });

/** Header and lines of a CSV text, by the columns of the mapping; the first of a name that stands twice. */
export function readWorkFile(text: string, mapping: WorkMapping): ReadWorkFile {
  const lines = csvLines(text);
  if (!Array.isArray(lines)) return refused({ row: lines.row, column: null, code: "NotCsv" });
  const [head, ...rest] = lines;
  if (!head) return refused({ row: 1, column: null, code: "FileEmpty" });
  const names = head.map(cellText);
  const missing = columnsMissing(mapping, names);
  if (missing.length > 0) return refused(...missing.map((column) => missingColumn(column, mapping)));
  const places = placesOf(mapping, names);
  const rows = rest
    .map((cells, index) => ({ row: index + 2, cells: cellsAt(places, cells) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ""));
  if (rows.length === 0) return refused({ row: 1, column: null, code: "FileEmpty" });
  if (rows.length > WORK_FILE_LINES) {
    const values = { lines: rows.length, maximum: WORK_FILE_LINES };
    return refused({ row: 1, column: null, code: "TooManyLines", values });
  }
  return { rows, problems: [] };
}

const missingColumn = (column: WorkColumn, { columns }: WorkMapping) => ({
  row: 1,
  column,
  code: "WorkColumnMissing",
  values: { name: columns[column] ?? "" },
});

function placesOf(
  { kind, columns }: WorkMapping,
  names: readonly string[],
): readonly (readonly [WorkColumn, number])[] {
  const { needed, other } = columnsRead(kind);
  const bare = names.map(sameWord);
  return [...needed, ...other].flatMap((column) => {
    const name = columns[column];
    return name === null ? [] : [[column, bare.indexOf(sameWord(name))] as const];
  });
}

const cellsAt = (places: readonly (readonly [WorkColumn, number])[], cells: readonly string[]): WorkRow["cells"] =>
  Object.fromEntries(places.map(([column, place]) => [column, cellText(cells[place] ?? "")]));

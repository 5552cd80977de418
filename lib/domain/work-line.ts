import type { PlainDay } from "./calendar";
import type { Problem } from "./csv-import";
import { readTime, type WrittenTime } from "./work-day";
import { columnsRead, sameWord, type WorkColumn, type WorkMapping } from "./work-source";

/** What can be wrong with a line by itself; what is wrong with it here is said by the plan. */
export const WORK_PROBLEMS = [
  "ExternalIdMissing",
  "ExternalIdUnreadable",
  "DuplicateId",
  "DayMissing",
  "DayUnreadable",
  "AnalystMissing",
  "AnalystUnknown",
  "VerdictMissing",
  "VerdictUnknown",
  "ImportedForOther",
] as const;
export type WorkProblem = (typeof WORK_PROBLEMS)[number];

/** Why a line is left aside without being wrong. */
export const ASIDE_REASONS = ["stillOpen", "otherType", "noFinalVerdict", "verdictAside", "analystAside"] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

/** One line of the file, by what its columns mean here. */
export type WorkRow = { readonly row: number; readonly cells: Readonly<Partial<Record<WorkColumn, string>>> };

/** What one line says of one analyst. */
export type WorkEntry = {
  readonly row: number;
  readonly externalId: string;
  /** As the file names the person. */
  readonly analyst: string;
  readonly happenedOn: PlainDay;
  readonly title: string | null;
  /** True: a detection. Null where the source has no such column. */
  readonly verdict: boolean | null;
  readonly finalVerdict: boolean | null;
};

export type ReadLine = { readonly row: number; readonly subject: string } & (
  | { readonly outcome: "bad"; readonly problems: readonly Problem[] }
  | { readonly outcome: "aside"; readonly reason: AsideReason }
  | { readonly outcome: "read"; readonly entry: WorkEntry }
);

/** The calendar in which the source's days are counted. */
export type DayOf = (time: WrittenTime) => PlainDay;

const MAX_ID = 200;
const MAX_TITLE = 200;
/** Control characters and those that turn the direction of text. */
const HIDDEN = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]+/gu;

/** Every line for itself, then against the others: an id may stand once for each analyst. */
export function readWork(rows: readonly WorkRow[], mapping: WorkMapping, dayOf: DayOf): readonly ReadLine[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row) =>
    analystsOf(row, mapping).map((analyst) => {
      const line = readLine(row, analyst, { mapping, dayOf });
      return line.outcome === "read" ? onlyOnce(line, line.entry, seen, mapping) : line;
    }),
  );
}

function onlyOnce(line: ReadLine, entry: WorkEntry, seen: Map<string, number>, { kind }: WorkMapping): ReadLine {
  const { row, externalId, analyst } = entry;
  const key = kind === "tickets" ? `${externalId}\n${sameWord(analyst)}` : externalId;
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, row);
    return line;
  }
  const problem = { column: "externalId", code: "DuplicateId", values: { row: first } };
  return { row, subject: line.subject, outcome: "bad", problems: [problem] };
}

function analystsOf({ cells }: WorkRow, { separator }: WorkMapping): readonly string[] {
  const cell = cells.analyst ?? "";
  if (separator === "") return [cell];
  const named = cell.split(separator).map((each) => each.trim());
  const several = named.filter((each) => each !== "");
  return several.length === 0 ? [""] : [...new Set(several)];
}

type Reading = { readonly mapping: WorkMapping; readonly dayOf: DayOf };

function readLine({ row, cells }: WorkRow, analyst: string, { mapping, dayOf }: Reading): ReadLine {
  const externalId = cells.externalId ?? "";
  const subject = [externalId, analyst].filter((part) => part !== "").join(" ");
  const reason = asideReason(cells, mapping);
  if (reason !== null) return { row, subject, outcome: "aside", reason };
  const time = timeOf(cells, mapping);
  const verdicts = verdictsOf(cells, mapping);
  const problems = [...idProblems(externalId), ...time.problems, ...analystProblems(analyst), ...verdicts.problems];
  if (problems.length > 0 || time.time === null) return { row, subject, outcome: "bad", problems };
  if (verdicts.reason !== null) return { row, subject, outcome: "aside", reason: verdicts.reason };
  const { verdict, finalVerdict } = verdicts;
  const title = titleOf(cells.title);
  const entry = { row, externalId, analyst, happenedOn: dayOf(time.time), title, verdict, finalVerdict };
  return { row, subject, outcome: "read", entry };
}

/** A ticket that is still open, or of a type that nobody asked for. */
function asideReason(cells: WorkRow["cells"], { kind, columns, types }: WorkMapping): AsideReason | null {
  if (kind !== "tickets") return null;
  if (types.length > 0 && !hasWord(types, cells.type ?? "")) return "otherType";
  return columns.closed !== null && (cells.closed ?? "") === "" ? "stillOpen" : null;
}

const hasWord = (words: readonly string[], text: string) => words.some((word) => sameWord(word) === sameWord(text));

const problem = (column: WorkColumn, code: WorkProblem, values?: Problem["values"]): Problem => ({
  column,
  code,
  ...(values && { values }),
});

function idProblems(externalId: string): Problem[] {
  if (externalId === "") return [problem("externalId", "ExternalIdMissing")];
  const isClean = externalId.length <= MAX_ID && externalId.search(HIDDEN) < 0;
  return isClean ? [] : [problem("externalId", "ExternalIdUnreadable")];
}

/** A ticket happened on the day it was closed, where the file says so. */
function timeOf(cells: WorkRow["cells"], { kind, columns, dateFormat }: WorkMapping) {
  const column = kind === "tickets" && columns.closed !== null ? "closed" : "day";
  const text = cells[column] ?? "";
  const time = text === "" ? null : readTime(text, dateFormat);
  if (time) return { time, problems: [] };
  const code = text === "" ? "DayMissing" : "DayUnreadable";
  return { time: null, problems: [problem(column, code, { text: shortened(text) })] };
}

const analystProblems = (analyst: string) => (analyst === "" ? [problem("analyst", "AnalystMissing")] : []);

type Verdicts = Pick<WorkEntry, "verdict" | "finalVerdict"> & {
  readonly problems: readonly Problem[];
  readonly reason: AsideReason | null;
};

function verdictsOf(cells: WorkRow["cells"], mapping: WorkMapping): Verdicts {
  const { kind, columns } = mapping;
  const none = { verdict: null, finalVerdict: null, problems: [], reason: null };
  if (kind !== "alertJudgements" || columns.verdict === null) return none;
  const first = verdictOf("verdict", cells.verdict ?? "", mapping);
  if (columns.finalVerdict === null) return { ...none, ...first, verdict: first.says };
  const last = finalOf(cells.finalVerdict ?? "", mapping);
  return {
    verdict: first.says,
    finalVerdict: last.says,
    problems: [...first.problems, ...last.problems],
    reason: first.reason ?? last.reason,
  };
}

const finalOf = (text: string, mapping: WorkMapping) =>
  text === ""
    ? { says: null, problems: [], reason: "noFinalVerdict" as const }
    : verdictOf("finalVerdict", text, mapping);

function verdictOf(column: "verdict" | "finalVerdict", text: string, mapping: WorkMapping) {
  const { trueWords, falseWords, asideWords } = mapping;
  const nothing = { says: null, problems: [] as Problem[], reason: null };
  if (text === "") return { ...nothing, problems: [problem(column, "VerdictMissing")] };
  if (hasWord(trueWords, text)) return { ...nothing, says: true };
  if (hasWord(falseWords, text)) return { ...nothing, says: false };
  if (hasWord(asideWords, text)) return { ...nothing, reason: "verdictAside" as const };
  return { ...nothing, problems: [problem(column, "VerdictUnknown", { text: shortened(text) })] };
}

const shortened = (text: string) => cut(text.replace(HIDDEN, " "), 40);

function titleOf(text: string | undefined): string | null {
  const title = cut((text ?? "").replace(HIDDEN, " ").trim(), MAX_TITLE);
  return title === "" ? null : title;
}

const cut = (text: string, max: number) => {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join("")}…`;
};

/** Columns of a mapping that a file lacks, by the names of the mapping. */
export const columnsMissing = ({ kind, columns }: WorkMapping, names: readonly string[]): readonly WorkColumn[] => {
  const { needed, other } = columnsRead(kind);
  const there = new Set(names.map(sameWord));
  return [...needed, ...other].filter((column) => {
    const name = columns[column];
    return name !== null && !there.has(sameWord(name));
  });
};

import { type Actor, canManagePeople } from "./access";

/** What can be brought in by CSV. Each kind states its columns; nothing is written until every line is clean. */
export const IMPORT_KINDS = ["teams", "people", "enrolments", "mentors", "recognitions"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_MAX_BYTES = 10 * 1024 * 1024;
/** Each line about mentors and recognitions is an act with a reason of its own: more of them at once, nobody reads. */
export const IMPORT_MAX_LINES: Record<ImportKind, number> = {
  people: 10_000,
  teams: 10_000,
  enrolments: 10_000,
  mentors: 2_000,
  recognitions: 2_000,
};

const manages = (actor: Actor) => actor.managedTeamIds.length > 0;

/** Who may open the import of a kind; each line is decided by the rule of its act besides. */
const MAY_IMPORT: Record<ImportKind, (actor: Actor) => boolean> = {
  people: canManagePeople,
  teams: canManagePeople,
  enrolments: (actor) => canManagePeople(actor) || manages(actor),
  mentors: manages,
  recognitions: manages,
};
export const mayImport = (actor: Actor, kind: ImportKind): boolean => MAY_IMPORT[kind](actor);
export const importsOf = (actor: Actor): ImportKind[] => IMPORT_KINDS.filter((kind) => mayImport(actor, kind));

export type ImportColumn = {
  readonly key: string;
  /** The Japanese name, the English name, and other names that files come with. */
  readonly headers: readonly [string, string, ...string[]];
  readonly required: boolean;
  /** Columns that together stand in for this one: 姓 and 名 for 氏名. */
  readonly insteadOf?: readonly string[];
};

/** What can be wrong with a file beside a field's own rule and an act's own refusal. */
export const IMPORT_PROBLEMS = [
  "ColumnMissing",
  "ColumnTwice",
  "NotCsv",
  "FileEmpty",
  "TooManyLines",
  "LineRepeated",
  "PersonKeyMissing",
  "PersonUnknown",
  "PersonAmbiguous",
  "LeadingZeros",
  "TeamUnknown",
  "NotEnrolledThere",
] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];

/** `code` is an `ImportProblem`, the code of a field's rule, or the refusal of the act. */
export type Problem = {
  readonly column: string | null;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Where each column stands in the file. */
export type Header = { readonly at: ReadonlyMap<string, number>; readonly ignored: readonly string[] };

const bare = (text: string) =>
  cellText(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_・-]/gu, "");

/** Headers may be Japanese or English, in any order, with columns that are not known; those are ignored and named. */
export function matchHeader(columns: readonly ImportColumn[], cells: readonly string[]) {
  const names = cells.map(bare);
  const at = new Map<string, number>();
  const problems: Problem[] = [];
  const known = new Set<number>();
  for (const { key, headers } of columns) {
    const wanted = headers.map(bare);
    const places = names.flatMap((name, place) => (wanted.includes(name) ? [place] : []));
    const [first] = places;
    if (first !== undefined) at.set(key, first);
    if (places.length > 1) problems.push({ column: key, code: "ColumnTwice" });
    for (const place of places) known.add(place);
  }
  for (const column of columns) {
    if (isMissing(column, at)) problems.push({ column: column.key, code: "ColumnMissing" });
  }
  const ignored = cells.filter((cell, place) => !known.has(place) && cell.trim() !== "");
  return { header: { at, ignored } satisfies Header, problems };
}

const isMissing = ({ key, required, insteadOf }: ImportColumn, at: ReadonlyMap<string, number>) =>
  required && !at.has(key) && !(insteadOf?.every((other) => at.has(other)) ?? false);

/** The cells of a line by column; a column that the file does not have is not there. */
export const cellsOf = ({ at }: Header, cells: readonly string[]): Record<string, string> =>
  Object.fromEntries([...at].map(([key, place]) => [key, cellText(cells[place] ?? "")]));

/** What a spreadsheet put around a text: `="00123"` to keep zeros, an apostrophe to keep a formula from running. */
export function cellText(raw: string): string {
  const text = raw.trim();
  const quoted = /^="(.*)"$/su.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll('""', '"').trim();
  return /^'[=+\-@]/u.test(text) ? text.slice(1) : text;
}

/** 2026/4/1, 2026-4-1, 2026.4.1 and 2026年4月1日 are one day. Anything else stays as it is, to be refused. */
export function dayText(raw: string): string {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(raw.normalize("NFKC").trim());
  const [, year, month, day] = parts ?? [];
  if (year === undefined || month === undefined || day === undefined) return raw;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Employee numbers that a spreadsheet made of text: 00123 and 123 differ only in zeros. */
export const withoutZeros = (number: string): string => number.replace(/^0+(?=.)/u, "");

export const LINE_OUTCOMES = ["bad", "new", "changed", "unchanged"] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

export type Change = { readonly column: string; readonly from: string; readonly to: string };

/** What one line will do. `act` is there exactly where something is to be written. */
export type PlannedLine<Act> = {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  readonly outcome: LineOutcome;
  /** Whom or what the line is about, as the file says it. */
  readonly subject: string;
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  readonly act: Act | null;
};

export const badLine = (row: number, subject: string, problems: readonly Problem[]): PlannedLine<never> => ({
  row,
  subject,
  outcome: "bad",
  changes: [],
  problems,
  act: null,
});
export const unchangedLine = (row: number, subject: string): PlannedLine<never> => ({
  row,
  subject,
  outcome: "unchanged",
  changes: [],
  problems: [],
  act: null,
});
export const newLine = <Act>(row: number, subject: string, act: Act): PlannedLine<Act> => ({
  row,
  subject,
  outcome: "new",
  changes: [],
  problems: [],
  act,
});
export const changedLine = <Act>(
  row: number,
  subject: string,
  act: Act,
  changes: readonly Change[],
): PlannedLine<Act> => ({ row, subject, outcome: "changed", changes, problems: [], act });

export type ImportCounts = Readonly<Record<LineOutcome, number>>;

export const countLines = (lines: readonly PlannedLine<unknown>[]): ImportCounts => {
  const counts = { bad: 0, new: 0, changed: 0, unchanged: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
};

export const actsOf = <Act>(lines: readonly PlannedLine<Act>[]): Act[] =>
  lines.flatMap(({ act }) => (act === null ? [] : [act]));

import { type Actor, type EnrolmentRef, manages, managesTeam, mentors, type TeamRef } from "./access";
import { accept, type Decision, refuse } from "./result";
import type { RecordKind, Supervision } from "./rule";
import type { WorkDateFormat } from "./work-day";

/** 取り込み元: how the files of one system are read. */

/** One judgement a line with its verdicts, or one incident or ticket a line. */
export const WORK_KINDS = ["alertJudgements", "tickets"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_COLUMNS = [
  "externalId",
  "day",
  "analyst",
  "verdict",
  "finalVerdict",
  "title",
  "closed",
  "type",
] as const;
export type WorkColumn = (typeof WORK_COLUMNS)[number];
/** What the file calls each column; null is one that the files do not have. */
export type WorkColumns = Readonly<Record<WorkColumn, string | null>>;

export type WorkMapping = {
  readonly name: string;
  readonly kind: WorkKind;
  readonly columns: WorkColumns;
  readonly dateFormat: WorkDateFormat;
  /** Of times that the file writes without a zone. */
  readonly timeZone: string;
  readonly trueWords: readonly string[];
  readonly falseWords: readonly string[];
  /** Verdicts that say nothing yet: such lines are left aside. */
  readonly asideWords: readonly string[];
  /** Of tickets only these types; empty is all. */
  readonly types: readonly string[];
  readonly recordKind: RecordKind;
  readonly recordTitle: string;
  /** How this work is done as a rule; null where nobody can say. */
  readonly supervision: Supervision | null;
  /** Between several analysts in one cell; empty where a cell names one. */
  readonly separator: string;
  /** Written before a ticket's number, so that two systems' numbers stay apart. */
  readonly refPrefix: string;
};

/** Columns that each kind reads, the needed ones first. */
const READ: Record<WorkKind, { readonly needed: readonly WorkColumn[]; readonly other: readonly WorkColumn[] }> = {
  alertJudgements: { needed: ["externalId", "day", "analyst"], other: ["verdict", "finalVerdict"] },
  tickets: { needed: ["externalId", "day", "analyst"], other: ["title", "closed", "type"] },
};
export const columnsRead = (kind: WorkKind) => READ[kind];

/** A source that keeps one verdict only can say how many were judged, never how many rightly (product.md, accuracy). */
export const keepsBothVerdicts = ({ kind, columns }: Pick<WorkMapping, "kind" | "columns">) =>
  kind === "alertJudgements" && columns.verdict !== null && columns.finalVerdict !== null;

/** Words and names compare in one width and case. */
export const sameWord = (text: string) => text.normalize("NFKC").trim().toLowerCase();

export type WorkSourceRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "WorkColumnsMissing"; readonly columns: readonly WorkColumn[] }
  | { readonly code: "WorkColumnTwice"; readonly name: string }
  | { readonly code: "VerdictWordsMissing" }
  | { readonly code: "VerdictWordTwice"; readonly word: string };

/** May keep sources of a team and import from them: its managers, and mentors there of any role group. */
export const worksIn = (actor: Actor, team: TeamRef) =>
  managesTeam(actor, team) ||
  actor.mentorships.some(({ teamId }) => teamId === null || team.ancestorIds.includes(teamId));

export const mayImportWork = (actor: Actor) => actor.managedTeamIds.length > 0 || actor.mentorships.length > 0;

/** Work of a person is brought in by a manager of a team of theirs, or by a mentor of theirs; one's own comes along. */
export const mayImportFor = (actor: Actor, enrolments: readonly EnrolmentRef[]) =>
  mayImportWork(actor) &&
  enrolments.some((enrolment) => {
    const isOwn = enrolment.traineeId === actor.id;
    return isOwn || manages(actor, enrolment) || mentors(actor, enrolment);
  });

/** Whether a mapping can be read by: every column that its kind needs, no column twice, no verdict meaning two things. */
export function checkMapping(
  mapping: WorkMapping,
  team: TeamRef | null,
  actor: Actor,
): Decision<null, WorkSourceRefusal> {
  if (!team || !worksIn(actor, team)) return refuse({ code: "NotFound" });
  const { needed, other } = columnsRead(mapping.kind);
  const columns = needed.filter((column) => mapping.columns[column] === null);
  if (columns.length > 0) return refuse({ code: "WorkColumnsMissing", columns });
  const twice = repeated([...needed, ...other].flatMap((column) => mapping.columns[column] ?? []));
  if (twice !== undefined) return refuse({ code: "WorkColumnTwice", name: twice });
  return wordsRefusal(mapping) ?? accept(null);
}

function wordsRefusal({ kind, columns, trueWords, falseWords, asideWords }: WorkMapping) {
  if (kind !== "alertJudgements" || columns.verdict === null) return null;
  if (trueWords.length === 0 || falseWords.length === 0) return refuse({ code: "VerdictWordsMissing" });
  const word = repeated([...trueWords, ...falseWords, ...asideWords]);
  return word === undefined ? null : refuse({ code: "VerdictWordTwice", word });
}

const repeated = (texts: readonly string[]): string | undefined =>
  texts.find((text, place) => texts.findIndex((other) => sameWord(other) === sameWord(text)) < place);

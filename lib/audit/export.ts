import "server-only";
import type { EventFields, NamesFound } from "@/lib/domain/audit-entry";
import { csvLine } from "@/lib/domain/csv-cell";
import { formatName, type Locale } from "@/lib/platform/format";
import { messagesIn } from "@/lib/platform/messages";
import type { ExportFormat } from "./schema";

/** What stands at the head of an export: the checkpoint that was made before it. */
export type ExportHead = { readonly note: string | null; readonly publicKey: string | null };
export type Writer = {
  readonly head: (head: ExportHead) => string;
  readonly line: (event: EventFields, names: NamesFound) => string;
};

const jsonLine = (value: object) => `${JSON.stringify(value)}\n`;
const JSON_LINES: Writer = {
  head: (head) => jsonLine({ type: "checkpoint", ...head }),
  line: (event) => jsonLine({ type: "event", ...event }),
};

const COLUMNS = [
  "seq",
  "at",
  "actor",
  "actorName",
  "action",
  "words",
  "subject",
  "subjectName",
  "body",
  "prevHash",
  "hash",
] as const;

/** UTF-8 with its mark, so that spreadsheets read Japanese. */
const csv = (locale: Locale): Writer => {
  const { exportColumns } = messagesIn(locale).audit;
  const events: Readonly<Record<string, string>> = messagesIn(locale).events;
  const { kinds } = messagesIn(locale).records;
  const nameOf = (id: string, { people, teams, occasions }: NamesFound) => {
    const person = people.get(id);
    if (person) return formatName(person, locale);
    const team = teams.get(id);
    if (team) return locale === "ja" ? team.nameJa : team.nameEn;
    const occasion = occasions.get(id);
    return occasion ? `${kinds[occasion.of]} ${occasion.on}` : "";
  };
  return {
    head: ({ note, publicKey }) =>
      `\ufeff${csvLine(COLUMNS.map((column) => exportColumns[column]))}${csvLine(
        COLUMNS.map((column) => ({ action: "checkpoint", subject: publicKey, body: note })[column as string] ?? ""),
      )}`,
    line: (event, names) => {
      const words = Object.hasOwn(events, event.action) ? (events[event.action] ?? "") : "";
      const told = { words, actorName: nameOf(event.actor, names), subjectName: nameOf(event.subject, names) };
      const cells = { ...event, ...told, seq: String(event.seq) };
      return csvLine(COLUMNS.map((column) => cells[column]));
    },
  };
};

export const writerOf = (format: ExportFormat, locale: Locale): Writer => (format === "csv" ? csv(locale) : JSON_LINES);

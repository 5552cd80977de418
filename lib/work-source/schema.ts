import { z } from "zod";
import { SUPERVISIONS } from "@/lib/domain/rule";
import type { AnalystWish, PersonInReach } from "@/lib/domain/work-analyst";
import { WORK_DATE_FORMATS } from "@/lib/domain/work-day";
import { sameWord, WORK_COLUMNS, WORK_KINDS, type WorkColumns, type WorkMapping } from "@/lib/domain/work-source";
import { choice, line, many, optional, paragraph, uuid } from "@/lib/platform/fields";
import { fieldsNamed } from "@/lib/platform/named-fields";
import { timeZone } from "@/lib/team/schema";

/** Kinds of record that a line can become. */
export const WORK_RECORD_KINDS = ["incident", "analysis", "report", "review", "exercise", "other"] as const;

const columnName = () => optional(line(100));
/** Words, one a line; twice the same is once. */
const words = () =>
  optional(paragraph(2000)).transform((text) => {
    const all = (text ?? "").split("\n").flatMap((word) => (word.trim() === "" ? [] : [word.trim()]));
    return all.filter((word, place) => all.findIndex((other) => sameWord(other) === sameWord(word)) === place);
  });
const short = (max: number) => optional(line(max)).transform((text) => text ?? "");
const supervision = () =>
  choice(["1", "2", "3", "4", "5"]).transform((text) => SUPERVISIONS.find((each) => String(each) === text) ?? 1);

const mapping = {
  name: line(60),
  columnExternalId: columnName(),
  columnDay: columnName(),
  columnAnalyst: columnName(),
  columnVerdict: columnName(),
  columnFinalVerdict: columnName(),
  columnTitle: columnName(),
  columnClosed: columnName(),
  columnType: columnName(),
  dateFormat: choice(WORK_DATE_FORMATS),
  timeZone: timeZone(),
  trueWords: words(),
  falseWords: words(),
  asideWords: words(),
  types: words(),
  recordKind: optional(choice(WORK_RECORD_KINDS)),
  recordTitle: line(100),
  supervision: optional(supervision()),
  separator: short(3),
  refPrefix: short(20),
};
const kind = choice(WORK_KINDS);
type Typed = z.output<z.ZodObject<typeof mapping>> & { readonly kind: z.output<typeof kind> };

const fieldOf = (column: (typeof WORK_COLUMNS)[number]) =>
  `column${column.charAt(0).toUpperCase()}${column.slice(1)}` as `column${Capitalize<typeof column>}`;
export const columnField = fieldOf;

function mappingOf(typed: Typed): WorkMapping {
  const { name, dateFormat, timeZone: zone, trueWords, falseWords, asideWords, types, ...rest } = typed;
  const columns = Object.fromEntries(WORK_COLUMNS.map((column) => [column, typed[fieldOf(column)]])) as WorkColumns;
  const isAlerts = rest.kind === "alertJudgements";
  return {
    ...{ name, kind: rest.kind, columns, dateFormat, timeZone: zone, trueWords, falseWords, asideWords, types },
    recordKind: isAlerts ? "alertJudgement" : (rest.recordKind ?? "incident"),
    recordTitle: rest.recordTitle,
    supervision: rest.supervision,
    separator: rest.separator,
    refPrefix: rest.refPrefix,
  };
}

export const newSource = z
  .object({ onceKey: uuid(), teamId: uuid(), kind, ...mapping })
  .transform(({ onceKey, teamId, ...typed }) => ({ onceKey, teamId, mapping: mappingOf(typed) }));
export type NewSource = z.output<typeof newSource>;

export const sourceEdit = z
  .object({ sourceId: uuid(), seen: line(40), kind, ...mapping })
  .transform(({ sourceId, seen, ...typed }) => ({ sourceId, seen, mapping: mappingOf(typed) }));
export type SourceEdit = z.output<typeof sourceEdit>;

/** `person:<key>` is who a name of the file is, `name:<key>` the name, `aside[]` those whose lines are not brought in. */
export const analystsForm = z
  .looseObject({ sourceId: uuid(), aside: many(line(64), 200) })
  .transform(({ sourceId, aside, ...rest }, context) => ({
    sourceId,
    aside,
    names: fieldsNamed("name", line(200), rest, context),
    people: fieldsNamed("person", line(254), rest, context),
  }));
export type AnalystsForm = z.output<typeof analystsForm>;

/** What the form says of each name: a person, nobody, or nothing yet. */
export const wishesOf = ({ names, people, aside }: Omit<AnalystsForm, "sourceId">): AnalystWish[] =>
  [...names].flatMap(([key, shown]): AnalystWish[] => {
    if (aside.includes(key)) return [{ shown, typed: null }];
    const typed = people.get(key);
    return typed === undefined ? [] : [{ shown, typed }];
  });

/** One name of the files, as the page asks about it. */
export type AnalystSeen = {
  /** What its fields are named by: a name may hold anything. */
  readonly key: string;
  readonly shown: string;
  readonly aside: boolean;
  readonly person: PersonInReach | null;
  /** Somebody whom the reader may not bring in work for; not theirs to change. */
  readonly isOfOthers: boolean;
  /** Who it probably is, where nobody has said. */
  readonly likely: PersonInReach | null;
};

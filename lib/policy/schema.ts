import { z } from "zod";
import type { PolicyType } from "@/lib/content/schema";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { MATERIAL_KINDS, type MaterialKind } from "@/lib/domain/material";
import type { PolicyValue, PolicyValues } from "@/lib/domain/policy";
import { choice, day, is, line, optional, paragraph, uuid, wholeNumber } from "@/lib/platform/fields";

/** Why a value is none for this type of parameter, or null where it is one. Lists are judged by their length and codes. */
export function policyMisfit(type: PolicyType, value: unknown): string | null {
  switch (type.kind) {
    case "number":
      return isWhole(value) && value >= type.min && value <= type.max
        ? null
        : `is not a whole number from ${type.min} to ${type.max}`;
    case "flag":
      return typeof value === "boolean" ? null : "is not true or false";
    case "choice":
      return type.options.some(({ code }) => code === value) ? null : "is none of the options";
    case "list":
      return listMisfit(type, value);
  }
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);

function listMisfit({ min, max }: { min: number; max: number }, value: unknown): string | null {
  if (!Array.isArray(value) || !value.every(hasCode)) return "is not a list of entries with a code";
  const codes = new Set(value.map(({ code }) => code));
  if (codes.size < value.length) return "has the same code twice";
  return value.length >= min && value.length <= max ? null : `has not from ${min} to ${max} entries`;
}

const hasCode = (entry: unknown): entry is { code: string } =>
  typeof entry === "object" && entry !== null && "code" in entry && typeof entry.code === "string";

const text = z.string();
const wording = z.object({ ja: text, en: text });
const kind = z.enum(MATERIAL_KINDS);
const entry = z.object({
  code: text,
  title: wording.optional(),
  url: text.optional(),
  note: wording.optional(),
  kind: kind.optional(),
});

export type ListEntryText = {
  readonly code: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
  readonly kind?: MaterialKind | undefined;
};

/** The entries of a list parameter, in the reader's language: as the organisation words them, else as our default does. */
export function listEntriesOf(param: string, policy: PolicyValues, words: CurriculumWords): ListEntryText[] {
  const parsed = z.array(entry).safeParse(policy[param] ?? []);
  if (!parsed.success) return [];
  return parsed.data.map(({ code, title, url, note, kind }) =>
    title ? { code, title: title[words.locale], url, note: note?.[words.locale], kind } : words.listEntry(param, code),
  );
}

const LINK = /^https?:\/\/[^\s@]+$/u;

/** A list may have as many rows; the form numbers its fields: `titleJa.0`, `titleJa.1`. */
const MOST_ROWS = 120;
const CELLS = {
  /** Of an entry that was there before; a new one gets its own. */
  entryCode: optional(z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,99}$/)).catch(null),
  titleJa: optional(line(300)),
  titleEn: optional(line(300)),
  url: optional(line(400).regex(LINK, { error: is("notALink") })),
  noteJa: optional(line(300)),
  noteEn: optional(line(300)),
  kind: optional(choice(MATERIAL_KINDS)),
  order: optional(wholeNumber(1, MOST_ROWS)),
};
type Cell = keyof typeof CELLS;
const CELL_NAMES = Object.keys(CELLS) as Cell[];

/** `hasNote`: the form shows notes, so that an empty one is none. */
type Row = {
  readonly [C in Cell]: z.output<(typeof CELLS)[C]>;
} & { readonly place: number; readonly hasNote: boolean };

/** Numbered fields become rows, in their order; what is wrong with one is said at that field. */
function rowsIn(input: Readonly<Record<string, unknown>>, context: z.RefinementCtx): Row[] {
  const places = Array.from({ length: MOST_ROWS }, (_, place) => place);
  const given = places.filter((place) => CELL_NAMES.some((name) => input[`${name}.${place}`] !== undefined));
  return given.map((place) => {
    const read = <C extends Cell>(name: C) => readCell(name, `${name}.${place}`, input, context);
    const row = {
      place,
      hasNote: input[`noteJa.${place}`] !== undefined,
      entryCode: read("entryCode"),
      titleJa: read("titleJa"),
      titleEn: read("titleEn"),
      url: read("url"),
      noteJa: read("noteJa"),
      noteEn: read("noteEn"),
      kind: read("kind"),
      order: read("order"),
    };
    if (isUntitled(row, input))
      context.addIssue({ code: "custom", message: is("required"), path: [`titleJa.${place}`] });
    return row;
  });
}

/** An entry that has an English title or a link, and no Japanese title: one left wholly empty is no entry. */
const isUntitled = ({ place, titleEn, url }: Row, input: Readonly<Record<string, unknown>>) =>
  String(input[`titleJa.${place}`] ?? "").trim() === "" && (titleEn !== null || url !== null);

function readCell<C extends Cell>(
  name: C,
  field: string,
  input: Readonly<Record<string, unknown>>,
  context: z.RefinementCtx,
): z.output<(typeof CELLS)[C]> | null {
  const parsed = CELLS[name].safeParse(input[field]);
  if (parsed.success) return parsed.data as z.output<(typeof CELLS)[C]>;
  const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [field], input: input[field] }));
  context.issues.push(...(issues as z.core.$ZodRawIssue[]));
  return null;
}

/** One form for every type of parameter: a value, or the rows of a list. Rows left empty are no entries. */
export const policyForm = z
  .looseObject({
    onceKey: uuid(),
    code: line(120),
    holdsFrom: day(),
    reason: paragraph(2000),
    value: optional(line(200)),
  })
  .transform(({ onceKey, code, holdsFrom, reason, value, ...input }, context) => ({
    onceKey,
    code,
    holdsFrom,
    reason,
    value,
    rows: rowsIn(input, context),
  }));
export type PolicyForm = z.output<typeof policyForm>;

/**
 * The value that a form gives for a parameter of this type.
 * What a form does not show of an entry, a note or a kind, stays as it was before.
 */
export function valueOfForm(form: PolicyForm, type: PolicyType, before: PolicyValue): PolicyValue {
  if (type.kind === "list") return entriesOfForm(form, before);
  const typed = (form.value ?? "").normalize("NFKC");
  if (type.kind === "number") return /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
  return type.kind === "flag" && /^(true|false)$/.test(typed) ? typed === "true" : typed;
}

function entriesOfForm({ onceKey, rows }: PolicyForm, before: PolicyValue) {
  return inTheirOrder(rows).flatMap((row) => {
    const { place, entryCode, titleJa, titleEn, url } = row;
    const code = entryCode ?? `own-${onceKey.slice(-8)}-${place}`;
    if (titleJa === null) return [];
    const title = { ja: titleJa, en: titleEn ?? titleJa };
    const beside = row.hasNote ? shownBeside(row) : keptBeside(code, before);
    return [{ code, title, ...(url !== null && { url }), ...beside }];
  });
}

/** A row that was given another number moves there: before what has that number when it moves up, after it when down. */
function inTheirOrder(rows: readonly Row[]): readonly Row[] {
  const wish = ({ place, order }: Row) => {
    const number = order ?? place + 1;
    return number + Math.sign(number - place - 1) / 2;
  };
  return rows.toSorted((a, b) => wish(a) - wish(b));
}

const shownBeside = ({ noteJa, noteEn, kind }: Row) => {
  const ja = noteJa ?? noteEn;
  return { ...(ja !== null && { note: { ja, en: noteEn ?? ja } }), ...(kind !== null && { kind }) };
};

function keptBeside(code: string, before: PolicyValue) {
  const entries = z.array(entry).safeParse(before);
  const { note, kind } = (entries.success && entries.data.find((each) => each.code === code)) || {};
  return { ...(note && { note }), ...(kind && { kind }) };
}

import { z } from "zod";
import type { PolicyType } from "@/lib/content/schema";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { PolicyValue, PolicyValues } from "@/lib/domain/policy";
import { day, line, paragraph, uuid } from "@/lib/platform/fields";

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
const entry = z.object({ code: text, title: wording.optional(), url: text.optional(), note: wording.optional() });

export type ListEntryText = {
  readonly code: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
};

/** The entries of a list parameter, in the reader's language: as the organisation words them, else as our default does. */
export function listEntriesOf(param: string, policy: PolicyValues, words: CurriculumWords): ListEntryText[] {
  const parsed = z.array(entry).safeParse(policy[param] ?? []);
  if (!parsed.success) return [];
  return parsed.data.map(({ code, title, url, note }) =>
    title ? { code, title: title[words.locale], url, note: note?.[words.locale] } : words.listEntry(param, code),
  );
}

/** A list may have as many rows; the form numbers its fields: `titleJa.0`, `titleJa.1`. */
const MOST_ROWS = 80;
const CELLS = ["entryCode", "titleJa", "titleEn", "url"] as const;

const cell = z.string().max(400);
const row = z.object({ entryCode: cell, titleJa: cell, titleEn: cell, url: cell });

/** Numbered fields become rows, in their order, before the form is read. */
function withRows(input: unknown) {
  if (typeof input !== "object" || input === null) return input;
  const fields = new Map(Object.entries(input));
  const places = Array.from({ length: MOST_ROWS }, (_, place) => place).filter((place) =>
    fields.has(`titleJa.${place}`),
  );
  const rows = places.map((place) =>
    Object.fromEntries(CELLS.map((name) => [name, fields.get(`${name}.${place}`) ?? ""])),
  );
  return { ...input, rows };
}

/** One form for every type of parameter: a value, or the rows of a list. Rows left empty are no entries. */
export const policyForm = z.preprocess(
  withRows,
  z.object({
    onceKey: uuid(),
    code: line(120),
    holdsFrom: day(),
    reason: paragraph(2000),
    value: z.string().max(200).optional(),
    rows: z.array(row),
  }),
);
export type PolicyForm = z.output<typeof policyForm>;

const LINK = /^https?:\/\/[^\s@]+$/u;

/** The value that a form gives for a parameter of this type; null where an entry lacks a title or its link is none. */
export function valueOfForm(form: PolicyForm, type: PolicyType): PolicyValue | null {
  if (type.kind === "list") return entriesOfForm(form);
  const typed = (form.value ?? "").normalize("NFKC").trim();
  if (type.kind === "flag") return typed === "true";
  if (type.kind === "choice") return typed;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
}

function entriesOfForm({ onceKey, rows }: PolicyForm) {
  const filled = rows
    .map(({ entryCode, titleJa, titleEn, url }, place) => ({
      code: entryCode || `own-${onceKey.slice(-8)}-${place}`,
      ja: titleJa.trim(),
      en: titleEn.trim(),
      url: url.trim(),
    }))
    .filter(({ ja, en, url }) => `${ja}${en}${url}` !== "");
  if (filled.some(({ ja, url }) => ja === "" || (url !== "" && !LINK.test(url)))) return null;
  return filled.map(({ code, ja, en, url }) => ({ code, title: { ja, en: en || ja }, ...(url && { url }) }));
}

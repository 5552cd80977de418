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

const cells = z.array(z.string().max(400)).max(80).default([]);

/** One form for every type of parameter: a value, or the rows of a list. Rows left empty are no entries. */
export const policyForm = z.object({
  onceKey: uuid(),
  code: line(120),
  holdsFrom: day(),
  reason: paragraph(2000),
  value: z.string().max(200).optional(),
  entryCode: cells,
  titleJa: cells,
  titleEn: cells,
  url: cells,
});
export type PolicyForm = z.output<typeof policyForm>;

const LINK = /^https?:\/\/[^\s@]+$/u;

/** The value that a form gives for a parameter of this type; null where an entry lacks a title or its link is none. */
export function valueOfForm(form: PolicyForm, type: PolicyType): PolicyValue | null {
  if (type.kind === "list") return entriesOfForm(form);
  const typed = (form.value ?? "").normalize("NFKC").trim();
  if (type.kind === "flag") return typed === "true";
  return type.kind === "number" ? (/^\d{1,9}$/.test(typed) ? Number(typed) : -1) : typed;
}

function entriesOfForm({ onceKey, entryCode, titleJa, titleEn, url }: PolicyForm) {
  const rows = titleJa
    .map((ja, place) => ({ ja: ja.trim(), en: titleEn[place]?.trim() ?? "", url: url[place]?.trim() ?? "", place }))
    .filter((row) => row.ja !== "" || row.en !== "" || row.url !== "");
  if (rows.some((row) => row.ja === "" || (row.url !== "" && !LINK.test(row.url)))) return null;
  return rows.map(({ ja, en, url: link, place }) => ({
    code: entryCode[place] || `own-${onceKey.slice(-8)}-${place}`,
    title: { ja, en: en || ja },
    ...(link && { url: link }),
  }));
}

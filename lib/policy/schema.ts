import { z } from "zod";
import type { PolicyType } from "@/lib/content/schema";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { PolicyValues } from "@/lib/domain/policy";

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

import type { ListEntry, Wording, Words } from "@/lib/content/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { Locale } from "@/lib/platform/format";
import type { CurriculumWords, LocalItem, Localised } from "./schema";

/** What a wording row holds: today's words, and those of items that newer content no longer has. */
export type StoredWording = Wording & {
  readonly retired?: Pick<Wording, "items" | "parts">;
  /** Words of what the organisation added, and the digest of the content beside them. */
  readonly local?: Pick<Wording, "items" | "parts">;
  readonly contentDigest?: string;
};

const isWords = (value: object): value is Words => "ja" in value && "en" in value && Object.keys(value).length === 2;

/** Every `{ ja, en }` at any depth becomes the text of one language. */
export function localise<T>(value: T, locale: Locale): Localised<T> {
  return inLocale(value, locale) as Localised<T>;
}

function inLocale(value: unknown, locale: Locale): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => inLocale(each, locale));
  if (isWords(value)) return value[locale];
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inLocale(each, locale)]));
}

export function wordsOf({ digest, words }: WordingRow, locale: Locale): CurriculumWords {
  const all = localise(words, locale);
  const items = { ...all.retired?.items, ...all.items, ...all.local?.items };
  const parts = { ...all.retired?.parts, ...all.parts, ...all.local?.parts };
  const cases = new Map(all.cases.map((each) => [each.code, each.name]));
  const subCases = new Map(all.cases.flatMap((each) => each.subCases.map(({ code, name }) => [code, name] as const)));
  const policy = new Map(all.policy.map((each) => [each.code, each]));
  const item = (code: string): LocalItem => items[code] ?? { source: [], text: code };
  return {
    locale,
    revision: digest,
    all,
    item,
    title: (code) => item(code).title ?? item(code).text,
    text: (code) => item(code).text,
    part: (criterion, part) => parts[`${criterion}/${part}`] ?? part,
    subCase: (code) => subCases.get(code) ?? code,
    drillCase: (code) => cases.get(code) ?? code,
    roleGroup: (code) => groupIn(all.roleGroups, code),
    policy: (code) => policy.get(code) ?? null,
    listEntry: (param, code) => entryIn(policy.get(param)?.default, code),
  };
}

export type WordingRow = { readonly id: string; readonly digest: string; readonly words: StoredWording };

function groupIn<T extends { readonly code: RoleGroupCode }>(groups: readonly T[], code: RoleGroupCode): T {
  const found = groups.find((group) => group.code === code);
  if (!found) throw new Error(`There are no words for role group ${code}`);
  return found;
}

const isEntry = (entry: { readonly code: string }): entry is Localised<ListEntry> => "title" in entry;

function entryIn(entries: unknown, code: string): Localised<ListEntry> {
  const found = Array.isArray(entries) ? entries.filter(isEntry).find((entry) => entry.code === code) : undefined;
  return found ?? { code, title: code };
}

import "server-only";
import { getLocale } from "next-intl/server";
import type { PolicyUnit, Words } from "@/lib/content/schema";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

export async function policyWords() {
  const [t, locale] = await Promise.all([getTranslations("policy"), getLocale()]);
  return { t, locale: locale as Locale };
}
export type PolicyWords = Awaited<ReturnType<typeof policyWords>>;

export const inWords = (words: Words, locale: Locale) => words[locale];

/** A parameter as its definition or today's wording has it: names in both languages, or in the reader's. */
type Kind =
  | { readonly kind: "number"; readonly unit: PolicyUnit }
  | { readonly kind: "flag" }
  | { readonly kind: "choice"; readonly options: readonly { code: string; name: Words | string }[] }
  | { readonly kind: "list" };

/** A value as people read it: 10回, 連続する12か月, はい, 4件. */
export function valueWords({ type }: { readonly type: Kind }, value: unknown, { t, locale }: PolicyWords): string {
  switch (type.kind) {
    case "number":
      return t(`amounts.${type.unit}`, { count: Number(value) });
    case "flag":
      return t(value === true ? "yes" : "no");
    case "choice":
      return optionWords(type.options, value, locale);
    case "list":
      return t("entries", { count: Array.isArray(value) ? value.length : 0 });
  }
}

function optionWords(options: readonly { code: string; name: Words | string }[], value: unknown, locale: Locale) {
  const name = options.find(({ code }) => code === value)?.name ?? String(value);
  return typeof name === "string" ? name : name[locale];
}

/** Says a value of any parameter by its code; of a list every entry, so that two lists of one length differ. */
export async function valuesInWords(words: CurriculumWords) {
  const worded = await policyWords();
  return (code: string, value: unknown) => {
    const definition = words.policy(code);
    if (!definition) return String(value);
    if (Array.isArray(value)) return value.map((entry) => entryTitle(entry, worded.locale)).join(worded.t("join"));
    return valueWords(definition, value, worded);
  };
}

export const entryTitle = (entry: { code: string; title?: Words }, locale: Locale) =>
  entry.title?.[locale] ?? entry.code;

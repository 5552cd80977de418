import "server-only";
import { getLocale } from "next-intl/server";
import type { PolicyDefinition, Words } from "@/lib/content/schema";
import type { Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

export async function policyWords() {
  const [t, locale] = await Promise.all([getTranslations("policy"), getLocale()]);
  return { t, locale: locale as Locale };
}
export type PolicyWords = Awaited<ReturnType<typeof policyWords>>;

export const inWords = (words: Words, locale: Locale) => words[locale];

/** A value as people read it: 10回, 連続する12か月, はい, 4件. */
export function valueWords({ type }: PolicyDefinition, value: unknown, { t, locale }: PolicyWords): string {
  switch (type.kind) {
    case "number":
      return `${value}${locale === "ja" ? "" : " "}${t(`units.${type.unit}`)}`;
    case "flag":
      return t(value === true ? "yes" : "no");
    case "choice":
      return optionWords(type.options, value, locale);
    case "list":
      return t("entries", { count: Array.isArray(value) ? value.length : 0 });
  }
}

const optionWords = (options: readonly { code: string; name: Words }[], value: unknown, locale: Locale) =>
  options.find(({ code }) => code === value)?.name[locale] ?? String(value);

import "server-only";
import type { Metadata } from "next";
import { createTranslator, type NamespaceKeys, type NestedKeyOf, useLocale } from "next-intl";
import { getLocale } from "next-intl/server";
import { DEFAULT_ZONE, type Locale } from "./format";
import { type Messages, messagesIn } from "./messages";

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
export type Words<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>;

const kept = new Map<string, unknown>();

/** The words of a namespace in one language, made once for the process: next-intl's own would read every message again for each request. */
export function wordsOf<const N extends Namespace>(locale: Locale, namespace: N): Words<N> {
  const key = `${locale} ${namespace}`;
  const known = kept.get(key);
  if (known !== undefined) return known as Words<N>;
  const made = createTranslator<Messages, N>({
    locale,
    messages: messagesIn(locale),
    namespace,
    timeZone: DEFAULT_ZONE,
  });
  kept.set(key, made);
  return made;
}

/** In a component that does not wait. */
export const useTranslations = <const N extends Namespace>(namespace: N): Words<N> => wordsOf(useLocale(), namespace);

/** In a component or function that waits. */
export const getTranslations = async <const N extends Namespace>(namespace: N): Promise<Words<N>> =>
  wordsOf(await getLocale(), namespace);

/** The page's name in the browser's tab: `export const generateMetadata = titled("readiness", "title")`. */
export const titled =
  <const N extends Namespace>(namespace: N, ...named: Parameters<Words<N>>) =>
  async (): Promise<Metadata> => ({ title: (await getTranslations(namespace))(...named) });

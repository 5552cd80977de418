import { useTranslations } from "@/lib/platform/words";
import type { Phrase } from "./reason-box";

const PHRASES = ["evidence", "scope", "facts", "mismatch"] as const;

/** Sentences that mentors use often, to be put in and edited. */
export function useReadyPhrases(): { phrases: readonly Phrase[]; phrasesLabel: string } {
  const t = useTranslations("reviews.decide");
  return {
    phrases: PHRASES.map((code) => ({ short: t(`phraseShort.${code}`), text: t(`phrase.${code}`) })),
    phrasesLabel: t("phrases"),
  };
}

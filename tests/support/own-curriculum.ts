import { createTranslator } from "next-intl";
import { curriculumOf } from "@/lib/curriculum/curriculum";
import { wordsOf } from "@/lib/curriculum/words";
import type { PolicyValues } from "@/lib/domain/policy";
import { type Locale, messagesIn } from "@/lib/platform/messages";
import { ownContent } from "./edited-content";

/** The product's curriculum without a database: what a page gets from the queries. */
export function ownCurriculum() {
  const { structure, structureDigest, words, wordsDigest } = ownContent();
  const row = { id: "own", digest: wordsDigest, words };
  const policy: PolicyValues = Object.fromEntries(words.policy.map((each) => [each.code, each.default]));
  return {
    curriculum: curriculumOf({ id: "own", digest: structureDigest, structure }),
    policy,
    ja: wordsOf(row, "ja"),
    en: wordsOf(row, "en"),
  };
}

export const ruleTranslator = (locale: Locale) =>
  createTranslator({ locale, messages: messagesIn(locale), namespace: "rules" });

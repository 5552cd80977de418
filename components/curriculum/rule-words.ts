import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { PolicyValues } from "@/lib/domain/policy";
import type { CriterionRule } from "@/lib/domain/rule";
import { formatList } from "@/lib/platform/format";
import type { getTranslations } from "@/lib/platform/words";

export type RuleTranslator = Awaited<ReturnType<typeof getTranslations<"rules">>>;

/** A criterion's code gives its parts their names. */
export type RuledCriterion = { readonly code: string; readonly rule: CriterionRule };

/** All that wording a rule needs. */
export type Wording = {
  readonly code: string;
  readonly policy: PolicyValues;
  readonly t: RuleTranslator;
  readonly words: CurriculumWords;
};

/** Within a sentence: 図、レビュー、指示 · diagram, review and direction */
export const inSentence = (
  { words: { locale } }: Wording,
  names: readonly string[],
  type: "conjunction" | "disjunction" = "conjunction",
) => formatList(locale === "ja" ? names : names.map(decapitalised), locale, type);

/** After a colon: 図、レビュー、指示 · Diagram; Review; Direction */
export const listed = ({ words: { locale } }: Wording, names: readonly string[]) =>
  names.join(locale === "ja" ? "、" : "; ");

export const joined = ({ words: { locale } }: Wording, phrases: readonly string[]) =>
  phrases.join(locale === "ja" ? "、" : "");

/** `Diagram` stands in a sentence as `diagram`, `OSINT` as it is. */
const decapitalised = (name: string) =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

export const partNames = (wording: Wording, parts: readonly { readonly code: string }[]) =>
  parts.map(({ code }) => wording.words.part(wording.code, code));

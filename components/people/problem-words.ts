import { createTranslator } from "next-intl";
import type { ImportColumn, ImportProblem, Problem } from "@/lib/domain/csv-import";
import type { Locale } from "@/lib/platform/format";
import { messagesIn } from "@/lib/platform/messages";

/** What is wrong with a cell or a line: our own words, the field's rule, or the refusal of the act. For server components. */
export function problemWords({ code, values = {} }: Problem, locale: Locale): string {
  const { import: own, validation, refusals } = messagesIn(locale);
  const ours: Record<ImportProblem, string> & Record<string, string> = own.problems;
  const rules: Record<string, string> = validation;
  const acts: Record<string, { title: string }> = refusals;
  const words = ours[code] ?? rules[code] ?? acts[code]?.title ?? own.problems.other;
  return createTranslator<{ words: string }>({ locale, messages: { words } })("words", values);
}

/** A column's name in the reader's language. */
export const columnName = (columns: readonly ImportColumn[], key: string, locale: Locale): string =>
  columns.find((column) => column.key === key)?.headers[locale === "ja" ? 0 : 1] ?? key;

import { createTranslator } from "next-intl";
import type { Problem } from "@/lib/domain/csv-import";
import type { WorkColumn } from "@/lib/domain/work-source";
import type { Locale } from "@/lib/platform/format";
import { messagesIn } from "@/lib/platform/messages";

/** What is wrong with a line: our own words, those of every import, or the refusal of the act. For server components. */
export function lineWords({ column, code, values = {} }: Problem, locale: Locale): string {
  const { workImport, import: shared, refusals } = messagesIn(locale);
  const own: Record<string, string> = workImport.problems;
  const general: Record<string, string> = shared.problems;
  const acts: Record<string, { title: string }> = refusals;
  const words = own[code] ?? general[code] ?? acts[code]?.title ?? shared.problems.other;
  const said = createTranslator<{ words: string }>({ locale, messages: { words } })("words", values);
  const names: Record<WorkColumn, string> & Record<string, string> = workImport.form.column;
  const name = column === null ? undefined : names[column];
  return name === undefined
    ? said
    : createTranslator<{ words: string }>({ locale, messages: { words: workImport.preview.problem } })("words", {
        column: name,
        words: said,
      });
}

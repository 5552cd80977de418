import type { CurriculumWords } from "@/lib/curriculum/schema";
import { formatElapsed, formatName, type Locale } from "@/lib/platform/format";
import type { QueueItem } from "@/lib/queue/schema";
import { placeName, type ReviewWords } from "./place-name";

/** Whole days, hours or minutes: 6日, 18時間, 5分. */
export const waitText = (hours: number, locale: Locale): string =>
  formatElapsed(new Date(0), new Date(hours * 3_600_000), locale);

/** What waits, in its own words. */
export function itemTitle(
  { kind, title, code, roleGroupCode, step }: QueueItem,
  t: ReviewWords,
  words: CurriculumWords,
) {
  if (kind === "record") return title ?? t("redTitle");
  if (kind === "judgement" || kind === "answer") return words.title(code ?? "");
  return placeName(t, words, { roleGroupCode, step });
}

/** Whose it is, and what kind of wait. */
export function itemDetail(
  { kind, trainee, recordKind, isForBatch }: QueueItem,
  t: ReviewWords,
  locale: Locale,
): string[] {
  const name = formatName(trainee, locale);
  return [name, isForBatch && recordKind ? t(`recordKinds.${recordKind}`) : t(`kinds.${kind}`)];
}

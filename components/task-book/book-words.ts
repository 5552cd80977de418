import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { wordsOf } from "@/lib/platform/words";

/** What a task book is worded with. */
export const bookWords = (words: CurriculumWords) => ({
  words,
  locale: words.locale,
  t: wordsOf(words.locale, "taskBook"),
  training: wordsOf(words.locale, "training"),
  progress: wordsOf(words.locale, "progress"),
  rules: wordsOf(words.locale, "rules"),
});
export type BookWords = ReturnType<typeof bookWords>;

/** 基礎教育, インシデント対応 STEP2 */
export function stageIn(
  roleGroupCode: RoleGroupCode | null,
  step: StepNumber,
  { words, t, training }: BookWords,
): string {
  if (roleGroupCode === null) return training("step.titleBasic");
  const stage = step > 0 ? training("step.title", { step }) : training("step.titleCommon");
  return t("place", { group: words.roleGroup(roleGroupCode).name, step: stage });
}

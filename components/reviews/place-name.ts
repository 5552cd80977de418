import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { useTranslations } from "@/lib/platform/words";

export type ReviewWords = ReturnType<typeof useTranslations<"reviews">>;

/** SOC/監視 STEP1, フォレンジック 共通教育, 基礎教育. */
export function placeName(
  t: ReviewWords,
  words: CurriculumWords,
  { roleGroupCode, step }: { roleGroupCode: RoleGroupCode | null; step: number | null },
): string {
  if (roleGroupCode === null) return t("basicEducation");
  const group = words.roleGroup(roleGroupCode).shortName;
  return step === null || step === 0 ? t("commonEducation", { group }) : t("stepOf", { group, step });
}

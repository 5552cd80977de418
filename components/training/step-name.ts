import type { StepNumber } from "@/lib/domain/proficiency";
import type { useTranslations } from "@/lib/platform/words";

/** 基礎教育, 共通教育, STEP2 */
export function stepName(
  step: StepNumber,
  { training }: { readonly training: { readonly ref: { readonly roleGroupCode: string | null } } },
  t: ReturnType<typeof useTranslations<"training">>,
): string {
  if (step > 0) return t("step.title", { step });
  return t(training.ref.roleGroupCode === null ? "step.titleBasic" : "step.titleCommon");
}

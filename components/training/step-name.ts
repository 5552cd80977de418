import type { useTranslations } from "next-intl";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { EnrolmentSeen } from "./enrolment-seen";

/** 基礎教育, 共通教育, STEP2 */
export function stepName(
  step: StepNumber,
  { training }: Pick<EnrolmentSeen, "training">,
  t: ReturnType<typeof useTranslations<"training">>,
): string {
  if (step > 0) return t("step.title", { step });
  return t(training.ref.roleGroupCode === null ? "step.titleBasic" : "step.titleCommon");
}

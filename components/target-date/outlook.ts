import type { EnrolmentSeen, StepSeen } from "@/components/training/enrolment-seen";
import { targetOf } from "@/lib/domain/target-date";
import { type TargetOutlook, targetOutlook } from "@/lib/domain/target-outlook";
import { formatDay, type Locale } from "@/lib/platform/format";
import type { useTranslations } from "@/lib/platform/words";

export type TargetWords = ReturnType<typeof useTranslations<"targetDate">>;

/** The date that stands for a STEP that is not signed off, and whether it will be kept; null without one. */
export function outlookOf(enrolment: EnrolmentSeen, measured: StepSeen) {
  const { training, today, states } = enrolment;
  const targetOn = targetOf(training.targets, measured.step);
  const isDone = states.some(({ step, completion }) => step === measured.step && completion !== null);
  if (targetOn === null || isDone) return null;
  return { targetOn, outlook: targetOutlook({ today, targetOn, facts: training.facts, measured }) };
}

export function outlookText(outlook: TargetOutlook, t: TargetWords, locale: Locale): string {
  if (outlook.state !== "tooSlow") return t(`outlook.${outlook.state}`, { ...numbersOf(outlook) });
  if (outlook.expectedOn === null) return t("outlook.notMoved");
  return t("outlook.tooSlow", { day: formatDay(outlook.expectedOn, locale) });
}

const numbersOf = (outlook: TargetOutlook) => ({
  days: outlook.state === "passed" ? outlook.days : 0,
  needed: outlook.state === "monthsShort" ? outlook.needed : 0,
  left: outlook.state === "monthsShort" ? outlook.left : 0,
});

import type { EarlierStep } from "@/lib/domain/step";
import type { useTranslations } from "@/lib/platform/words";
import type { EnrolmentSeen, StepSeen } from "./enrolment-seen";
import { tallyOf } from "./training-map";

type TrainingTranslator = ReturnType<typeof useTranslations<"training">>;
export type Condition = { readonly key: string; readonly text: string; readonly fulfilled: boolean };

/** Everything that must hold before a STEP can be asked for, each with whether it does. */
export function signOffConditions(
  { training }: EnrolmentSeen,
  measured: StepSeen,
  earlier: readonly EarlierStep[],
  t: TrainingTranslator,
): Condition[] {
  const { met, all } = tallyOf(measured);
  const codes = new Set(measured.progress?.criteria.map(({ criterionCode }) => criterionCode) ?? []);
  const remarks = training.remarks.filter(({ criterionCode }) => codes.has(criterionCode)).length;
  const own = measured.topics
    ? { key: "topics", text: t("signOff.conditionTopics", { met, all }) }
    : { key: "criteria", text: t("signOff.conditionMet", { met, all }) };
  return [
    ...earlier.map((step) => ({
      key: `earlier ${step}`,
      text: earlierText(step, t),
      fulfilled: !measured.earlierOpen.includes(step),
    })),
    { ...own, fulfilled: measured.allMet },
    ...(remarks > 0
      ? [{ key: "remarks", text: t("signOff.conditionRemarks", { count: remarks }), fulfilled: false }]
      : []),
  ];
}

function earlierText(step: EarlierStep, t: TrainingTranslator): string {
  if (step === "basic") return t("signOff.conditionBasic");
  return step === 0 ? t("signOff.conditionCommon") : t("signOff.conditionStep", { step });
}

/** What comes before a STEP: education before STEP1, then the STEP below; and whatever was revoked further down. */
export function stepsBefore({ training }: EnrolmentSeen, { step, earlierOpen }: StepSeen): readonly EarlierStep[] {
  if (training.ref.roleGroupCode === null || step === 0) return [];
  const before: readonly EarlierStep[] = step === 1 ? ["basic", 0] : step === 2 ? [1] : [2];
  return [...earlierOpen.filter((each) => !before.includes(each)), ...before];
}

import type { Standing } from "@/lib/domain/revocation";
import type { useTranslations } from "@/lib/platform/words";

export type RevocationWords = ReturnType<typeof useTranslations<"revocation">>;

/** How far somebody is in one enrolment; basic education is only signed off or not. */
export function stageWord(t: RevocationWords, { step, proficiency }: Standing, isBasic: boolean): string {
  if (isBasic) return t(step === null ? "stages.open" : "stages.done");
  return t(`stages.${proficiency ?? "none"}`);
}

type Change = { readonly before: Standing; readonly after: Standing };

export function stageChange(t: RevocationWords, { before, after }: Change, isBasic: boolean): string {
  const [from, to] = [stageWord(t, before, isBasic), stageWord(t, after, isBasic)];
  return from === to ? t("standingSame", { now: to }) : t("standingChange", { before: from, after: to });
}

/** `STEP2・STEP3`: steps as both languages write them. */
export const stepsWord = (steps: readonly number[], locale: string) =>
  new Intl.ListFormat(locale).format(steps.map((step) => `STEP${step}`));

import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { wordsOf } from "@/lib/platform/words";
import type { Acted } from "@/lib/training-record/schema";

/** What every part of a training record is worded with. */
export const recordWords = (words: CurriculumWords) => ({
  words,
  locale: words.locale,
  t: wordsOf(words.locale, "trainingRecord"),
  training: wordsOf(words.locale, "training"),
  progress: wordsOf(words.locale, "progress"),
  rules: wordsOf(words.locale, "rules"),
  records: wordsOf(words.locale, "records"),
});
export type RecordWords = ReturnType<typeof recordWords>;

type Place = { readonly roleGroupCode: RoleGroupCode | null; readonly step: StepNumber };

export const groupIn = ({ words, t }: RecordWords, code: RoleGroupCode | null): string =>
  code === null ? t("basic") : words.roleGroup(code).name;

/** 基礎教育, 共通教育, STEP2 */
export function stageIn({ training }: RecordWords, { roleGroupCode, step }: Place): string {
  if (step > 0) return training("step.title", { step });
  return training(roleGroupCode === null ? "step.titleBasic" : "step.titleCommon");
}

export const placeIn = (worded: RecordWords, place: Place): string =>
  place.roleGroupCode === null
    ? stageIn(worded, place)
    : worded.t("place", { group: groupIn(worded, place.roleGroupCode), step: stageIn(worded, place) });

/** On paper a day always has its year. */
export const dayIn = ({ locale, t }: { locale: Locale; t: RecordWords["t"] }, day: string | null): string =>
  day === null ? t("dash") : formatDay(day, locale);

export const nameIn = ({ locale }: RecordWords, person: Parameters<typeof formatName>[0]): string =>
  formatName(person, locale);

export const actedIn = (worded: RecordWords, acted: Acted | null): string =>
  acted === null
    ? worded.t("dash")
    : worded.t("steps.signed", { name: nameIn(worded, acted.by), day: dayIn(worded, acted.on) });

/** a41f 09c2 7be0 113d */
export const shortDigest = (digest: string | null, characters = 16): string =>
  digest === null ? "—" : (digest.slice(0, characters).match(/.{1,4}/g) ?? []).join(" ");

import { valueWords } from "@/components/policy/policy-words";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { isLocal } from "@/lib/domain/local-curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { wordsOf } from "@/lib/platform/words";
import type { Acted, TeamNames, Who } from "@/lib/training-record/schema";

/** What every part of a training record is worded with. */
export const recordWords = (words: CurriculumWords) => ({
  words,
  locale: words.locale,
  t: wordsOf(words.locale, "trainingRecord"),
  training: wordsOf(words.locale, "training"),
  progress: wordsOf(words.locale, "progress"),
  rules: wordsOf(words.locale, "rules"),
  records: wordsOf(words.locale, "records"),
  enrolments: wordsOf(words.locale, "enrolments"),
  people: wordsOf(words.locale, "people"),
  policy: { t: wordsOf(words.locale, "policy"), locale: words.locale },
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

/** Nobody: what happens by itself, as an edition that comes or a last day that is over. */
export const byIn = (worded: RecordWords, by: Who | null): string =>
  by === null ? worded.t("byItself") : nameIn(worded, by);

export const actedIn = (worded: RecordWords, acted: Acted | null): string =>
  acted === null
    ? worded.t("dash")
    : worded.t("steps.signed", { name: nameIn(worded, acted.by), day: dayIn(worded, acted.on) });

/** a41f 09c2 7be0 113d */
export const shortDigest = (digest: string | null, characters = 16): string =>
  digest === null ? "—" : (digest.slice(0, characters).match(/.{1,4}/g) ?? []).join(" ");

export const teamIn = ({ locale }: RecordWords, { teamJa, teamEn }: TeamNames): string =>
  locale === "ja" ? teamJa : teamEn;

/** A criterion or another item; one of the organisation's own is marked so. */
export function titleIn({ words, t }: RecordWords, code: string): string {
  const title = words.title(code);
  return isLocal(code) ? t("localItem", { title }) : title;
}

/** A policy value as people read it. */
export function valueIn({ words, policy }: RecordWords, code: string, value: unknown): string {
  const definition = words.policy(code);
  return definition ? valueWords(definition, value, policy) : String(value);
}

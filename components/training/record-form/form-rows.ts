import type { PolicyValues } from "@/lib/domain/policy";
import { conditionOf, leavesOf, partsOf, readingListsOf, techniquesOf } from "@/lib/domain/record-needs";
import { RECORD_KINDS, type RecordKind } from "@/lib/domain/rule";
import { formatName } from "@/lib/platform/format";
import type { useTranslations } from "@/lib/platform/words";
import { listEntriesOf } from "@/lib/policy/schema";
import type { ClaimChoice } from "../claim-choices";
import { type EnrolmentSeen, groupName, type PersonSeen, type TrainingWords } from "../enrolment-seen";
import type { ProgressWords } from "../frame";
import { needText } from "../have-need";
import type { PickRow } from "./claim-pick";
import type { Move } from "./moves";

type RecordWords = ReturnType<typeof useTranslations<"records">>;
type Group = { label: string; options: { value: string; label: string }[] };

/** The nine that have a key come first; the rest by the mouse. */
export const KINDS_IN_ORDER: readonly RecordKind[] = [
  "alertJudgement",
  "incident",
  "report",
  "meeting",
  "analysis",
  "drillCase",
  "exercise",
  "reading",
  "other",
  "course",
  "review",
];

export function pickRow(choice: ClaimChoice, worded: TrainingWords, t: RecordWords, p: ProgressWords): PickRow {
  const { key, criterion, progress, kinds, needs, counts, step, enrolment, isAhead } = choice;
  const place = t("form.place", { group: shortGroup(enrolment, worded), step: step.step });
  const { words } = worded;
  return {
    value: key,
    title: words.title(criterion.code),
    place: isAhead ? `${place} ${t("form.ahead")}` : progress.met ? `${place} ${t("form.isMet")}` : place,
    tally: `${progress.have} ${needText(progress, p)}`,
    kinds: counts && !progress.met ? (kinds ?? RECORD_KINDS) : [],
    needs,
    parts: partsOf(criterion.rule).map((part) => ({
      value: `${key}:${part}`,
      label: words.part(criterion.code, part),
    })),
  };
}

const shortGroup = (enrolment: EnrolmentSeen, worded: TrainingWords) => {
  const { roleGroupCode } = enrolment.training.ref;
  return roleGroupCode === null
    ? (groupName(enrolment, worded) ?? "")
    : worded.words.roleGroup(roleGroupCode).shortName;
};

export function moveOf(choice: ClaimChoice, { words }: TrainingWords, t: RecordWords, p: ProgressWords): Move {
  const { key, criterion, progress, step, after, counts } = choice;
  const isRatio = progress.kind === "accuracy";
  const waiting = progress.waiting.length;
  const others = waiting > 0 ? t("moves.waiting", { count: waiting }) : t("moves.whenVerified");
  return {
    key,
    title: words.title(criterion.code),
    criterion: { code: criterion.code, rule: criterion.rule },
    policy: policyLookedAt(criterion, step.policy),
    before: progress.have,
    after,
    byJudged: isRatio,
    counts,
    need: needText(progress, p),
    note: isRatio ? t("moves.ratio") : others,
    partNames: Object.fromEntries(partsOf(criterion.rule).map((part) => [part, words.part(criterion.code, part)])),
  };
}

/** The values that conditions look at: how parts count, and whether exercises do. */
function policyLookedAt({ code, rule }: ClaimChoice["criterion"], policy: PolicyValues): PolicyValues {
  const modes = leavesOf(rule).flatMap((leaf) => {
    const { partsMode } = conditionOf(leaf);
    return typeof partsMode === "object" ? [partsMode.param] : [];
  });
  const looked = [...modes, `${code}.exercisesCount`];
  return Object.fromEntries(Object.entries(policy).filter(([param]) => looked.includes(param)));
}

/** Mentors of all the enrolments, each once. */
export const mentorOptions = (enrolments: readonly EnrolmentSeen[], { locale }: TrainingWords) => {
  const all = new Map<string, PersonSeen>(
    enrolments.flatMap(({ training }) => training.mentors.map((mentor) => [mentor.id, mentor] as const)),
  );
  return [...all.values()].map((mentor) => ({ value: mentor.id, label: formatName(mentor, locale) }));
};

/** Sub-cases by case, once for all enrolments. */
export const sceneGroups = (choices: readonly ClaimChoice[], { words }: TrainingWords): Group[] => {
  const [drilled] = choices.filter(({ needs }) => needs.includes("subCase"));
  return (drilled?.enrolment.curriculum.structure.drillCases ?? []).map(({ code, subCases }) => ({
    label: words.drillCase(code),
    options: subCases.map((scene) => ({ value: scene, label: words.subCase(scene) })),
  }));
};

export const readingGroups = (choices: readonly ClaimChoice[], { words }: TrainingWords): Group[] =>
  choices.flatMap(({ criterion, step }) =>
    readingListsOf(criterion.rule).map((list) => ({
      label: words.title(criterion.code),
      options: listEntriesOf(list, step.policy, words).map(({ code, title }) => ({ value: code, label: title })),
    })),
  );

export const techniqueGroups = (choices: readonly ClaimChoice[], { words }: TrainingWords): Group[] =>
  choices.flatMap(({ criterion }) => {
    const techniques = techniquesOf(criterion.rule);
    const options = techniques.map((code) => ({ value: code, label: words.part(criterion.code, code) }));
    return techniques.length === 0 ? [] : [{ label: words.title(criterion.code), options }];
  });

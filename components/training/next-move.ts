import { attestRuleIn } from "@/lib/domain/attestation";
import type { NextAct } from "@/lib/domain/progress";
import { leavesOf, readingListsOf } from "@/lib/domain/record-needs";
import { formatDay } from "@/lib/platform/format";
import {
  type CriterionFrame,
  claimIn,
  dayIn,
  instantDayIn,
  listOfNames,
  type MeasuredCriterion,
  monthIn,
  type ProgressWords,
  partNamesIn,
} from "./frame";

type Act<Name extends NextAct["act"]> = Extract<NextAct, { act: Name }>;
type Told = MeasuredCriterion & { readonly frame: CriterionFrame; readonly t: ProgressWords };

/** What to do next towards a criterion, in one short sentence. */
export function nextMove(told: Told): string {
  const { progress, t, frame } = told;
  const { next } = progress;
  switch (next.act) {
    case "none":
      return progress.met ? t("next.none") : "";
    case "record":
      return recordMove(next, told);
    case "awaitVerification":
      return t("next.awaitVerification", { waiting: next.waiting });
    case "correct":
      return correctMove(next, told);
    case "askJudgement":
      return judgementMove(next, told);
    case "answerRemark":
      return remarkMove(next, told);
    case "read":
    case "drill":
      return firstOf(
        next.act,
        next.act === "read" ? readingNames(next.items, told) : next.subCases.map(frame.words.subCase),
        t,
      );
    case "useTechnique":
      return t("next.useTechnique", {
        names: listOfNames(frame, partNamesIn(frame, told.criterion.code, next.techniques)),
      });
    case "waitUntil":
      return t("next.waitUntil", { day: dayIn(frame, next.day) });
    case "judgeMore":
      return judgeMove(next, t);
    case "organisationSetsList":
      return t("next.organisationSetsList");
  }
}

function recordMove({ remaining, by, month }: Act<"record">, { frame, t }: Told): string {
  const day = by && dayIn(frame, by);
  if (month !== undefined) {
    const named = { remaining, month: monthIn(frame, month) };
    if (by === undefined) return t("next.recordMonth", named);
    const withWeekday = formatDay(by, frame.locale, { today: frame.today, weekday: true });
    return t("next.recordMonthBy", { ...named, by: withWeekday });
  }
  return day === undefined ? t("next.record", { remaining }) : t("next.recordBy", { remaining, by: day });
}

function correctMove({ claimId, missing = [] }: Act<"correct">, { criterion, frame, t }: Told): string {
  const happenedOn = claimIn(frame, claimId)?.happenedOn;
  const day = happenedOn === undefined ? "" : dayIn(frame, happenedOn);
  if (missing.length === 0) return t("next.correct", { day });
  return t("next.correctMissing", { day, parts: listOfNames(frame, partNamesIn(frame, criterion.code, missing)) });
}

function judgementMove({ checkpoints }: Act<"askJudgement">, { criterion, frame, t }: Told): string {
  const asked = frame.judgementRequests.find(({ criterionCode }) => criterionCode === criterion.code);
  if (asked) return t("next.judgementAsked", { day: instantDayIn(frame, asked.requestedAt) });
  const rule = attestRuleIn(criterion.rule);
  const list = rule && "fromList" in rule.checkpoints ? rule.checkpoints.fromList : null;
  const names = checkpoints.map((point) =>
    list === null ? frame.words.part(criterion.code, point) : frame.words.listEntry(list, point).title,
  );
  return t("next.askJudgement", { points: listOfNames(frame, names) });
}

function remarkMove({ remarkId }: Act<"answerRemark">, { frame, t }: Told): string {
  const remark = frame.remarks.find((each) => each.remarkId === remarkId);
  if (remark?.answer) return t("next.answered");
  const isGone = remark !== undefined && remark.claimId !== null && !claimIn(frame, remark.claimId);
  return t(isGone ? "next.resubmitted" : "next.answerRemark");
}

function judgeMove({ remaining, mistakesAllowed }: Act<"judgeMore">, t: ProgressWords): string {
  if (mistakesAllowed === 0) return t("next.judgeMoreAllRight", { remaining });
  return t("next.judgeMore", { remaining, mistakes: mistakesAllowed });
}

const firstOf = (act: "read" | "drill", [first = "", ...more]: readonly string[], t: ProgressWords) =>
  t(`next.${act}`, { first, more: more.length });

const readingNames = (codes: readonly string[], { criterion, frame }: Told) => {
  const [list = ""] = leavesOf(criterion.rule).flatMap(readingListsOf);
  return codes.map((code) => frame.words.listEntry(list, code).title);
};

import { daysBetween, type PlainDay } from "@/lib/domain/calendar";
import type { NextAction } from "@/lib/domain/next-action";
import { formatDay, formatDays, formatMonth, formatName } from "@/lib/platform/format";
import type { useTranslations } from "@/lib/platform/words";
import { type EnrolmentSeen, frameOf, groupName, openStepOf, stepHref, type TrainingWords } from "./enrolment-seen";
import { claimIn, type ProgressWords } from "./frame";
import { nextMove } from "./next-move";
import type { UsualWait } from "./usual-wait";

type TrainingTranslator = ReturnType<typeof useTranslations<"training">>;
type Told = {
  enrolment: EnrolmentSeen;
  worded: TrainingWords;
  usual: UsualWait;
  t: TrainingTranslator;
  p: ProgressWords;
};

/** One next action in words. */
export type ActionSaid = {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly button: string;
  readonly href: string;
  readonly quote?: { readonly reason: string; readonly by: string };
};
type Of<Kind extends NextAction["kind"]> = Extract<NextAction, { kind: Kind }>;

export function sayAction(action: NextAction, told: Told): ActionSaid {
  switch (action.kind) {
    case "breaks":
      return sayBreaking(action, told);
    case "sentBack":
      return saySentBack(action, told);
    case "ask":
      return sayAsking(action, told);
    case "learn":
      return sayLearning(action, told);
    case "advance":
      return sayAdvance(action, told);
  }
}

/** 連絡・全体統括 STEP1 */
export function placeOf(
  { step }: Pick<NextAction, "step">,
  { enrolment, worded, t }: Omit<Told, "usual" | "p">,
): string {
  const group = groupName(enrolment, worded);
  if (group === null) return t("next.placeBasic");
  return step === 0 ? t("next.placeCommon", { group }) : t("next.place", { group, step });
}

const sentences = (parts: readonly string[], { worded }: Told) => parts.join(worded.locale === "ja" ? "。" : ". ");

const logHref = (enrolmentId: string, criterionCode: string, month?: string) =>
  `/my-training/records/new?criterion=${enrolmentId}:${criterionCode}${month === undefined ? "" : `&month=${month}`}`;

function sayBreaking({ enrolmentId, criterionCode, act, by, step }: Of<"breaks">, told: Told): ActionSaid {
  const { enrolment, worded, t } = told;
  const { today } = enrolment;
  const title = worded.words.title(criterionCode);
  const have = progressIn(enrolment, criterionCode)?.have ?? 0;
  const until = {
    day: formatDay(by, worded.locale, { today, weekday: true }),
    days: formatDays(daysBetween(today, by), worded.locale),
    have,
  };
  const key = act.month === undefined ? "next.countUntil" : have === 0 ? "next.monthFirst" : "next.monthUntil";
  return {
    key: `breaks ${enrolmentId} ${criterionCode}`,
    title:
      act.month === undefined
        ? t("next.recordTitle", { title })
        : t("next.monthTitle", { title, month: formatMonth(act.month, worded.locale, { today }) }),
    why: sentences([placeOf({ step }, told), t(key, until)], told),
    button: t("next.log"),
    href: logHref(enrolmentId, criterionCode, act.month),
  };
}

function saySentBack({ enrolmentId, criterionCode, remarkId, recordId, step }: Of<"sentBack">, told: Told): ActionSaid {
  const { enrolment, worded, t } = told;
  const remark = enrolment.training.remarks.find((each) => each.remarkId === remarkId);
  const placed = enrolment.curriculum.criterion(criterionCode)?.step ?? step;
  const place = placeOf({ step: placed }, told);
  const dayOf = (day: PlainDay | null | undefined) =>
    day ? formatDay(day, worded.locale, { today: enrolment.today }) : "";
  const by = remark && t("next.by", { name: formatName(remark.by, worded.locale), day: dayOf(remark.madeOn) });
  const quote = remark && by !== undefined ? { quote: { reason: remark.reason, by } } : {};
  const isThere = recordId !== null && enrolment.training.facts.claims.some((claim) => claim.recordId === recordId);
  const shared = { key: `sentBack ${remarkId}`, ...quote };
  if (!isThere) {
    return {
      ...shared,
      title: t("next.sentBackCriterion", { title: worded.words.title(criterionCode) }),
      why: place,
      button: t("next.answer"),
      href: `${stepHref(enrolmentId, placed)}#${criterionCode}`,
    };
  }
  return {
    ...shared,
    title: t("next.sentBackRecord", { day: dayOf(remark?.recordHappenedOn) }),
    why: t("next.recordOf", { record: remark?.recordTitle ?? "", place }),
    button: t("next.correct"),
    href: `/my-training/records/${recordId}/correct`,
  };
}

function sayAsking({ enrolmentId, step }: Of<"ask">, told: Told): ActionSaid {
  const { t, usual } = told;
  return {
    key: `ask ${enrolmentId}`,
    title: t("next.askTitle", { place: placeOf({ step }, told) }),
    why: t(step === 0 ? "next.askWhyTopics" : "next.askWhy", { usual: usual.signOff }),
    button: t("next.ask"),
    href: `${stepHref(enrolmentId, step)}#sign-off`,
  };
}

function sayLearning({ enrolmentId, step, remaining }: Of<"learn">, told: Told): ActionSaid {
  const { t } = told;
  return {
    key: `learn ${enrolmentId}`,
    title: t("next.learnTitle", { place: placeOf({ step }, told) }),
    why: t("next.learnWhy", { remaining }),
    button: t("next.open"),
    href: stepHref(enrolmentId, step),
  };
}

function sayAdvance(action: Of<"advance">, told: Told): ActionSaid {
  const { enrolmentId, step, criterionCode, act } = action;
  if (act.act === "askJudgement") return sayJudgement(action, told);
  const { enrolment, worded, t, p } = told;
  const open = openStepOf(enrolment);
  const criterion = enrolment.curriculum.criterion(criterionCode);
  const progress = progressIn(enrolment, criterionCode);
  const frame = open && frameOf(enrolment, open.policy, worded);
  const move = criterion && progress && frame ? nextMove({ criterion, progress, frame, t: p }) : "";
  const said = {
    key: `advance ${enrolmentId} ${criterionCode}`,
    why: sentences([placeOf({ step }, told), move], told),
  };
  const record = act.act === "correct" && frame ? claimIn(frame, act.claimId) : undefined;
  if (!record) {
    const title = t("next.recordTitle", { title: worded.words.title(criterionCode) });
    return { ...said, title, button: t("next.log"), href: logHref(enrolmentId, criterionCode) };
  }
  const day = formatDay(record.happenedOn, worded.locale, { today: enrolment.today });
  const href = `/my-training/records/${record.recordId}/correct`;
  return { ...said, title: t("next.correctTitle", { day }), button: t("next.correct"), href };
}

function sayJudgement({ enrolmentId, step, criterionCode }: Of<"advance">, told: Told): ActionSaid {
  const { enrolment, worded, usual, t } = told;
  const { have = 0, need = 0 } = progressIn(enrolment, criterionCode) ?? {};
  return {
    key: `judgement ${enrolmentId} ${criterionCode}`,
    title: t("next.judgementTitle", { title: worded.words.title(criterionCode) }),
    why: sentences([placeOf({ step }, told), t("next.judgementWhy", { have, need, usual: usual.judgement })], told),
    button: t("next.ask"),
    href: `${stepHref(enrolmentId, step)}#${criterionCode}`,
  };
}

const progressIn = (enrolment: EnrolmentSeen, code: string) =>
  openStepOf(enrolment)?.progress?.criteria.find(({ criterionCode }) => criterionCode === code);

import { StepLegend } from "@/components/chart/step-legend";
import { StepMap } from "@/components/chart/step-map";
import type { CurrentStep, Station, StepMapLine } from "@/components/chart/step-map-props";
import { SectionHeading } from "@/components/ui/section-heading";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { StepState } from "@/lib/domain/step";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import {
  type CompletionSeen,
  type EnrolmentSeen,
  groupName,
  mayAsk,
  openStepOf,
  type StepSeen,
  type TrainingWords,
} from "./enrolment-seen";

type TrainingTranslator = ReturnType<typeof useTranslations<"training">>;
type Told = { enrolment: EnrolmentSeen; worded: TrainingWords; t: TrainingTranslator };

/** The STEP map of a person: one trunk, one line for each role group. */
export function TrainingMap({ enrolments, worded }: { enrolments: readonly EnrolmentSeen[]; worded: TrainingWords }) {
  const t = useTranslations("training");
  const basic = enrolments.find(({ training }) => training.ref.roleGroupCode === null);
  const lines = enrolments.filter(({ training }) => training.ref.roleGroupCode !== null);
  const trunk = basic && stationOf(basic.states[0], { enrolment: basic, worded, t });
  const tally = basic && openStepOf(basic) ? currentOf({ enrolment: basic, worded, t }) : undefined;
  const caption = tally && t("criteria.topicsDone", { done: tally.met, all: tally.all });
  const words = ["signedOff", "recognised", "current", "open"] as const;
  const legend = Object.fromEntries(words.map((state) => [state, t(`map.states.${state}`)]));
  return (
    <section className="sec">
      <SectionHeading end={<StepLegend words={legend as Record<(typeof words)[number], string>} />}>
        {t("map.title")}
      </SectionHeading>
      <StepMap
        caption={t("map.caption")}
        roleGroupWord={t("map.group")}
        heads={headsOf("heads", t)}
        shortHeads={headsOf("short", t)}
        proficiencies={[t("map.proficiency.1"), t("map.proficiency.2"), t("map.proficiency.3")]}
        trunk={{
          ...(trunk ?? { state: "notAsked", stateWord: t("map.states.notAsked") }),
          ...(caption && { caption }),
        }}
        lines={lines.map((enrolment) => lineOf({ enrolment, worded, t }))}
      />
    </section>
  );
}

const headsOf = (key: "heads" | "short", t: TrainingTranslator): [string, string, string, string, string] => [
  t(`map.${key}.basic`),
  t(`map.${key}.common`),
  t(`map.${key}.1`),
  t(`map.${key}.2`),
  t(`map.${key}.3`),
];

function lineOf(told: Told): StepMapLine {
  const { enrolment, worded, t } = told;
  const { ref } = enrolment.training;
  const at = (step: StepNumber) =>
    stationOf(
      enrolment.states.find((state) => state.step === step),
      told,
    );
  const stations: StepMapLine["stations"] = [at(0), at(1), at(2), at(3)];
  const current = currentOf(told);
  const open = openStepOf(enrolment);
  const step = open && t(`map.short.${open.step === 0 ? "common" : open.step}`);
  return {
    key: ref.enrolmentId,
    name: groupName(enrolment, worded) ?? "",
    note: mentorsOf(told),
    summary: step && current ? t("map.summary", { step, met: current.met, all: current.all }) : t("map.allDone"),
    stations,
    ...(current && { current }),
  };
}

function mentorsOf({ enrolment, worded: { locale }, t }: Told): string {
  const [first, ...others] = enrolment.training.mentors;
  if (!first) return t("map.noMentor");
  const name = formatName(first, locale);
  return others.length === 0 ? t("map.mentors", { name }) : t("map.moreMentors", { name, count: others.length });
}

function stationOf(state: StepState<CompletionSeen> | undefined, told: Told): Station {
  const { t } = told;
  if (!state) return { state: "notAsked", stateWord: t("map.states.notAsked") };
  const name = state.state === "open" ? "current" : state.state === "later" ? "open" : state.state;
  const stateWord = t(`map.states.${name}`);
  if (state.completion) return completedStation(state, { state: name, stateWord }, told);
  const ahead = name === "open" ? claimsAhead(told.enrolment, state.step) : 0;
  return { state: name, stateWord, ...(ahead > 0 && { caption: t("map.ahead", { count: ahead }) }) };
}

/** Behind a gap it does not count, and looks it. */
function completedStation(
  { completion, counts }: StepState<CompletionSeen>,
  as: Station,
  { t, worded }: Told,
): Station {
  if (!counts) return { ...as, state: "open", caption: t("map.behindGap") };
  const day = formatDay(completion?.on ?? "", worded.locale);
  return { ...as, caption: as.state === "recognised" ? t("map.recognisedOn", { day }) : day };
}

const claimsAhead = ({ training, curriculum }: EnrolmentSeen, step: StepNumber) =>
  training.facts.claims.filter(({ criterionCode }) => curriculum.criterion(criterionCode)?.step === step).length;

/** Met out of all of the open STEP, and what is left in words. */
function currentOf({ enrolment, worded: { locale }, t }: Told): CurrentStep | undefined {
  const open = openStepOf(enrolment);
  if (!open) return undefined;
  const { met, all, partial } = tallyOf(open);
  return {
    met,
    all,
    partial,
    headline: headlineOf(enrolment, open, t),
    ...(open.openedOn !== null && { since: t("map.since", { day: formatDay(open.openedOn, locale) }) }),
  };
}

export function tallyOf({ progress, topics }: StepSeen) {
  if (progress) return { met: progress.metCount, all: progress.all, partial: progress.restFraction };
  return { met: topics?.done.length ?? 0, all: topics?.all ?? 0, partial: 0 };
}

function headlineOf(enrolment: EnrolmentSeen, open: StepSeen, t: TrainingTranslator): string {
  if (enrolment.training.openRequest?.step === open.step) return t("map.asked");
  if (mayAsk(enrolment, open)) return t("map.mayAsk");
  const { met, all } = tallyOf(open);
  return t("map.left", { count: Math.max(1, all - met) });
}

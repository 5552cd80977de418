import { Occasions } from "@/components/chart/occasions";
import { PeriodAxis } from "@/components/chart/period-axis";
import { ProgressStrip } from "@/components/chart/progress-strip";
import { SlotList } from "@/components/chart/slot-list";
import {
  calendarYearOf,
  type DayRange,
  daysBetween,
  fiscalYearOf,
  isWithin,
  rollingYearTo,
} from "@/lib/domain/calendar";
import { choiceOf } from "@/lib/domain/policy";
import type { Progress, Slot } from "@/lib/domain/progress";
import { type CountInPeriodRule, PERIOD_WINDOWS } from "@/lib/domain/rule";
import { type CriterionFrame, claimIn, dayIn, listOfNames, type ProgressWords, partNamesIn } from "./frame";

export type StripProps = { code: string; progress: Progress; frame: CriterionFrame; t: ProgressWords };

/** Up to so many occasions have room for their days. */
const WITH_DAYS = 6;

const keyOf = ({ claimId, code, month }: Slot, place: number) => claimId ?? code ?? month ?? `place ${place}`;

const numbersOf = ({ have, need, waiting }: Progress) => ({ have, need, waiting: waiting.length });

/** A count: with parts one block an occasion, a few with their days, many as cells. */
export function CountStrip({ code, progress, frame, t }: StripProps) {
  const label = t("strip.occasions", numbersOf(progress));
  const { slots, have, need, waiting } = progress;
  if (slots.some(({ missing }) => missing))
    return <PartedOccasions code={code} progress={progress} frame={frame} t={t} />;
  if (need > WITH_DAYS || slots.length === 0 || slots.length > WITH_DAYS) {
    const states = slots.map(({ state }) => state);
    return <ProgressStrip label={label} states={states} have={have} need={need} waiting={waiting.length} />;
  }
  const labelled = slots.map((slot, place) => ({
    key: keyOf(slot, place),
    state: slot.state,
    stateWord: t(`states.${slot.state}`),
    ...textOf(slot, { code, progress, frame, t }),
  }));
  return <SlotList label={label} slots={labelled} />;
}

/** The day, and what it showed where any of several parts counts. */
function textOf(slot: Slot, { code, frame, t }: StripProps): { text?: string } {
  if (slot.day === undefined) return {};
  const day = dayIn(frame, slot.day);
  if (slot.state === "sentBack") return { text: t("occasion.sentBackShort", { day }) };
  const shown = claimIn(frame, slot.claimId)?.confirmed?.parts ?? [];
  return { text: [day, ...partNamesIn(frame, code, shown)].join(" ") };
}

/** Each block is one occasion, each cell one part that it should show. */
function PartedOccasions({ code, progress, frame, t }: StripProps) {
  const all = progress.slots.map((slot) => [...(slot.shown ?? []), ...(slot.missing ?? [])].length);
  const width = Math.max(1, ...all);
  const counted = progress.slots.filter(({ state }) => state === "verified");
  const occasions = progress.slots.map((slot, place) => ({
    key: keyOf(slot, place),
    states: cellsOf(slot, width),
    label: partsSentence(slot, { code, progress, frame, t }),
    ...captionOf(slot, { nth: counted.indexOf(slot) + 1, place: place + 1, code, frame, t }),
  }));
  return <Occasions label={t("strip.occasions", numbersOf(progress))} occasions={occasions} />;
}

function cellsOf({ state, shown, missing }: Slot, width: number): Slot["state"][] {
  if (!shown || !missing) return Array(width).fill(state);
  const there = state === "waiting" ? "waiting" : "verified";
  return [...shown.map((): Slot["state"] => there), ...missing.map((): Slot["state"] => "gap")];
}

function partsSentence({ shown = [], missing = [], state }: Slot, { code, frame, t }: StripProps): string {
  const names = (parts: readonly string[]) => listOfNames(frame, partNamesIn(frame, code, parts));
  const sentences = [
    shown.length > 0 ? t("occasion.shown", { parts: names(shown) }) : "",
    missing.length > 0 ? t("occasion.lacking", { parts: names(missing) }) : "",
  ].filter((sentence) => sentence !== "");
  return sentences.join(" ") || t(`states.${state}`);
}

type Placed = Pick<StripProps, "code" | "frame" | "t"> & { nth: number; place: number };

function captionOf(slot: Slot, { nth, place, code, frame, t }: Placed) {
  if (slot.day === undefined) return { caption: t("occasion.nth", { nth: place }), tone: "faint" as const };
  const day = dayIn(frame, slot.day);
  if (slot.state === "verified") return { caption: t("occasion.counted", { day, nth }) };
  if (slot.state === "waiting") return { caption: t("occasion.waiting", { day }), tone: "wait" as const };
  if (slot.state === "sentBack") return { caption: t("occasion.sentBack", { day }), tone: "back" as const };
  const parts = listOfNames(frame, partNamesIn(frame, code, slot.missing ?? []));
  return { caption: t("occasion.missing", { day, parts }), tone: "back" as const };
}

/** A count within a period: while it is open, the occasions on the months that count. */
export function PeriodStrip({ rule, ...strip }: StripProps & { rule: CountInPeriodRule }) {
  const { progress, frame, t } = strip;
  if (progress.met) return <CountStrip {...strip} />;
  const period = choiceOf(rule.period, PERIOD_WINDOWS, frame.policy);
  const window = openWindow(period, frame);
  const length = Math.max(1, daysBetween(window.from, window.to));
  const points = progress.slots.flatMap(({ day, state, claimId }) =>
    day !== undefined && isWithin(day, window)
      ? [{ key: claimId ?? day, at: daysBetween(window.from, day) / length, state, caption: dayIn(frame, day) }]
      : [],
  );
  const days = { from: dayIn(frame, window.from), to: dayIn(frame, window.to) };
  const ends = period === "rolling12Months" ? { from: t("strip.yearAgo"), to: t("strip.today") } : days;
  const label = t("strip.period", { ...numbersOf(progress), ...days });
  return <PeriodAxis label={label} points={points} startWord={ends.from} endWord={ends.to} />;
}

function openWindow(
  period: (typeof PERIOD_WINDOWS)[number],
  { today, fiscalYearStartMonth }: CriterionFrame,
): DayRange {
  if (period === "rolling12Months") return rollingYearTo(today);
  return period === "calendarYear" ? calendarYearOf(today) : fiscalYearOf(today, fiscalYearStartMonth);
}

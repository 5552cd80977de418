import { CadenceStrip } from "@/components/chart/cadence-strip";
import { CaseStrip } from "@/components/chart/case-strip";
import { CheckpointList } from "@/components/chart/checkpoint-list";
import { ProgressBar } from "@/components/chart/progress-bar";
import { ProgressStrip } from "@/components/chart/progress-strip";
import { Ratio } from "@/components/chart/ratio";
import { SlotList } from "@/components/chart/slot-list";
import type { Slot } from "@/lib/domain/progress";
import type { AttestRule, CriterionRule } from "@/lib/domain/rule";
import { useTranslations } from "@/lib/platform/words";
import { type CriterionFrame, type MeasuredCriterion, monthIn, partNamesIn } from "./frame";
import { needText } from "./have-need";
import { CountStrip, PeriodStrip, type StripProps } from "./occasion-strip";

/** The picture of one criterion's progress, by the kind of its rule. Each says itself in words to who listens. */
export function CriterionStrip({ criterion, progress, frame }: MeasuredCriterion & { frame: CriterionFrame }) {
  const t = useTranslations("progress");
  return <Strip rule={criterion.rule} code={criterion.code} progress={progress} frame={frame} t={t} />;
}

type RuleStripProps = StripProps & { rule: CriterionRule };

function Strip({ rule, ...strip }: RuleStripProps) {
  switch (rule.kind) {
    case "attest":
      return <AttestStrip rule={rule} {...strip} />;
    case "count":
      return strip.progress.combine === undefined ? <CountStrip {...strip} /> : <EachPart {...strip} />;
    case "countInPeriod":
      return <PeriodStrip rule={rule} {...strip} />;
    case "cadence":
      return <MonthStrip {...strip} />;
    case "duration":
      return <MonthStrip {...strip} progress={strip.progress.parts[0] ?? strip.progress} />;
    case "accuracy":
      return <AccuracyStrip {...strip} />;
    case "reading":
      return <PointStrip {...strip} />;
    case "caseDrill":
      return <DrillStrip {...strip} />;
    case "techniques":
      return (
        <NamedSlots {...strip} nameOf={(slot) => partNamesIn(strip.frame, strip.code, [slot.code ?? ""])[0] ?? ""} />
      );
    case "anyOf":
    case "allOf":
      return <Composite rules={rule.of} {...strip} />;
  }
}

/** One strip under the other, each with its own have and need. */
function Composite({ rules, ...strip }: StripProps & { rules: readonly CriterionRule[] }) {
  const { t, progress } = strip;
  return (
    <ul className="strips">
      {rules.map((rule, place) => {
        const part = progress.parts[place];
        if (!part) return null;
        return (
          <li key={`${rule.kind} ${part.need} ${part.unit}`}>
            <p className="cap">
              {t(`partNames.${rule.kind}`)} {part.have} {needText(part, t)}
            </p>
            <Strip {...strip} rule={rule} progress={part} />
          </li>
        );
      })}
    </ul>
  );
}

/** n of each part: a strip for each of them. */
function EachPart({ code, progress, frame, t }: StripProps) {
  return (
    <ul className="strips">
      {progress.parts.map((part) => (
        <li key={part.label}>
          <p className="cap">
            {partNamesIn(frame, code, [part.label ?? ""])} {part.have} {needText(part, t)}
          </p>
          <ProgressStrip
            label={t("strip.occasions", { have: part.have, need: part.need, waiting: part.waiting.length })}
            states={part.slots.map(({ state }) => state)}
            have={part.have}
            need={part.need}
            size="small"
          />
        </li>
      ))}
    </ul>
  );
}

/** What a mentor judges, and where asked the work that records show. */
function AttestStrip({ rule, code, progress, frame, t }: StripProps & { rule: AttestRule }) {
  const { checkpoints } = rule;
  const nameOf = ({ code: point = "" }: Slot) =>
    "fromList" in checkpoints
      ? frame.words.listEntry(checkpoints.fromList, point).title
      : frame.words.part(code, point);
  const [judged = progress, shown] = progress.combine === "all" ? progress.parts : [progress];
  return (
    <>
      <CheckpointList
        checkpoints={judged.slots.map((slot) => ({
          key: slot.code ?? "",
          state: CHECKPOINT_STATES[slot.state] ?? "open",
          stateWord: t(`checkpoints.${slot.state}`),
          text: nameOf(slot),
        }))}
      />
      {shown && (
        <NamedSlots
          code={code}
          progress={shown}
          frame={frame}
          t={t}
          nameOf={(slot) => frame.words.part(code, slot.code ?? "")}
        />
      )}
    </>
  );
}

const CHECKPOINT_STATES: Partial<Record<Slot["state"], "judged" | "waiting" | "open" | "sentBack" | "noOccasion">> = {
  verified: "judged",
  waiting: "waiting",
  sentBack: "sentBack",
  noOccasion: "noOccasion",
};

function NamedSlots({ progress, t, nameOf }: StripProps & { nameOf: (slot: Slot) => string }) {
  const { have, need, waiting, slots } = progress;
  return (
    <SlotList
      label={t("strip.points", { have, need, waiting: waiting.length })}
      slots={slots.map((slot) => ({
        key: slot.code ?? "",
        state: slot.state,
        stateWord: t(`states.${slot.state}`),
        text: nameOf(slot),
      }))}
    />
  );
}

function MonthStrip({ progress, frame, t }: StripProps) {
  const { have, need, slots } = progress;
  const months = slots.flatMap(({ month, state }) => (month === undefined ? [] : [{ month, state }]));
  const [from, to] = [months[0]?.month, months.at(-1)?.month];
  if (from === undefined || to === undefined) {
    return <ProgressBar label={t("strip.noMonths", { have, need })} have={have} need={need} />;
  }
  const label = t("strip.months", { have, need, from: monthIn(frame, from), to: monthIn(frame, to) });
  return <CadenceStrip label={label} months={months} />;
}

function AccuracyStrip({ progress, t }: StripProps) {
  const [judged, ratio] = progress.parts;
  if (!judged || !ratio) return null;
  const isRight = ratio.direction === "atLeast";
  const percent = judged.have === 0 ? null : ratio.have;
  const unknown = t(isRight ? "strip.rightUnknown" : "strip.wrongUnknown");
  const share = percent === null ? unknown : t(isRight ? "strip.right" : "strip.wrong", { percent });
  const bound = t(isRight ? "strip.boundAtLeast" : "strip.boundBelow", { percent: ratio.need });
  const numbers = { have: judged.have, need: judged.need };
  return (
    <Ratio
      label={t("strip.ratio", { ...numbers, share, bound })}
      judged={{ ...numbers, text: t("strip.judged", numbers) }}
      share={{ percent, bound: ratio.need, direction: ratio.direction, text: share, boundText: bound }}
    />
  );
}

function PointStrip({ progress, t }: StripProps) {
  const { have, need, waiting, slots } = progress;
  const label = t("strip.points", { have, need, waiting: waiting.length });
  const states = slots.map(({ state }) => state);
  return <ProgressStrip label={label} states={states} have={have} need={need} waiting={waiting.length} />;
}

/** The drill cases with their sub-cases, in short. */
function DrillStrip({ progress, frame, t }: StripProps) {
  const states = new Map(progress.slots.map(({ code, state }) => [code, state]));
  const cases = frame.drillCases.map(({ subCases }, place) => ({
    number: place + 1,
    states: subCases.map((code): Slot["state"] => states.get(code) ?? "open"),
  }));
  const count = (state: Slot["state"]) => progress.slots.filter((slot) => slot.state === state).length;
  const label = t("strip.scenes", { all: progress.slots.length, have: count("verified"), waiting: count("waiting") });
  return <CaseStrip label={label} cases={cases} />;
}

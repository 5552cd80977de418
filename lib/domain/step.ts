import type { PlainDay, TeamCalendar } from "./calendar";
import { progressOf } from "./criterion";
import type { CriterionNode, DrillCase, StepStructure, TopicNode, Track } from "./curriculum";
import type { CriterionFacts } from "./facts";
import type { PolicyValues } from "./policy";
import { STEP_NUMBERS, type StepNumber } from "./proficiency";
import { type CriterionProgress, fractionMet } from "./progress";
import { standingOf } from "./standing";

/** All criteria of one STEP of one enrolment, in the order of the source. */
export type StepProgress = {
  readonly step: 1 | 2 | 3;
  readonly criteria: readonly CriterionProgress[];
  readonly metCount: number;
  readonly all: number;
  /** Never without criteria. */
  readonly allMet: boolean;
  /** Mean progress of the criteria not met yet, 0–1: the pale arc of the ring. */
  readonly restFraction: number;
};

/** What a STEP is measured by. */
export type StepMeasure = {
  readonly facts: CriterionFacts;
  /** Tracks that the enrolment covers; criteria of another track do not apply (product.md, 14). */
  readonly tracks: readonly Track[];
  readonly policy: PolicyValues;
  readonly calendar: TeamCalendar;
  readonly drillCases: readonly DrillCase[];
};

export const criteriaFor = ({ criteria }: Pick<StepStructure, "criteria">, tracks: readonly Track[]) =>
  criteria.filter(({ track }: CriterionNode) => track === undefined || tracks.includes(track));

/** @throws PolicyValueInvalid as `progressOf` does */
export function stepProgress(structure: Pick<StepStructure, "step" | "criteria">, measure: StepMeasure): StepProgress {
  const { facts, tracks, policy, calendar, drillCases } = measure;
  const criteria = criteriaFor(structure, tracks).map((criterion) =>
    progressOf(criterion, facts, policy, calendar, drillCases),
  );
  const unmet = criteria.filter(({ met }) => !met);
  const metCount = criteria.length - unmet.length;
  return {
    step: structure.step,
    criteria,
    metCount,
    all: criteria.length,
    allMet: criteria.length > 0 && unmet.length === 0,
    restFraction: unmet.reduce((sum, criterion) => sum + fractionMet(criterion), 0) / Math.max(1, unmet.length),
  };
}

/** A topic of basic or common education that was learned. */
export type TopicFact = { readonly code: string; readonly doneOn: PlainDay };

export type TopicProgress = {
  readonly done: readonly string[];
  readonly open: readonly string[];
  readonly all: number;
  /** Never without topics. */
  readonly allDone: boolean;
  readonly lastDoneOn: PlainDay | null;
};

/** Leaf topics, in order. What is taught company-wide (`assumed`, 3#7.8) is not to be confirmed. */
export const topicsToLearn = (topics: readonly TopicNode[]): readonly string[] =>
  topics.flatMap(({ code, assumed, children }) => {
    if (assumed) return [];
    return children.length > 0 ? topicsToLearn(children) : [code];
  });

/** The source gives education no criteria (A10): each topic is confirmed as learned. Facts of other topics are ignored. */
export function topicProgress(topics: readonly TopicNode[], facts: readonly TopicFact[]): TopicProgress {
  const codes = topicsToLearn(topics);
  const doneOn = new Map(facts.map((fact) => [fact.code, fact.doneOn]));
  const done = codes.filter((code) => doneOn.has(code));
  const days = done.flatMap((code) => doneOn.get(code) ?? []).sort();
  return {
    done,
    open: codes.filter((code) => !doneOn.has(code)),
    all: codes.length,
    allDone: codes.length > 0 && done.length === codes.length,
    lastDoneOn: days.at(-1) ?? null,
  };
}

/** A STEP that is signed off or recognised, and stands. */
export type StepCompletion = {
  readonly step: StepNumber;
  readonly by: "signOff" | "recognition";
  readonly on: PlainDay;
  readonly byId: string;
};

/** The completions of one enrolment, and whether the person's basic education is completed. */
export type Completions<C extends StepCompletion = StepCompletion> = {
  readonly roleGroupCode: string | null;
  readonly completions: readonly C[];
  readonly basicCompleted: boolean;
};

export type StepState<C extends StepCompletion = StepCompletion> = {
  readonly step: StepNumber;
  readonly state: "signedOff" | "recognised" | "open" | "later";
  /** What completed it; null where it is open or later. */
  readonly completion: C | null;
  /** False where it is completed behind a gap: it counts again once the STEP before is. */
  readonly counts: boolean;
};

const STATE_BY = { signOff: "signedOff", recognition: "recognised" } as const;

/**
 * The stations of an enrolment: STEP 0 alone for basic education, else 0 (common education) to 3. One is open: the next to be
 * signed off. Recording is open in all of them. Common education that was passed over when STEP1 was recognised counts as
 * recognised with it.
 */
export function stepStates<C extends StepCompletion>({
  roleGroupCode,
  completions,
}: Completions<C>): readonly StepState<C>[] {
  const completedSteps = completions.map(({ step }) => step);
  const { openStep, completedStep } = standingOf({ roleGroupCode, completedSteps, lastVerifiedOn: null });
  const steps = roleGroupCode === null ? STEP_NUMBERS.slice(0, 1) : STEP_NUMBERS;
  return steps.map((step): StepState<C> => {
    const completion = completionOf(step, completions) ?? (step === 0 ? completionOf(1, completions) : null);
    const counts = completion !== null && completedStep !== null && step <= completedStep;
    if (completion) return { step, state: completedState(step, completion), completion, counts };
    return { step, state: step === openStep ? "open" : "later", completion, counts };
  });
}

const completedState = (step: StepNumber, completion: StepCompletion) =>
  completion.step === step ? STATE_BY[completion.by] : "recognised";

/** The first that completed it; a sign-off before a recognition of the same day. */
const completionOf = <C extends StepCompletion>(step: StepNumber, completions: readonly C[]): C | null =>
  [...completions.filter((each) => each.step === step)].sort(
    (a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)) || (a.by === b.by ? 0 : a.by === "signOff" ? -1 : 1),
  )[0] ?? null;

/** Something that is signed off before: `basic` is the person's basic education. */
export type EarlierStep = "basic" | StepNumber;

/**
 * What is still open before a STEP can be signed off, earliest first (product.md, 1): basic and common education before STEP1,
 * STEP n before n + 1. A completed STEP1 stands for the education before it.
 */
export function earlierOpen(
  step: StepNumber,
  { roleGroupCode, completions, basicCompleted }: Completions,
): readonly EarlierStep[] {
  if (step === 0 || roleGroupCode === null) return [];
  const completed = new Set(completions.map((each) => each.step));
  const lower = STEP_NUMBERS.filter((each) => each >= 1 && each < step && !completed.has(each));
  if (completed.has(1) && step > 1) return lower;
  const education: readonly EarlierStep[] = [
    ...(basicCompleted ? [] : ["basic" as const]),
    ...(completed.has(0) ? [] : [0 as const]),
  ];
  return [...education, ...lower];
}

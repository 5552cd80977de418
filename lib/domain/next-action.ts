import { addDays, type PlainDay } from "./calendar";
import type { StepNumber } from "./proficiency";
import { type CriterionProgress, fractionMet, type NextAct } from "./progress";

/** A send-back that waits for the trainee, or for a mentor once it was answered or its record corrected. */
export type RemarkToAct = {
  readonly remarkId: string;
  readonly criterionCode: string;
  readonly recordId: string | null;
  /** The trainee has done their part. */
  readonly waits: boolean;
};

/** One enrolment as far as something is to be done: its open STEP, and what was sent back anywhere in it. */
export type EnrolmentToAct = {
  readonly enrolmentId: string;
  readonly step: StepNumber | null;
  readonly criteria: readonly CriterionProgress[];
  readonly remarks: readonly RemarkToAct[];
  /** Criteria that a mentor has been asked to judge. */
  readonly judgementAsked: readonly string[];
  /** Topics of basic or common education, where that is open. */
  readonly topics: { readonly done: number; readonly all: number } | null;
  /** Everything is met, every earlier STEP done, and nobody asked yet. */
  readonly mayAsk: boolean;
};

type Place = { readonly enrolmentId: string; readonly step: StepNumber };
export type NextAction = Place &
  (
    | { readonly kind: "breaks"; readonly criterionCode: string; readonly act: ActOf<"record">; readonly by: PlainDay }
    | {
        readonly kind: "sentBack";
        readonly criterionCode: string;
        readonly remarkId: string;
        readonly recordId: string | null;
      }
    | { readonly kind: "ask" }
    | { readonly kind: "learn"; readonly remaining: number }
    | { readonly kind: "advance"; readonly criterionCode: string; readonly act: Advance }
  );

type ActOf<Name extends NextAct["act"]> = Extract<NextAct, { act: Name }>;
export type Advance = ActOf<"record" | "read" | "drill" | "useTechnique" | "judgeMore" | "askJudgement" | "correct">;

/** A month, or what counts, ends soon: within so many days. */
const SOON = 31;
/** So many are shown, unless more of them are urgent. */
const SHOWN = 3;

/** What breaks soonest, then what was sent back, then what is nearest to met. */
export function nextActions(enrolments: readonly EnrolmentToAct[], today: PlainDay): readonly NextAction[] {
  const breaking = enrolments.flatMap((enrolment) => breakingIn(enrolment, today));
  const urgent = [
    ...breaking.sort((a, b) => (a.by < b.by ? -1 : Number(a.by > b.by))),
    ...enrolments.flatMap(sentBackIn),
  ];
  const taken = new Set(breaking.map(({ enrolmentId, criterionCode }) => `${enrolmentId} ${criterionCode}`));
  const nearest = enrolments
    .flatMap(advancesIn)
    .filter(({ action }) => action.kind !== "advance" || !taken.has(`${action.enrolmentId} ${action.criterionCode}`))
    .sort((a, b) => b.nearness - a.nearness)
    .map(({ action }) => action);
  return [...urgent, ...nearest.slice(0, Math.max(0, SHOWN - urgent.length))];
}

function breakingIn({ enrolmentId, step, criteria }: EnrolmentToAct, today: PlainDay) {
  const last = addDays(today, SOON);
  return criteria.flatMap(({ criterionCode, next, met }) =>
    step !== null && !met && next.act === "record" && next.by !== undefined && next.by <= last
      ? [{ kind: "breaks" as const, enrolmentId, step, criterionCode, act: next, by: next.by }]
      : [],
  );
}

/** One for each record: several criteria of it may have been sent back together. */
function sentBackIn({ enrolmentId, step, remarks }: EnrolmentToAct): readonly NextAction[] {
  const open = remarks.filter(({ waits }) => !waits);
  const firsts = open.filter(
    ({ recordId }, place) => recordId === null || open.findIndex((each) => each.recordId === recordId) === place,
  );
  return firsts.map(({ waits: _, ...remark }) => ({
    kind: "sentBack" as const,
    enrolmentId,
    step: step ?? 0,
    ...remark,
  }));
}

type Ranked = { readonly action: NextAction; readonly nearness: number };

function advancesIn({
  enrolmentId,
  step,
  criteria,
  judgementAsked,
  topics,
  mayAsk,
}: EnrolmentToAct): readonly Ranked[] {
  if (step === null) return [];
  if (mayAsk) return [{ action: { kind: "ask", enrolmentId, step }, nearness: 2 }];
  const remaining = topics === null ? 0 : topics.all - topics.done;
  const learning: readonly Ranked[] =
    topics && remaining > 0
      ? [{ action: { kind: "learn", enrolmentId, step, remaining }, nearness: topics.done / topics.all }]
      : [];
  const advancing = criteria.flatMap((progress) => {
    const { criterionCode, next } = progress;
    if (progress.met || judgementAsked.includes(criterionCode) || !isAdvance(next)) return [];
    const action = { kind: "advance" as const, enrolmentId, step, criterionCode, act: next };
    return [{ action, nearness: fractionMet(progress) }];
  });
  return [...learning, ...advancing];
}

const ADVANCES: readonly NextAct["act"][] = [
  "record",
  "read",
  "drill",
  "useTechnique",
  "judgeMore",
  "askJudgement",
  "correct",
];
const isAdvance = (act: NextAct): act is Advance => ADVANCES.includes(act.act);

import { type Actor, type EnrolmentRef, reviewQuality } from "./access";
import {
  attestRuleIn,
  type CheckpointJudgement,
  checkpointsOf,
  type JudgementRefused,
  judgementRefusal,
  saysSame,
} from "./attestation";
import type { Judgement } from "./facts";
import type { PolicyValues } from "./policy";
import { accept, type Decision, refuse } from "./result";
import type { CriterionRule, Supervision } from "./rule";

/** 2人目の意見: two mentors judge the same evidence, apart; the difference is shown to both when both have (product.md, 7). */

/** A criterion of one enrolment, as whoever asks or is asked sees it. */
export type OpinionGround = {
  readonly rule: CriterionRule;
  readonly leastSupervision: Supervision | null;
  readonly policy: PolicyValues;
  readonly enrolment: EnrolmentRef;
  /** Mentors there other than the trainee, none of them on leave. */
  readonly mentorIds: readonly string[];
  readonly stepCompleted: boolean;
};

export type OpinionRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "NotAJudgedCriterion" }
  | { readonly code: "StepIsSignedOff" }
  | { readonly code: "OpinionOfYourself" }
  | { readonly code: "OpinionNotOfThePool" }
  | { readonly code: "OpinionClosed" }
  | { readonly code: "OpinionIncomplete"; readonly count: number }
  | JudgementRefused;

const reviews = (actor: Actor, { enrolment, mentorIds }: OpinionGround) =>
  reviewQuality(actor, enrolment, { hasOtherMentor: mentorIds.length > 0 }) !== null;

/** Asks another mentor of the pool. Asking the same person while they have not answered is the same question. */
export function askOpinion(
  ground: OpinionGround,
  asked: { readonly ofId: string; readonly openId: string | null },
  actor: Actor,
): Decision<{ again: string | null }, OpinionRefusal> {
  if (!reviews(actor, ground)) return refuse({ code: "NotFound" });
  if (!attestRuleIn(ground.rule)) return refuse({ code: "NotAJudgedCriterion" });
  if (ground.stepCompleted) return refuse({ code: "StepIsSignedOff" });
  if (asked.ofId === actor.id) return refuse({ code: "OpinionOfYourself" });
  if (!ground.mentorIds.includes(asked.ofId)) return refuse({ code: "OpinionNotOfThePool" });
  return accept({ again: asked.openId });
}

/** A question with what was answered. */
export type OpinionState = {
  readonly askedOfId: string;
  readonly isDeclined: boolean;
  /** What was said; null while nothing was. */
  readonly given: readonly CheckpointJudgement[] | null;
};

/** Judges every checkpoint, as who was asked and may still review. Once given it stays; the same again is answered the same. */
export function giveOpinion(
  ground: OpinionGround,
  opinion: OpinionState,
  judged: readonly CheckpointJudgement[],
  actor: Actor,
): Decision<{ isRepeat: boolean }, OpinionRefusal> {
  if (opinion.askedOfId !== actor.id || !reviews(actor, ground)) return refuse({ code: "NotFound" });
  if (opinion.given && isRepeat(opinion.given, judged)) return accept({ isRepeat: true });
  if (opinion.given || opinion.isDeclined) return refuse({ code: "OpinionClosed" });
  const attested = attestRuleIn(ground.rule);
  if (!attested) return refuse({ code: "NotAJudgedCriterion" });
  const known = checkpointsOf(attested, ground.policy);
  const refusal = judgementRefusal(judged, attested, ground, known);
  if (refusal) return refuse(refusal);
  const count = known.filter((code) => !judged.some(({ checkpoint }) => checkpoint === code)).length;
  return count > 0 ? refuse({ code: "OpinionIncomplete", count }) : accept({ isRepeat: false });
}

/** Not given, with a reason: also by somebody who mentors there no longer. */
export function declineOpinion(opinion: OpinionState, actor: Actor): Decision<{ isRepeat: boolean }, OpinionRefusal> {
  if (opinion.askedOfId !== actor.id) return refuse({ code: "NotFound" });
  if (opinion.given) return refuse({ code: "OpinionClosed" });
  return accept({ isRepeat: opinion.isDeclined });
}

const isRepeat = (one: readonly CheckpointJudgement[], other: readonly CheckpointJudgement[]) =>
  one.length === other.length && one.every((said) => other.some((each) => saysSame(said, each)));

export type Said = Omit<CheckpointJudgement, "checkpoint">;
export type ComparedCheckpoint = {
  readonly checkpoint: string;
  readonly first: Said;
  readonly second: Said;
  readonly differs: boolean;
};
/** Instants are ISO 8601 in UTC. */
export type FirstJudgement = CheckpointJudgement & { readonly judgedAt: string };

/**
 * Both side by side; null until both have judged every checkpoint. Of the first mentor's judgements the one that stood when the
 * second was given, else the first one after it: judging again later does not change what is compared.
 */
export function compared(
  second: readonly CheckpointJudgement[],
  first: readonly FirstJudgement[],
  givenAt: string | null,
): readonly ComparedCheckpoint[] | null {
  if (givenAt === null || second.length === 0) return null;
  const rows = second.map(({ checkpoint, ...said }) => {
    const own = first
      .filter((each) => each.checkpoint === checkpoint)
      .sort((a, b) => (a.judgedAt < b.judgedAt ? -1 : 1));
    const stood = own.findLast(({ judgedAt }) => judgedAt <= givenAt) ?? own[0];
    return stood ? sideBySide(checkpoint, stood, said) : null;
  });
  const complete = rows.filter((row) => row !== null);
  return complete.length === rows.length ? complete : null;
}

/** Both have judged, and not the same. */
export const isDifferent = (rows: readonly ComparedCheckpoint[] | null) =>
  rows?.some(({ differs }) => differs) === true;

const sideBySide = (checkpoint: string, first: Said, second: Said): ComparedCheckpoint => {
  const { judgement, supervision, comment } = first;
  return { checkpoint, first: { judgement, supervision, comment }, second, differs: disagrees(first, second) };
};

/** A level that the first was never asked for is no difference. */
const disagrees = (first: Said, second: Said) =>
  first.judgement !== second.judgement ||
  (first.supervision !== null && second.supervision !== null && first.supervision !== second.supervision);

type Checkpoint = {
  readonly code: string;
  readonly judgement: Judgement | null;
  readonly supervision: Supervision | null;
  readonly comment: string;
  readonly judgedOn: string | null;
};

/** Checkpoints as somebody sees them who is to judge apart: nobody's judgement on them, or not the one mentor's. */
export const unjudged = <C extends Checkpoint & { readonly by: { readonly id: string } | null }>(
  checkpoints: readonly C[],
  byId?: string,
): readonly C[] =>
  checkpoints.map((checkpoint) =>
    byId === undefined || checkpoint.by?.id === byId
      ? { ...checkpoint, judgement: null, supervision: null, comment: "", judgedOn: null, by: null }
      : checkpoint,
  );

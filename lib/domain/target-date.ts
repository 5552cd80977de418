import { type Actor, type EnrolmentRef, manages, mentors } from "./access";
import { addMonths, type PlainDay } from "./calendar";
import { accept, type Decision, refuse } from "./result";

/** 目標日: by when a STEP of an enrolment is meant to be signed off. */

export type TargetRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "TargetOfDoneStep" }
  | { readonly code: "TargetInPast" }
  | { readonly code: "TargetTooFar"; readonly years: number };

/** Nobody plans further ahead than this. */
export const MOST_YEARS = 10;

export type TargetGround = {
  readonly enrolment: EnrolmentRef;
  readonly today: PlainDay;
  readonly isCompleted: boolean;
  /** The date that stands; null where there is none. */
  readonly current: PlainDay | null;
};

/** The trainee, a mentor of the role group there, or a manager. */
export const maySetTarget = (actor: Actor, enrolment: EnrolmentRef): boolean =>
  actor.id === enrolment.traineeId || mentors(actor, enrolment) || manages(actor, enrolment);

/** Sets, moves or takes away (null) the date. The same date again changes nothing. */
export function setTarget(
  targetOn: PlainDay | null,
  { enrolment, today, isCompleted, current }: TargetGround,
  actor: Actor,
): Decision<{ isRepeat: boolean }, TargetRefusal> {
  if (!maySetTarget(actor, enrolment)) return refuse({ code: "NotFound" });
  if (isCompleted) return refuse({ code: "TargetOfDoneStep" });
  if (targetOn === current) return accept({ isRepeat: true });
  if (targetOn !== null && targetOn < today) return refuse({ code: "TargetInPast" });
  if (targetOn !== null && targetOn > addMonths(today, MOST_YEARS * 12))
    return refuse({ code: "TargetTooFar", years: MOST_YEARS });
  return accept({ isRepeat: false });
}

type TargetEntry = { readonly step: number; readonly targetOn: PlainDay | null };

/** The date that stands for a STEP, of all that were set, the latest first. */
export const targetOf = (targets: readonly TargetEntry[], step: number): PlainDay | null =>
  targets.find((target) => target.step === step)?.targetOn ?? null;

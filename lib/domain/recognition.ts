import { type Actor, type EnrolmentRef, manages } from "./access";
import type { PlainDay } from "./calendar";
import { STEP_NUMBERS, type StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";

/** 既得認定: STEPs granted for experience from before the platform (product.md, 9). */

export type RecognitionRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "OwnRecognition" }
  | { readonly code: "DayInFuture" }
  | { readonly code: "StepAlreadySignedOff" }
  | { readonly code: "StepOutsideEnrolment" }
  | { readonly code: "RequestWaits" };

/** One enrolment as recognition sees it: what is complete, and whether somebody decides on it at this moment. */
export type RecognisableEnrolment = {
  readonly ref: EnrolmentRef;
  readonly completed: readonly StepNumber[];
  readonly hasOpenRequest: boolean;
};

export type RecognitionFacts = {
  readonly today: PlainDay;
  readonly enrolment: RecognisableEnrolment;
  /** The person's basic education, where the enrolment is another one. */
  readonly basic: RecognisableEnrolment | null;
};

/** A STEP that is granted, and the one that opens by it. */
export type Recognised = {
  readonly enrolmentId: string;
  readonly step: StepNumber;
  readonly opens: StepNumber | null;
};

/** Everything up to the STEP that is not complete yet, basic education included: a later STEP rests on the earlier ones. */
export function recognise(
  wish: { readonly step: StepNumber; readonly recognisedOn: PlainDay },
  facts: RecognitionFacts | null,
  actor: Actor,
): Decision<readonly Recognised[], RecognitionRefusal> {
  const refusal = facts === null ? { code: "NotFound" as const } : refusalOf(wish, facts, actor);
  if (facts === null || refusal) return refuse(refusal ?? { code: "NotFound" });
  const { enrolment, basic } = facts;
  return accept([...(basic ? missing(basic, 0) : []), ...missing(enrolment, wish.step)]);
}

const missing = ({ ref, completed }: RecognisableEnrolment, upTo: StepNumber): Recognised[] =>
  STEP_NUMBERS.filter((step) => step <= upTo && !completed.includes(step)).map((step) => ({
    enrolmentId: ref.enrolmentId,
    step,
    opens: stepAfter(ref, step),
  }));

function refusalOf(
  { step, recognisedOn }: { readonly step: StepNumber; readonly recognisedOn: PlainDay },
  { today, enrolment, basic }: RecognitionFacts,
  actor: Actor,
): RecognitionRefusal | null {
  if (enrolment.ref.traineeId === actor.id) return { code: "OwnRecognition" };
  if (!manages(actor, enrolment.ref)) return { code: "NotFound" };
  if (recognisedOn > today) return { code: "DayInFuture" };
  if (enrolment.ref.roleGroupCode === null && step > 0) return { code: "StepOutsideEnrolment" };
  if (enrolment.completed.includes(step)) return { code: "StepAlreadySignedOff" };
  return enrolment.hasOpenRequest || basic?.hasOpenRequest ? { code: "RequestWaits" } : null;
}

/** The STEP that opens once this one is complete; null after STEP3 and after basic education. */
export const stepAfter = (ref: EnrolmentRef, step: StepNumber): StepNumber | null =>
  ref.roleGroupCode === null || step === 3 ? null : (STEP_NUMBERS[step + 1] ?? null);

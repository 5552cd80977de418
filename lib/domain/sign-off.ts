import { type Actor, canCountersign, type EnrolmentRef, type Pool, reviewQuality } from "./access";
import type { StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";

/** Everything a decision on one sign-off request rests on, as it is inside the transaction. */
export type RequestUnderDecision = {
  readonly requestId: string;
  readonly step: StepNumber;
  readonly enrolment: EnrolmentRef;
  readonly pool: Pool;
  readonly isDecided: boolean;
  /** Who signed as mentor, where a countersignature is still missing. */
  readonly mentorSignedById: string | null;
  readonly countersignatureAsked: boolean;
  readonly stepCompleted: boolean;
  /** The earliest STEP before this one that is not completed; null if there is none. */
  readonly earlierOpen: StepNumber | "basic" | null;
  readonly unmetCodes: readonly string[];
};

export type SignOffRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "RequestDecided" }
  | { readonly code: "StepAlreadySignedOff" }
  | { readonly code: "EarlierStepOpen"; readonly step: string }
  | { readonly code: "CriteriaUnmet"; readonly count: number; readonly criteria: string }
  | { readonly code: "AwaitsCountersignature" }
  | { readonly code: "NotSignedByMentor" }
  | { readonly code: "SignedByYouAsMentor" }
  | { readonly code: "ReasonMissing" };

export type SignOffDecision =
  | { readonly outcome: "signedOff"; readonly quality: "mentor" | "reviewer" }
  | { readonly outcome: "awaitsCountersignature"; readonly quality: "mentor" | "reviewer" };

/** Order, criteria and remarks; asked again at every signature, because facts may have changed since the request. */
export function readiness(request: Omit<RequestUnderDecision, "requestId">): Decision<null, SignOffRefusal> {
  if (request.stepCompleted) return refuse({ code: "StepAlreadySignedOff" });
  if (request.earlierOpen !== null) return refuse({ code: "EarlierStepOpen", step: String(request.earlierOpen) });
  if (request.unmetCodes.length > 0)
    return refuse({ code: "CriteriaUnmet", count: request.unmetCodes.length, criteria: request.unmetCodes.join(" ") });
  return accept(null);
}

/** STEP完了承認 by a mentor, or by a reviewer where the role group has no other mentor. */
export function signOff(request: RequestUnderDecision, actor: Actor): Decision<SignOffDecision, SignOffRefusal> {
  const quality = reviewQuality(actor, request.enrolment, request.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (request.isDecided) return refuse({ code: "RequestDecided" });
  if (request.mentorSignedById !== null) return refuse({ code: "AwaitsCountersignature" });
  const ready = readiness(request);
  if (!ready.ok) return ready;
  return accept({ outcome: request.countersignatureAsked ? "awaitsCountersignature" : "signedOff", quality });
}

/** 副署: by a second person who is neither the trainee nor the mentor who signed. */
export function countersign(
  request: RequestUnderDecision,
  actor: Actor,
): Decision<{ mentorId: string }, SignOffRefusal> {
  if (!canCountersign(actor, request.enrolment)) return refuse({ code: "NotFound" });
  if (request.isDecided) return refuse({ code: "RequestDecided" });
  if (request.mentorSignedById === null) return refuse({ code: "NotSignedByMentor" });
  if (request.mentorSignedById === actor.id) return refuse({ code: "SignedByYouAsMentor" });
  const ready = readiness(request);
  if (!ready.ok) return ready;
  return accept({ mentorId: request.mentorSignedById });
}

/** Ends the request with a reason for each criterion sent back. Both signers may, until it is decided. */
export function sendBackRequest(
  request: RequestUnderDecision,
  reasons: readonly { readonly criterionCode: string; readonly reason: string }[],
  actor: Actor,
): Decision<null, SignOffRefusal> {
  const mayReview = reviewQuality(actor, request.enrolment, request.pool) !== null;
  const mayCountersign = request.mentorSignedById !== null && canCountersign(actor, request.enrolment);
  if (!mayReview && !mayCountersign) return refuse({ code: "NotFound" });
  if (request.isDecided) return refuse({ code: "RequestDecided" });
  if (reasons.length === 0) return refuse({ code: "ReasonMissing" });
  return accept(null);
}

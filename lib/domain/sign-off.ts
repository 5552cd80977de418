import { type Actor, canCountersign, type EnrolmentRef, type Pool, reviewQuality } from "./access";
import { type HeldByAnother, type HoldFact, heldByAnother } from "./hold";
import type { StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";
import type { EarlierDecision } from "./verification";

/** How a request ended: a signature that completed it, reasons, the trainee's own withdrawal; without anybody as their last day was over. */
export type RequestEnd =
  | (EarlierDecision & { readonly kind: "signedOff" | "sentBack" | "withdrawn" })
  | { readonly kind: "withdrawn"; readonly byId: null; readonly on: string };

/** Everything a decision on one sign-off request rests on, as it is inside the transaction. */
export type RequestUnderDecision = {
  readonly requestId: string;
  readonly step: StepNumber;
  readonly enrolment: EnrolmentRef;
  readonly pool: Pool;
  readonly ended: RequestEnd | null;
  /** Who has taken the request on, until a mentor signs. */
  readonly hold: HoldFact | null;
  readonly enrolmentOver: boolean;
  /** Who signed as mentor, where a countersignature is still missing. */
  readonly mentorSignedById: string | null;
  readonly countersignatureAsked: boolean;
  readonly stepCompleted: boolean;
  /** The earliest STEP before this one that is not completed; null if there is none. */
  readonly earlierOpen: StepNumber | "basic" | null;
  readonly unmetCodes: readonly string[];
  /** Codes that can be sent back: the STEP's criteria, or the topics of an education. */
  readonly itemCodes: readonly string[];
};

type DecidedBefore =
  | ({ readonly code: "RequestDecided" } & Omit<EarlierDecision, "byId">)
  | { readonly code: "RequestEndedByDay"; readonly on: string };

export type SignOffRefusal =
  | { readonly code: "NotFound" }
  | DecidedBefore
  | HeldByAnother
  | { readonly code: "EnrolmentOver" }
  | { readonly code: "StepIsSignedOff" }
  | { readonly code: "EarlierStepUnsigned"; readonly step: string }
  | { readonly code: "CriteriaUnmet"; readonly count: number; readonly criteria: string }
  | { readonly code: "AwaitsCountersignature" }
  | { readonly code: "NotSignedByMentor" }
  | { readonly code: "SignedByYouAsMentor" }
  | { readonly code: "ReasonMissing" }
  | { readonly code: "NotAllMarkedGood"; readonly count: number }
  | { readonly code: "CriterionUnknown" };

/** `isRepeat`: the same person has already done exactly this; nothing is written again. */
export type SignOffDecision = {
  readonly outcome: "signedOff" | "awaitsCountersignature";
  readonly quality: "mentor" | "reviewer";
  readonly isRepeat: boolean;
};

export function decided(ended: RequestEnd): Decision<never, DecidedBefore> {
  if (ended.byId === null) return refuse({ code: "RequestEndedByDay", on: ended.on });
  const { by, byLatin, on, time } = ended;
  return refuse({ code: "RequestDecided", by, byLatin, on, time });
}

const endedBy = (kind: RequestEnd["kind"], { ended }: RequestUnderDecision, actor: Actor) =>
  ended?.kind === kind && ended.byId === actor.id;

/** Order, criteria and remarks; asked again at every signature, because facts may have changed since the request. */
export function readiness(request: RequestUnderDecision): Decision<null, SignOffRefusal> {
  if (request.enrolmentOver) return refuse({ code: "EnrolmentOver" });
  if (request.stepCompleted) return refuse({ code: "StepIsSignedOff" });
  if (request.earlierOpen !== null) return refuse({ code: "EarlierStepUnsigned", step: String(request.earlierOpen) });
  if (request.unmetCodes.length > 0)
    return refuse({ code: "CriteriaUnmet", count: request.unmetCodes.length, criteria: request.unmetCodes.join(" ") });
  return accept(null);
}

export const MARKS = ["good", "back"] as const;
/** What a mentor marked each item with: よい or 差し戻す. */
export type Marks = ReadonlyMap<string, (typeof MARKS)[number]>;

/** A STEP is signed off item by item: each criterion marked good. Topics of an education are good unless marked. */
export function marksRefusal({ step, itemCodes }: RequestUnderDecision, marks: Marks): SignOffRefusal | null {
  const assumed = step === 0 ? "good" : undefined;
  const count = itemCodes.filter((code) => (marks.get(code) ?? assumed) !== "good").length;
  return count > 0 ? { code: "NotAllMarkedGood", count } : null;
}

/** STEP完了承認 by a mentor, or by a reviewer where the role group has no other mentor. */
export function signOff(
  request: RequestUnderDecision,
  marks: Marks,
  actor: Actor,
): Decision<SignOffDecision, SignOffRefusal> {
  const quality = reviewQuality(actor, request.enrolment, request.pool);
  if (!quality) return refuse({ code: "NotFound" });
  if (endedBy("signedOff", request, actor)) return accept({ outcome: "signedOff", quality, isRepeat: true });
  if (request.ended) return decided(request.ended);
  if (request.mentorSignedById !== null) {
    const isRepeat = request.mentorSignedById === actor.id;
    return isRepeat
      ? accept({ outcome: "awaitsCountersignature", quality, isRepeat })
      : refuse({ code: "AwaitsCountersignature" });
  }
  const held = heldByAnother(request.hold, actor);
  if (held) return refuse(held);
  const ready = readiness(request);
  if (!ready.ok) return ready;
  const unmarked = marksRefusal(request, marks);
  if (unmarked) return refuse(unmarked);
  const outcome = request.countersignatureAsked ? "awaitsCountersignature" : "signedOff";
  return accept({ outcome, quality, isRepeat: false });
}

/** 副署: by a second person who is neither the trainee nor the mentor who signed. */
export function countersign(
  request: RequestUnderDecision,
  actor: Actor,
): Decision<{ mentorId: string; isRepeat: boolean }, SignOffRefusal> {
  if (!canCountersign(actor, request.enrolment)) return refuse({ code: "NotFound" });
  const { ended, mentorSignedById: mentorId } = request;
  if (endedBy("signedOff", request, actor) && mentorId !== null) return accept({ mentorId, isRepeat: true });
  if (ended) return decided(ended);
  if (mentorId === null) return refuse({ code: "NotSignedByMentor" });
  if (mentorId === actor.id) return refuse({ code: "SignedByYouAsMentor" });
  const ready = readiness(request);
  return ready.ok ? accept({ mentorId, isRepeat: false }) : ready;
}

export type SentBackItem = { readonly criterionCode: string; readonly reason: string };

/** Ends the request with a reason for each criterion sent back. Both signers may, until it is decided. */
export function sendBackRequest(
  request: RequestUnderDecision,
  reasons: readonly SentBackItem[],
  actor: Actor,
): Decision<{ isRepeat: boolean }, SignOffRefusal> {
  const mayReview = reviewQuality(actor, request.enrolment, request.pool) !== null;
  const mayCountersign = request.mentorSignedById !== null && canCountersign(actor, request.enrolment);
  if (!mayReview && !mayCountersign) return refuse({ code: "NotFound" });
  if (endedBy("sentBack", request, actor)) return accept({ isRepeat: true });
  if (request.ended) return decided(request.ended);
  const held = heldByAnother(request.hold, actor);
  if (held) return refuse(held);
  if (reasons.length === 0 || reasons.some(({ reason }) => reason === "")) return refuse({ code: "ReasonMissing" });
  const unknown = reasons.some(({ criterionCode }) => !request.itemCodes.includes(criterionCode));
  return unknown ? refuse({ code: "CriterionUnknown" }) : accept({ isRepeat: false });
}

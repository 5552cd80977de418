import { type Actor, type EnrolmentRef, manages } from "./access";
import type { RoleGroupCode } from "./curriculum";
import { type Proficiency, STEP_NUMBERS, type StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";
import { standingOf } from "./standing";
import { earlierOpen, type StepCompletion } from "./step";
import type { EarlierDecision } from "./verification";

/** 承認取消 and its lifting: what rests on a completed STEP, by named rules and never by deletion (product.md, 11). */

/** A sign-off or a recognition. */
export type Completed = {
  readonly completionId: string;
  readonly by: StepCompletion["by"];
  readonly step: StepNumber;
};

/** A request that waits, in whichever of the trainee's enrolments. */
export type WaitingRequest = {
  readonly requestId: string;
  readonly enrolmentId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: StepNumber;
  readonly completedSteps: readonly StepNumber[];
};

export type RestingMentorship = { readonly mentorshipId: string; readonly roleGroupCode: RoleGroupCode };

export type RevocationFacts = {
  readonly enrolment: EnrolmentRef;
  readonly completion: Completed;
  /** The revocation that stands on it. */
  readonly revoked: EarlierDecision | null;
  /** STEPs of the enrolment that are signed off or recognised, this one included while it stands. */
  readonly completedSteps: readonly StepNumber[];
  readonly basicCompleted: boolean;
  readonly requests: readonly WaitingRequest[];
  /** Mentorships by proficiency that the trainee holds. */
  readonly mentorships: readonly RestingMentorship[];
  /** Requests and records that the trainee holds as a mentor of the role group. */
  readonly held: number;
  /** Independent people in the role group, in the enrolment's team and below. */
  readonly independentThere: number;
  /** Claims that the sign-off froze. */
  readonly frozen: number;
  /** STEPs of others that the trainee signed, countersigned or recognised. */
  readonly given: number;
};

export type Standing = { readonly step: StepNumber | null; readonly proficiency: Proficiency | null };
type Change<T> = { readonly before: T; readonly after: T };

export type Consequences = {
  readonly standing: Change<Standing>;
  /** Later STEPs: completed STEPs count without a gap. Their rows stay, and count again once the gap is closed. */
  readonly suspended: readonly StepNumber[];
  /** Requests that cannot be signed until the gap is closed. */
  readonly blocked: readonly Pick<WaitingRequest, "requestId" | "roleGroupCode" | "step">[];
  /** End the same moment: they rested on being independent. */
  readonly mentorships: readonly string[];
  /** Goes back to the pool with them. */
  readonly released: number;
  /** Null where the number of independent people stays as it is. */
  readonly independent: Change<number> | null;
  /** Claims that may be corrected again. */
  readonly unfrozen: number;
  /** Stays as it is. */
  readonly given: number;
};

const standing = (roleGroupCode: RoleGroupCode | null, completedSteps: readonly StepNumber[]): Standing => {
  const { completedStep, proficiency } = standingOf({ roleGroupCode, completedSteps, lastVerifiedOn: null });
  return { step: completedStep, proficiency };
};

export function consequencesOf(facts: RevocationFacts): Consequences {
  const { enrolment, completion, completedSteps } = facts;
  const left = completedSteps.filter((step) => step !== completion.step);
  const change = {
    before: standing(enrolment.roleGroupCode, completedSteps),
    after: standing(enrolment.roleGroupCode, left),
  };
  const falls = change.before.proficiency === "independent" && change.after.proficiency !== "independent";
  const mentorships = facts.mentorships.filter(
    ({ roleGroupCode }) => falls && roleGroupCode === enrolment.roleGroupCode,
  );
  return {
    standing: change,
    suspended: counted(change.before).filter(
      (step) => step !== completion.step && !counted(change.after).includes(step),
    ),
    blocked: facts.requests.filter((request) => isBlocked(request, facts, left)).map(named),
    mentorships: mentorships.map(({ mentorshipId }) => mentorshipId),
    released: mentorships.length > 0 ? facts.held : 0,
    independent: falls ? { before: facts.independentThere, after: Math.max(0, facts.independentThere - 1) } : null,
    unfrozen: facts.frozen,
    given: facts.given,
  };
}

/** STEP1–3 up to where it stands; education is no STEP that a gap could take away. */
const counted = ({ step }: Standing): readonly StepNumber[] =>
  STEP_NUMBERS.filter((each) => each > 0 && step !== null && each <= step);

const named = ({ requestId, roleGroupCode, step }: WaitingRequest) => ({ requestId, roleGroupCode, step });

const asCompletions = (steps: readonly StepNumber[]): StepCompletion[] =>
  steps.map((step) => ({ step, by: "signOff", on: "", byId: "" }));

/** Could be signed before, and cannot be afterwards. */
function isBlocked(request: WaitingRequest, facts: RevocationFacts, left: readonly StepNumber[]): boolean {
  const { enrolment, basicCompleted } = facts;
  const isOwn = request.enrolmentId === enrolment.enrolmentId;
  const open = (completedSteps: readonly StepNumber[], basic: boolean) =>
    earlierOpen(request.step, {
      roleGroupCode: request.roleGroupCode,
      completions: asCompletions(completedSteps),
      basicCompleted: basic,
    }).length > 0;
  const after = open(isOwn ? left : request.completedSteps, basicCompleted && enrolment.roleGroupCode !== null);
  return after && !open(request.completedSteps, basicCompleted);
}

export type RevocationRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "OwnRevocation" }
  | ({ readonly code: "AlreadyRevoked" } & Omit<EarlierDecision, "byId">)
  | ({ readonly code: "AlreadyReinstated" } & Omit<EarlierDecision, "byId">)
  | { readonly code: "NewerSignOffStands" }
  | { readonly code: "RequestForStepWaits" }
  | { readonly code: "ConsequencesChanged" };

const decidedBefore = <const C extends "AlreadyRevoked" | "AlreadyReinstated">(code: C, earlier: EarlierDecision) => {
  const { by, byLatin, on, time } = earlier;
  return refuse({ code, by, byLatin, on, time });
};

/** A manager of the enrolment's team or a team above it; never one's own STEP. Null: may. */
function mayNot(actor: Actor, enrolment: EnrolmentRef): RevocationRefusal | null {
  if (enrolment.traineeId === actor.id) return { code: "OwnRevocation" };
  return manages(actor, enrolment) ? null : { code: "NotFound" };
}

/** `pageIsCurrent`: the consequences are those that the page showed. */
export function revoke(
  facts: RevocationFacts | null,
  pageIsCurrent: boolean,
  actor: Actor,
): Decision<Consequences, RevocationRefusal> {
  if (!facts) return refuse({ code: "NotFound" });
  const refusal = mayNot(actor, facts.enrolment);
  if (refusal) return refuse(refusal);
  if (facts.revoked) return decidedBefore("AlreadyRevoked", facts.revoked);
  return pageIsCurrent ? accept(consequencesOf(facts)) : refuse({ code: "ConsequencesChanged" });
}

export type ReinstatementFacts = {
  readonly enrolment: EnrolmentRef;
  readonly completion: Completed;
  readonly reinstated: EarlierDecision | null;
  /** Without this one, while its revocation stands. */
  readonly completedSteps: readonly StepNumber[];
  /** A request for the same STEP waits for a decision. */
  readonly requestWaits: boolean;
  /** Mentorships that ended with the revocation and were not appointed again. */
  readonly endedMentorships: readonly string[];
};

export type Restored = {
  readonly standing: Change<Standing>;
  /** Later STEPs that count again. */
  readonly resumed: readonly StepNumber[];
  /** Are not restored: to be appointed again by an act. */
  readonly toAppoint: readonly string[];
};

export function restoredBy({ enrolment, completion, completedSteps, endedMentorships }: ReinstatementFacts): Restored {
  const change = {
    before: standing(enrolment.roleGroupCode, completedSteps),
    after: standing(enrolment.roleGroupCode, [...completedSteps, completion.step]),
  };
  const resumed = counted(change.after).filter(
    (step) => step !== completion.step && !counted(change.before).includes(step),
  );
  return { standing: change, resumed, toAppoint: endedMentorships };
}

/** The revoked row counts again, while nothing newer stands for the same STEP. Whoever may revoke may lift it. */
export function reinstate(
  facts: ReinstatementFacts | null,
  pageIsCurrent: boolean,
  actor: Actor,
): Decision<Restored, RevocationRefusal> {
  if (!facts) return refuse({ code: "NotFound" });
  const refusal = mayNot(actor, facts.enrolment);
  if (refusal) return refuse(refusal);
  if (facts.reinstated) return decidedBefore("AlreadyReinstated", facts.reinstated);
  if (facts.completedSteps.includes(facts.completion.step)) return refuse({ code: "NewerSignOffStands" });
  if (facts.requestWaits) return refuse({ code: "RequestForStepWaits" });
  return pageIsCurrent ? accept(restoredBy(facts)) : refuse({ code: "ConsequencesChanged" });
}

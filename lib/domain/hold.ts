import { type Actor, type EnrolmentRef, managesTeam, reviewQuality } from "./access";
import { accept, type Decision, refuse } from "./result";

/** 引き受け: who has taken on what waits in a pool, and until when (product.md, 7). */

export const HOLD_SUBJECTS = ["record", "judgement", "signOff"] as const;
export type HoldSubject = (typeof HOLD_SUBJECTS)[number];

/** A hold that nobody ended. Instants are ISO 8601 in UTC; `on` and `time` say until when on the clock of the enrolment's team. */
export type HoldFact = {
  readonly holdId: string;
  readonly holderId: string;
  readonly by: string;
  readonly byLatin: string;
  readonly until: string;
  readonly on: string;
  readonly time: string;
  /** Has neither left nor been deactivated, is not on leave, and may still review there. */
  readonly holderReviews: boolean;
};

/** The one place that says whether a hold stands: until its time is over, and while its holder could decide. */
export const standsAt = (hold: HoldFact, now: Date): boolean =>
  hold.holderReviews && Date.parse(hold.until) > now.getTime();

export const standingHold = (hold: HoldFact | null, now: Date): HoldFact | null =>
  hold && standsAt(hold, now) ? hold : null;

export type HeldByAnother = { readonly code: "HeldByAnother" } & Pick<HoldFact, "by" | "byLatin" | "on" | "time">;

/** Why somebody else's hold keeps the actor from deciding; null where none does. */
export function heldByAnother(hold: HoldFact | null, actor: Pick<Actor, "id">): HeldByAnother | null {
  if (!hold || hold.holderId === actor.id) return null;
  const { by, byLatin, on, time } = hold;
  return { code: "HeldByAnother", by, byLatin, on, time };
}

/** What waits, in one enrolment: a record claimed in three role groups has three parts, each with a pool and a hold of its own. */
export type HoldablePart = {
  readonly enrolment: EnrolmentRef;
  /** Mentors there other than the trainee, none of them on leave: to whom it can be handed over. */
  readonly mentorIds: readonly string[];
  readonly waits: boolean;
  /** The hold that stands. */
  readonly hold: HoldFact | null;
};

export type HoldRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "NoLongerWaits" }
  | HeldByAnother
  | { readonly code: "NotHeldByYou" }
  | { readonly code: "NotOfThePool" }
  | { readonly code: "HandedToYourself" }
  | { readonly code: "HoldOver" };

export const isReviewedBy = (actor: Actor) => (part: Pick<HoldablePart, "enrolment" | "mentorIds">) =>
  reviewQuality(actor, part.enrolment, { hasOtherMentor: part.mentorIds.length > 0 }) !== null;

/** The parts that wait for the actor; nothing of theirs looks like nothing there. */
function partsFor<P extends HoldablePart>(parts: readonly P[], actor: Actor): Decision<readonly P[], HoldRefusal> {
  const own = parts.filter(isReviewedBy(actor));
  if (own.length === 0) return refuse({ code: "NotFound" });
  const waiting = own.filter(({ waits }) => waits);
  return waiting.length > 0 ? accept(waiting) : refuse({ code: "NoLongerWaits" });
}

/** Takes on what is free of it. What the actor holds already stays; only where others hold all of it is it refused. */
export function takeOn<P extends HoldablePart>(parts: readonly P[], actor: Actor): Decision<readonly P[], HoldRefusal> {
  const waiting = partsFor(parts, actor);
  if (!waiting.ok) return waiting;
  const free = waiting.value.filter(({ hold }) => hold === null);
  const [first] = waiting.value;
  const isAllOthers = waiting.value.every(({ hold }) => heldByAnother(hold, actor) !== null);
  const refusal = isAllOthers && first ? heldByAnother(first.hold, actor) : null;
  return refusal ? refuse(refusal) : accept(free);
}

/** Gives back what the actor holds. `gaveBack`: they did so already, and the press came twice. */
export function giveBack<P extends HoldablePart>(
  parts: readonly P[],
  gaveBack: boolean,
  actor: Actor,
): Decision<readonly P[], HoldRefusal> {
  const own = parts.filter(({ hold }) => hold?.holderId === actor.id);
  if (own.length > 0) return accept(own);
  if (!parts.some(isReviewedBy(actor))) return refuse({ code: "NotFound" });
  return gaveBack ? accept([]) : refuse({ code: "NotHeldByYou" });
}

/** Hands over what the actor holds or what is free, to a mentor of each part. Twice to the same person is once. */
export function handOver<P extends HoldablePart>(
  parts: readonly P[],
  receiverId: string,
  actor: Actor,
): Decision<readonly P[], HoldRefusal> {
  const waiting = partsFor(parts, actor);
  if (!waiting.ok) return waiting;
  if (receiverId === actor.id) return refuse({ code: "HandedToYourself" });
  const open = waiting.value.filter(({ hold }) => hold?.holderId !== receiverId);
  const free = open.filter(({ hold }) => heldByAnother(hold, actor) === null);
  const [held] = open;
  const refusal = free.length === 0 && held ? heldByAnother(held.hold, actor) : null;
  if (refusal) return refuse(refusal);
  return free.every(({ mentorIds }) => mentorIds.includes(receiverId))
    ? accept(free)
    : refuse({ code: "NotOfThePool" });
}

export type HoldToEnd = {
  readonly enrolment: EnrolmentRef;
  /** Null where it is over: ended, or its time ran out. */
  readonly hold: HoldFact | null;
  readonly endedById: string | null;
};

/** A manager of the team ends a hold, with a reason; nobody one on themselves. */
export function endHold(standing: HoldToEnd | null, actor: Actor): Decision<{ isRepeat: boolean }, HoldRefusal> {
  if (!standing || actor.id === standing.enrolment.traineeId) return refuse({ code: "NotFound" });
  if (!managesTeam(actor, standing.enrolment.team)) return refuse({ code: "NotFound" });
  if (standing.endedById === actor.id) return accept({ isRepeat: true });
  return standing.hold ? accept({ isRepeat: false }) : refuse({ code: "HoldOver" });
}

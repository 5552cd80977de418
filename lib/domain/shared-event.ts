import { type Actor, canViewEnrolment, type EnrolmentRef } from "./access";
import { monthOf, type PlainDay, type PlainMonth } from "./calendar";
import type { TlpLabel } from "./facts";
import type { EvidenceDraft } from "./record";
import { accept, type Decision, refuse } from "./result";
import type { Supervision } from "./rule";

/** 出来事: what several people took part in, logged once. Each of them gets a record to confirm. */

export const EVENT_KINDS = ["incident", "exercise", "drillCase", "meeting"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What one person did, as whoever logs the event saw it. */
export type EventPart = {
  readonly personId: string;
  readonly did: string | null;
  readonly supervision: Supervision | null;
  readonly mentorPresentId: string | null;
};

export type EventDraft = {
  readonly kind: EventKind;
  readonly happenedOn: PlainDay;
  readonly title: string;
  readonly what: string | null;
  readonly tlp: TlpLabel;
  readonly incidentRef: string | null;
  readonly periodCovered: PlainMonth | null;
  readonly subCases: readonly string[];
  readonly evidence: readonly EvidenceDraft[];
  readonly parts: readonly EventPart[];
};

/** What an event says, as its commitment covers it. */
export const eventContentOf = (draft: EventDraft) => ({
  ...{ kind: draft.kind, happenedOn: draft.happenedOn, title: draft.title, what: draft.what ?? "", tlp: draft.tlp },
  ...{ incidentRef: draft.incidentRef, periodCovered: draft.periodCovered, subCases: draft.subCases },
  evidence: draft.evidence.map(({ kind, value }) => ({ kind, value })),
  parts: draft.parts
    .map(({ personId, did, supervision, mentorPresentId: mentorId }) => [personId, did ?? "", supervision, mentorId])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
});

/** Somebody who may be named as taking part: with enrolments that have not ended, and who mentors them. */
export type Nameable = {
  readonly personId: string;
  readonly enrolments: readonly EnrolmentRef[];
  /** The day it is in their team. */
  readonly today: PlainDay;
  readonly mentorIds: readonly string[];
};

export type EventContext = {
  readonly people: readonly Nameable[];
  /** Teams of the actor's own enrolments: colleagues may be named, though nothing of theirs may be read. */
  readonly ownTeamIds: readonly string[];
  /** Every sub-case there is. */
  readonly subCases: readonly string[];
};

export type EventRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "NobodyTookPart" }
  | { readonly code: "HappenedInFuture" }
  | { readonly code: "MonthInFuture" }
  | { readonly code: "MentorUnknown" }
  | { readonly code: "ChoiceUnknown"; readonly field: "subCase" }
  | { readonly code: "RedHoldsReferenceOnly" }
  | { readonly code: "RedNeedsMentor" }
  | { readonly code: "EventEnded" }
  | { readonly code: "EventConfirmed" };

/** May be named in an event: oneself, whose training one may see, and colleagues who train in the same team. */
export const canName = (
  actor: Actor,
  { personId, enrolments }: Pick<Nameable, "personId" | "enrolments">,
  ownTeamIds: readonly string[],
): boolean =>
  enrolments.length > 0 &&
  (personId === actor.id ||
    enrolments.some((enrolment) => canViewEnrolment(actor, enrolment) || ownTeamIds.includes(enrolment.team.teamId)));

/** May this event be logged by this person? What each record of it may claim is decided when it is confirmed. */
export function logEvent(draft: EventDraft, context: EventContext, actor: Actor): Decision<null, EventRefusal> {
  const refusal = peopleRefusal(draft, context, actor) ?? dayRefusal(draft, context) ?? textRefusal(draft);
  if (refusal) return refuse(refusal);
  const known = draft.subCases.every((code) => context.subCases.includes(code));
  return known ? accept(null) : refuse({ code: "ChoiceUnknown", field: "subCase" });
}

function peopleRefusal({ parts }: EventDraft, { people, ownTeamIds }: EventContext, actor: Actor): EventRefusal | null {
  if (parts.length === 0) return { code: "NobodyTookPart" };
  for (const { personId, mentorPresentId } of parts) {
    const person = people.find((each) => each.personId === personId);
    if (!person || !canName(actor, person, ownTeamIds)) return { code: "NotFound" };
    if (mentorPresentId !== null && !person.mentorIds.includes(mentorPresentId)) return { code: "MentorUnknown" };
  }
  return null;
}

/** Not later than today wherever somebody took part. */
function dayRefusal({ happenedOn, periodCovered, parts }: EventDraft, { people }: EventContext): EventRefusal | null {
  const there = people.filter(({ personId }) => parts.some((part) => part.personId === personId));
  if (there.some(({ today }) => happenedOn > today)) return { code: "HappenedInFuture" };
  return periodCovered !== null && periodCovered > monthOf(happenedOn) ? { code: "MonthInFuture" } : null;
}

/** TLP:RED holds a reference only, readable by each trainee and the mentor named for them (product.md, 17). */
function textRefusal({ tlp, what, parts }: EventDraft): EventRefusal | null {
  if (tlp !== "RED") return null;
  if (what !== null || parts.some(({ did }) => did !== null)) return { code: "RedHoldsReferenceOnly" };
  return parts.some(({ mentorPresentId }) => mentorPresentId === null) ? { code: "RedNeedsMentor" } : null;
}

/** An event as it may still be changed; null is one that is not there, or not to be seen. */
export type LoggedEvent = {
  readonly loggedById: string;
  readonly tlp: TlpLabel;
  readonly end: { readonly byId: string; readonly kind: "cancelled" | "corrected" } | null;
  /** Records that were made of it. */
  readonly confirmed: number;
};

/** Whoever logged it may change it while nothing of it is a record yet; afterwards it is only annotated. */
function changeRefusal(event: LoggedEvent | null, actor: Actor): EventRefusal | null {
  if (event?.loggedById !== actor.id) return { code: "NotFound" };
  if (event.end) return { code: "EventEnded" };
  return event.confirmed > 0 ? { code: "EventConfirmed" } : null;
}

/** A correction is a new event; what the old one proposed goes with it. */
export function correctEvent(
  event: LoggedEvent | null,
  draft: EventDraft,
  context: EventContext,
  actor: Actor,
): Decision<null, EventRefusal> {
  const refusal = changeRefusal(event, actor);
  return refusal ? refuse(refusal) : logEvent(draft, context, actor);
}

/** Cancelling twice changes nothing. */
export function cancelEvent(event: LoggedEvent | null, actor: Actor): Decision<"cancelled" | "already", EventRefusal> {
  const isRepeat = event?.end?.kind === "cancelled" && event.end.byId === actor.id;
  if (isRepeat) return accept("already");
  const refusal = changeRefusal(event, actor);
  return refusal ? refuse(refusal) : accept("cancelled");
}

/** Whoever sees it may add to it, unless it holds a reference only. */
export function annotateEvent(event: LoggedEvent | null): Decision<null, EventRefusal> {
  if (!event) return refuse({ code: "NotFound" });
  if (event.end) return refuse({ code: "EventEnded" });
  return event.tlp === "RED" ? refuse({ code: "RedHoldsReferenceOnly" }) : accept(null);
}

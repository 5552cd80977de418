import { z } from "zod";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { TLP_LABELS, type TlpLabel } from "@/lib/domain/facts";
import type { EvidenceDraft } from "@/lib/domain/record";
import { SUPERVISIONS, type Supervision } from "@/lib/domain/rule";
import { EVENT_KINDS, type EventDraft, type EventKind } from "@/lib/domain/shared-event";
import { choice, day, line, many, month, optional, paragraph, uuid, wholeNumber } from "@/lib/platform/fields";
import type { Messages } from "@/lib/platform/messages";
import { fieldsNamed } from "@/lib/platform/named-fields";
import { recordFacts, withClaims } from "@/lib/records/schema";

const NOT_A_CHOICE: keyof Messages["validation"] = "notAChoice";

/** As many as one event may hold: a meeting of everybody in a large team. */
export const MAX_PARTICIPANTS = 50;
const MAX_SCENES = 50;

export const scenes = () =>
  many(line(100).regex(/^[a-z][a-zA-Z0-9.-]{0,99}$/, { error: NOT_A_CHOICE }), MAX_SCENES).transform((codes) => [
    ...new Set(codes),
  ]);
export const peopleNamed = () => many(uuid(), MAX_PARTICIPANTS).transform((ids) => [...new Set(ids)]);

const level = () =>
  wholeNumber(1, 5).transform((number) => SUPERVISIONS.find((each) => each === number) ?? SUPERVISIONS[0]);

const eventFacts = {
  kind: choice(EVENT_KINDS),
  happenedOn: day(),
  title: line(200),
  what: optional(paragraph()),
  tlp: choice(TLP_LABELS),
  incidentRef: optional(line(200)),
  periodCovered: optional(month()),
  subCases: scenes(),
  evidence: recordFacts.evidence,
  people: peopleNamed(),
};

type Form = Omit<EventDraft, "parts"> & { readonly people: readonly string[] } & Readonly<Record<string, unknown>>;

/** What each of them did stands in fields of their own: `did:<person>`, `supervision:<person>`, `mentor:<person>`. */
function eventOf({ people, ...form }: Form, context: z.RefinementCtx) {
  const did = fieldsNamed("did", paragraph(4000), form, context);
  const supervision = fieldsNamed("supervision", level(), form, context);
  const mentor = fieldsNamed("mentor", uuid(), form, context);
  const { kind, happenedOn, title, what, tlp, incidentRef, periodCovered, subCases, evidence } = form;
  const parts = people.map((personId) => ({
    personId,
    did: did.get(personId) ?? null,
    supervision: supervision.get(personId) ?? null,
    mentorPresentId: mentor.get(personId) ?? null,
  }));
  return { kind, happenedOn, title, what, tlp, incidentRef, periodCovered, subCases, evidence, parts };
}

export const eventForm = z
  .looseObject({ onceKey: uuid(), drillId: optional(uuid()), ...eventFacts })
  .transform(({ onceKey, drillId, ...form }, context) => ({ onceKey, drillId, ...eventOf(form, context) }));
export type EventForm = z.output<typeof eventForm>;

export const eventCorrection = z
  .looseObject({ onceKey: uuid(), eventId: uuid(), ...eventFacts })
  .transform(({ onceKey, eventId, ...form }, context) => ({ onceKey, eventId, ...eventOf(form, context) }));
export type EventCorrection = z.output<typeof eventCorrection>;

export const eventCancellation = z.object({ eventId: uuid(), reason: paragraph(1000) });
export type EventCancellation = z.output<typeof eventCancellation>;

export const eventNote = z.object({ onceKey: uuid(), eventId: uuid(), text: paragraph(2000) });
export type EventNote = z.output<typeof eventNote>;

const { happenedOn: _on, kind: _kind, title: _title, tlp: _tlp, subCase: _scene, ...ownFacts } = recordFacts;

/** What its person adds to a proposal, or says otherwise; day, kind, title, label and scene are the event's. */
export const confirmationForm = z.object({ proposalId: uuid(), ...ownFacts }).transform(withClaims);
export type ConfirmationForm = z.output<typeof confirmationForm>;

export const declineForm = z.object({
  proposalId: uuid(),
  reason: optional(paragraph(1000)).transform((text) => text ?? ""),
});
export type DeclineForm = z.output<typeof declineForm>;

export const eventVerification = z.object({ eventId: uuid(), records: many(uuid(), MAX_PARTICIPANTS) });
export type EventVerification = z.output<typeof eventVerification>;

export const eventPath = z.object({ eventId: uuid() });
export const proposalPath = z.object({ proposalId: uuid() });

/** From the address: what is no page number is the first page. */
export const pageParams = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

const several = <T>(field: z.ZodType<T>, max: number) =>
  z
    .preprocess((input) => [input ?? []].flat().slice(0, max), z.array(field.catch(null as T)))
    .transform((all) => [...new Set(all.filter((each) => each !== null))]);

/** What the address of a form asks for: who takes part, which scenes, what kind, and what was searched for. */
export const choosing = z.object({
  person: several(uuid().nullable(), MAX_PARTICIPANTS),
  scene: several(line(100).nullable(), MAX_SCENES),
  kind: choice(EVENT_KINDS).nullable().catch(null),
  q: line(100).nullable().catch(null),
  choose: z.literal("yes").nullable().catch(null),
});
export type Choosing = z.output<typeof choosing>;

type Person = { readonly id: string; readonly name: string; readonly latinName: string };

/** Somebody who may be named, with who mentors them. */
export type NamedView = Person & {
  readonly teamJa: string;
  readonly teamEn: string;
  readonly timeZone: string;
  readonly mentors: readonly Person[];
};

export type EventListed = {
  readonly eventId: string;
  readonly kind: EventKind;
  readonly happenedOn: string;
  /** Empty where the reader may not read it: TLP:RED. */
  readonly title: string;
  readonly tlp: TlpLabel;
  readonly loggedBy: Person;
  readonly people: number;
  readonly confirmed: number;
  readonly ended: boolean;
};

/** A record that was made of an event, as far as the reader may see it. */
export type EventRecord = {
  readonly recordId: string;
  readonly isCorrection: boolean;
  readonly isWithdrawn: boolean;
  readonly did: string;
  readonly learned: string;
  readonly supervision: Supervision | null;
  readonly mentorPresent: Person | null;
  readonly isReadable: boolean;
  readonly evidence: readonly EvidenceDraft[];
  readonly claims: readonly {
    readonly claimId: string;
    readonly roleGroupCode: RoleGroupCode | null;
    readonly criterionCode: string;
    readonly parts: readonly string[];
    readonly state: "waiting" | "verified" | "sentBack";
    /** It waits, and the reader may verify it. */
    readonly isMine: boolean;
  }[];
};
export type ProposalSeen = {
  readonly proposalId: string;
  readonly subCase: string | null;
  readonly state: "open" | "confirmed" | "declined";
  readonly declineReason: string | null;
  readonly record: EventRecord | null;
};
export type EventPartSeen = {
  readonly person: Person;
  /** Their training is the reader's to see, or the reader is who they are. */
  readonly isSeen: boolean;
  readonly did: string;
  readonly supervision: Supervision | null;
  readonly mentor: Person | null;
  readonly proposals: readonly ProposalSeen[];
};
export type EventSeen = {
  readonly eventId: string;
  readonly kind: EventKind;
  readonly happenedOn: string;
  readonly title: string;
  readonly isReadable: boolean;
  readonly what: string;
  readonly tlp: TlpLabel;
  readonly incidentRef: string | null;
  readonly periodCovered: string | null;
  readonly subCases: readonly string[];
  readonly evidence: readonly EvidenceDraft[];
  readonly loggedBy: Person;
  readonly loggedOn: string;
  readonly isOwn: boolean;
  readonly drillId: string | null;
  readonly correctsId: string | null;
  readonly correctedById: string | null;
  readonly end: { readonly by: Person; readonly on: string; readonly reason: string | null } | null;
  readonly notes: readonly {
    readonly noteId: string;
    readonly by: Person;
    readonly on: string;
    readonly text: string;
  }[];
  readonly parts: readonly EventPartSeen[];
};

/** What waits for a person: a record to confirm, or a drill that they are asked to. */
export type ProposalListed = {
  readonly proposalId: string;
  readonly kind: EventKind;
  readonly happenedOn: string;
  readonly title: string;
  readonly subCase: string | null;
  readonly loggedBy: Person;
};
export type InvitationListed = {
  readonly drillId: string;
  readonly kind: EventKind;
  readonly plannedOn: string;
  readonly title: string;
  readonly subCases: readonly string[];
  readonly plannedBy: Person;
};
export type WhatWaits = {
  readonly proposals: readonly ProposalListed[];
  readonly invitations: readonly InvitationListed[];
};

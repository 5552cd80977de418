import { z } from "zod";
import { TLP_LABELS } from "@/lib/domain/facts";
import { SUPERVISIONS } from "@/lib/domain/rule";
import { EVENT_KINDS, type EventDraft } from "@/lib/domain/shared-event";
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

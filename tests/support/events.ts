import type { Caller } from "@/lib/domain/access";
import type { EventPart } from "@/lib/domain/shared-event";
import { confirmProposal, logEvent } from "@/lib/event/commands";
import type { ConfirmationForm, EventForm } from "@/lib/event/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

/** Builders of events with many participants. A test says only what it is about. */

type Ref = { readonly id: string };

export const took = ({ id }: Ref, wish: Partial<EventPart> = {}): EventPart => ({
  personId: id,
  did: "ログを集めて時系列に並べた。",
  supervision: 2,
  mentorPresentId: null,
  ...wish,
});

/** An incident of 18 November 2026. */
export const anEventForm = (parts: readonly EventPart[], wish: Partial<EventForm> = {}): EventForm => ({
  onceKey: newId(),
  drillId: null,
  kind: "incident",
  happenedOn: "2026-11-18",
  title: "メールサーバーの不正利用",
  what: "外部から通報を受け、全員で対応した。",
  tlp: "AMBER",
  incidentRef: "INC-204",
  periodCovered: null,
  subCases: [],
  evidence: [{ kind: "ticket", value: "INC-204" }],
  ...wish,
  parts: [...parts],
});

/** Logged by this person. @throws where it is refused. */
export async function anEvent(
  caller: Caller,
  parts: readonly EventPart[],
  wish: Partial<EventForm> = {},
): Promise<Ref> {
  const decision = await logEvent(anEventForm(parts, wish), caller);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return { id: decision.value.eventId };
}

export const proposalsTo = ({ id: personId }: Ref) =>
  db().proposedRecord.findMany({ where: { personId }, orderBy: { id: "asc" } });

export const proposalTo = async (person: Ref): Promise<Ref> => {
  const [proposal] = await proposalsTo(person);
  if (!proposal) throw new Error("nothing is proposed to this person");
  return proposal;
};

/** Confirmed as it was proposed, but for the claims. */
export const aConfirmation = ({ id: proposalId }: Ref, wish: Partial<ConfirmationForm> = {}): ConfirmationForm => ({
  proposalId,
  did: "ログを集めて時系列に並べた。",
  learned: null,
  supervision: 2,
  mentorPresentId: null,
  mentorPresentName: null,
  incidentRef: "INC-204",
  periodCovered: "2026-11",
  judged: null,
  right: null,
  technique: null,
  readingItem: null,
  evidence: [{ kind: "ticket", value: "INC-204" }],
  claims: [],
  ...wish,
});

/** The proposal to this person confirmed with these claims. @throws where it is refused. */
export async function aConfirmedRecord(
  caller: Caller,
  proposal: Ref,
  claims: ConfirmationForm["claims"],
): Promise<Ref> {
  const decision = await confirmProposal(aConfirmation(proposal, { claims }), caller);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return { id: decision.value.recordId };
}

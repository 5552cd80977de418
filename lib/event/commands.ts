import "server-only";
import { latestEdition } from "@/lib/curriculum/queries";
import type { Caller } from "@/lib/domain/access";
import type { RecordRefusal } from "@/lib/domain/correction";
import { type DrillRefusal, holdDrill } from "@/lib/domain/drill";
import { confirm, decline, type ProposalRefusal, recordOf } from "@/lib/domain/proposal";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import {
  cancelEvent as decideCancelling,
  correctEvent as decideCorrection,
  logEvent as decideLogging,
  annotateEvent as decideNote,
  type EventDraft,
  type EventRefusal,
} from "@/lib/domain/shared-event";
import { tellProposal } from "@/lib/domain/told-occasions";
import { loadDrill } from "@/lib/drill/facts";
import { recordEvent } from "@/lib/platform/audit";
import { db, inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { commit } from "@/lib/platform/digest";
import { logWithin } from "@/lib/records/commands";
import { verifySeen } from "@/lib/reviews/commands";
import { findGround } from "@/lib/training/queries";
import { loadNamed, loadOwnTeams } from "./facts";
import { findParticipants, insertEvent, loadEvent, loadProposal, recordsOfEvent, seesEvent } from "./records";
import type {
  ConfirmationForm,
  DeclineForm,
  EventCancellation,
  EventCorrection,
  EventForm,
  EventNote,
  EventVerification,
} from "./schema";

type EventKey = { readonly eventId: string };
type EventDecision = Decision<EventKey, EventRefusal | DrillRefusal>;
type Sent = { readonly onceKey: string; readonly draft: EventDraft };

/** Editions never change: read before the transaction, which must not wait for a second connection. */
const findScenes = async () => (await latestEdition()).structure.drillCases.flatMap(({ subCases }) => subCases);

/** What an event is decided on, everybody named locked; `made`: the same form made an event before. */
async function loadGround(tx: Tx, { onceKey, draft }: Sent, { actor, now }: Caller) {
  const named = draft.parts.map(({ personId }) => personId);
  const people = await loadNamed(tx, named, now);
  const made = await tx.sharedEvent.findUnique({ where: { id: onceKey }, select: { loggedById: true } });
  return { made, people, ownTeamIds: await loadOwnTeams(tx, actor) };
}

const again = (eventId: string, made: { loggedById: string }, { actor }: Caller): EventDecision =>
  made.loggedById === actor.id ? accept({ eventId }) : refuse({ code: "NotFound" });

/** 出来事を記録: once, for everybody who took part. Each of them gets a record to confirm. */
export const logEvent = async ({ onceKey, drillId, ...draft }: EventForm, caller: Caller) => {
  const subCases = await findScenes();
  return inTransaction<EventDecision>(
    async (tx) => {
      const { made, ...ground } = await loadGround(tx, { onceKey, draft }, caller);
      if (made) return again(onceKey, made, caller);
      const notHeld = drillId === null ? null : holdDrill(await loadDrill(tx, drillId), caller.actor);
      if (notHeld) return refuse(notHeld);
      const decision = decideLogging(draft, { ...ground, subCases }, caller.actor);
      if (!decision.ok) return decision;

      return write(tx, { id: onceKey, draft, drillId, correctsId: null }, caller);
    },
    { onDuplicate: () => refuse({ code: "DrillHeld" }) },
  );
};

type Written = { id: string; draft: EventDraft; drillId: string | null; correctsId: string | null };

async function write(tx: Tx, event: Written, { actor, now }: Caller) {
  const { id: eventId, draft, correctsId, drillId } = event;
  const { content, proposed } = await insertEvent(tx, { ...event, loggedById: actor.id, now });
  const personIds = draft.parts.map(({ personId }) => personId);
  const { kind, happenedOn } = draft;
  const told = { content, proposed: proposed.map(tellProposal), proposals: proposed.length };
  const body = { eventId, kind, happenedOn, personIds, drillId, correctsId, ...told };
  const action = correctsId === null ? "EventLogged" : "EventCorrected";
  await recordEvent(tx, { action, actorId: actor.id, subjectId: eventId, body });
  return accept({ eventId });
}

/** A new event takes the place of an own one that nobody has confirmed yet. */
export const correctEvent = async ({ onceKey, eventId: correctsId, ...draft }: EventCorrection, caller: Caller) => {
  const { actor, now } = caller;
  const subCases = await findScenes();
  return inTransaction<EventDecision>(async (tx) => {
    const before = await findParticipants(tx, correctsId);
    await lockPeople(tx, [...before, ...draft.parts.map(({ personId }) => personId)]);
    const { made, ...ground } = await loadGround(tx, { onceKey, draft }, caller);
    if (made) return again(onceKey, made, caller);
    const event = await loadEvent(tx, correctsId);
    const decision = decideCorrection(event, draft, { ...ground, subCases }, actor);
    if (!decision.ok) return decision;

    await tx.sharedEvent.update({ where: { id: correctsId }, data: { endedAt: now, endedById: actor.id } });
    return write(tx, { id: onceKey, draft, drillId: event?.drillId ?? null, correctsId }, caller);
  });
};

/** Takes an own event back, with a reason, while nobody has confirmed it; nothing of it is proposed any longer. */
export const cancelEvent = ({ eventId, reason }: EventCancellation, { actor, now }: Caller) =>
  inTransaction<EventDecision>(async (tx) => {
    await lockPeople(tx, await findParticipants(tx, eventId));
    const decision = decideCancelling(await loadEvent(tx, eventId), actor);
    if (!decision.ok) return decision;
    if (decision.value === "already") return accept({ eventId });

    const end = { endedAt: now, endedById: actor.id, endReason: reason };
    await tx.sharedEvent.update({ where: { id: eventId }, data: end });
    await recordEvent(tx, { action: "EventCancelled", actorId: actor.id, subjectId: eventId, body: { eventId } });
    return accept({ eventId });
  });

/** Adds to an event; what was logged stays as it is. */
export const annotateEvent = ({ onceKey, eventId, text }: EventNote, { actor, now }: Caller) =>
  inTransaction<EventDecision>(async (tx) => {
    await tx.$queryRaw`select id from "SharedEvent" where id = ${eventId}::uuid for update`;
    const isSeen = await seesEvent(tx, eventId, actor);
    const decision = decideNote(isSeen ? await loadEvent(tx, eventId) : null);
    if (!decision.ok) return decision;
    const made = await tx.eventNote.findUnique({ where: { id: onceKey } });
    if (made) return made.byId === actor.id ? accept({ eventId }) : refuse({ code: "NotFound" });

    const { salt, content } = commit(text);
    await tx.eventNote.create({ data: { id: onceKey, eventId, byId: actor.id, madeAt: now, text, salt } });
    const body = { eventId, noteId: onceKey, content };
    await recordEvent(tx, { action: "EventAnnotated", actorId: actor.id, subjectId: eventId, body });
    return accept({ eventId });
  });

type Confirmed = { readonly recordId: string; readonly claims: number };

/** The proposal becomes an ordinary record of its person, by the way of every other record; its id makes it one, whatever the presses. */
export const confirmProposal = async ({ proposalId, ...own }: ConfirmationForm, caller: Caller) => {
  const { actor, now } = caller;
  const ground = await findGround(actor, now);
  return inTransaction<Decision<Confirmed, ProposalRefusal | RecordRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    const proposal = await loadProposal(tx, proposalId, actor.id);
    const decision = confirm(proposal);
    if (!decision.ok) return decision;
    const { madeBefore } = decision.value;
    if (!proposal || madeBefore !== null) return accept({ recordId: madeBefore ?? "", claims: own.claims.length });

    const sent = { ...recordOf(proposal.event, proposal.part, proposal.subCase), ...own, onceKey: proposalId };
    const also = (recordId: string) =>
      tx.proposedRecord.update({ where: { id: proposalId }, data: { recordId, answeredAt: now } });
    const logged = await logWithin(tx, sent, caller, { ground, also });
    if (!logged.ok) return logged;
    const body = { proposalId, eventId: proposal.eventId, recordId: logged.value.recordId };
    await recordEvent(tx, { action: "ProposalConfirmed", actorId: actor.id, subjectId: actor.id, body });
    return logged;
  });
};

/** The person says that it is no record of theirs. */
export const declineProposal = ({ proposalId, reason }: DeclineForm, { actor, now }: Caller) =>
  inTransaction<Decision<{ proposalId: string }, ProposalRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    const proposal = await loadProposal(tx, proposalId, actor.id);
    const decision = decline(proposal);
    if (!decision.ok) return decision;
    if (decision.value === "already") return accept({ proposalId });

    await tx.proposedRecord.update({
      where: { id: proposalId },
      data: { answeredAt: now, declineReason: reason },
    });
    const body = { proposalId, eventId: proposal?.eventId ?? "" };
    await recordEvent(tx, { action: "ProposalDeclined", actorId: actor.id, subjectId: actor.id, body });
    return accept({ proposalId });
  });

/** 確認 of the lot: what the event's page shows of each record is what is confirmed. One transaction for each record. */
export const verifyEvent = async ({ eventId, records }: EventVerification, caller: Caller) => {
  const ofEvent = await recordsOfEvent(db(), eventId, records);
  if (records.some((recordId) => !ofEvent.includes(recordId))) return refuse({ code: "NotFound" });
  return verifySeen({ records }, caller);
};

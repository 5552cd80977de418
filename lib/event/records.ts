import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { TlpLabel } from "@/lib/domain/facts";
import type { Proposal } from "@/lib/domain/proposal";
import type { EvidenceDraft } from "@/lib/domain/record";
import type { Supervision } from "@/lib/domain/rule";
import type { EventDraft, EventKind, LoggedEvent } from "@/lib/domain/shared-event";
import { fromDbDay, fromDbMonth, toDbDay, toDbMonth } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { eventSeenBy } from "./scope";

type Writing = {
  readonly id: string;
  readonly draft: EventDraft;
  readonly loggedById: string;
  readonly drillId: string | null;
  readonly correctsId: string | null;
  readonly now: Date;
};

/** The event, who took part, and the records that it proposes: one for each of them and each scene. */
export async function insertEvent(tx: Tx, { id, draft, now, ...by }: Writing) {
  const { parts, evidence, happenedOn, periodCovered, what, subCases, ...rest } = draft;
  const days = {
    happenedOn: toDbDay(happenedOn),
    periodCovered: periodCovered === null ? null : toDbMonth(periodCovered),
  };
  const own = { ...rest, ...days, ...by, what: what ?? "", subCases: [...subCases], loggedAt: now };
  await tx.sharedEvent.create({ data: { id, ...own } });
  await tx.eventEvidence.createMany({
    data: evidence.map((each, position) => ({ ...each, id: newId(now), eventId: id, position })),
  });
  const took = parts.map(({ did, ...part }) => ({ id: newId(now), eventId: id, ...part, did: did ?? "" }));
  await tx.eventParticipation.createMany({ data: took });
  const scenes = subCases.length === 0 ? [null] : subCases;
  const proposals = took.flatMap(({ id: participationId, personId }) =>
    scenes.map((subCase) => ({ id: newId(now), participationId, personId, subCase })),
  );
  await tx.proposedRecord.createMany({ data: proposals });
  return proposals.length;
}

/** Who took part in an event; asked before they are locked. */
export const findParticipants = async (tx: Tx, eventId: string): Promise<readonly string[]> =>
  (await tx.eventParticipation.findMany({ where: { eventId }, select: { personId: true } })).map(
    ({ personId }) => personId,
  );

/** An event as far as changing it is concerned, with the drill it came of. Its participants are locked before. */
export async function loadEvent(tx: Tx, id: string): Promise<(LoggedEvent & { drillId: string | null }) | null> {
  const row = await tx.sharedEvent.findUnique({
    where: { id },
    include: { correctedBy: { select: { id: true } } },
  });
  if (!row) return null;
  const confirmed = await tx.proposedRecord.count({
    where: { participation: { eventId: id }, recordId: { not: null } },
  });
  const kind = row.correctedBy ? ("corrected" as const) : ("cancelled" as const);
  return {
    loggedById: row.loggedById,
    drillId: row.drillId,
    tlp: row.tlp as TlpLabel,
    end: row.endedById === null ? null : { byId: row.endedById, kind },
    confirmed,
  };
}

/** Whether the actor sees the event; not there and not to be seen look the same. */
export async function seesEvent(tx: Tx, eventId: string, actor: Actor): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "SharedEvent" v where v.id = ${eventId}::uuid and ${eventSeenBy(actor)}`;
  return rows.length > 0;
}

export type LoadedProposal = Proposal & {
  readonly eventId: string;
  readonly event: Omit<EventDraft, "parts" | "subCases">;
  readonly part: { did: string | null; supervision: Supervision | null; mentorPresentId: string | null };
  readonly subCase: string | null;
};

/** A proposal to this person, with the event that it comes of. */
export async function loadProposal(tx: Tx, id: string, personId: string): Promise<LoadedProposal | null> {
  const row = await tx.proposedRecord.findFirst({
    where: { id, personId },
    include: {
      participation: { include: { event: { include: { evidence: { orderBy: { position: "asc" } } } } } },
    },
  });
  if (!row) return null;
  const { participation, recordId, subCase } = row;
  const { event, did, supervision, mentorPresentId } = participation;
  return {
    recordId,
    subCase,
    declined: row.answeredAt !== null && recordId === null,
    eventEnded: event.endedAt !== null,
    eventId: event.id,
    event: {
      kind: event.kind as EventKind,
      happenedOn: fromDbDay(event.happenedOn),
      title: event.title,
      what: event.what || null,
      tlp: event.tlp as TlpLabel,
      incidentRef: event.incidentRef,
      periodCovered: event.periodCovered && fromDbMonth(event.periodCovered),
      evidence: event.evidence.map(({ kind, value }): EvidenceDraft => ({ kind, value })),
    },
    part: { did: did || null, supervision: supervision as Supervision | null, mentorPresentId },
  };
}

/** Of these records the ones that came of the event. */
export async function recordsOfEvent(
  tx: Tx,
  eventId: string,
  recordIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.proposedRecord.findMany({
    where: { participation: { eventId }, recordId: { in: [...recordIds] } },
    select: { recordId: true },
  });
  return rows.flatMap(({ recordId }) => recordId ?? []);
}

import "server-only";
import { standingAdministrators } from "@/lib/capacity/scope";
import type { PersonFacts } from "@/lib/domain/person";
import { type AuditAction, type AuditBody, recordEvents } from "@/lib/platform/audit";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { profileOf } from "./records";

/** The person's row, locked: it is the boundary of everything decided about them. */
export async function loadPerson(tx: Tx, personId: string): Promise<PersonFacts | null> {
  await lockPeople(tx, [personId]);
  const person = await tx.person.findUnique({
    where: { id: personId },
    include: { grants: { where: { capacity: "admin", endedAt: null } } },
  });
  if (!person) return null;
  const others = await tx.capacityGrant.count({
    where: { ...standingAdministrators, personId: { not: personId } },
  });
  return {
    personId,
    profile: profileOf(person),
    deactivated: person.deactivatedAt !== null,
    isLastAdministrator: person.grants.length > 0 && others === 0,
  };
}

/** Who does it and when; `byId` null is the system, where a day has come. */
export type Releasing = { readonly byId: string | null; readonly now: Date };

/** Deactivates: ends the sessions, the links that wait, every capacity and what was asked for; enrolments and records stay as they are. */
export async function releasePerson(tx: Tx, personId: string, { byId, now, reason }: Releasing & { reason: string }) {
  const by = { deactivatedAt: now, deactivatedById: byId };
  await tx.person.update({ where: { id: personId }, data: by });
  await tx.deactivation.create({ data: { id: newId(now), personId, reason, ...by } });
  const body = await endAllHeld(tx, personId, { endedAt: now, endedById: byId, endReason: reason });
  const takenBack = await takeBackAsked(tx, personId, { byId, now });
  const actorId = byId ?? "system";
  await recordEvents(tx, [...takenBack, { action: "PersonDeactivated", actorId, subjectId: personId, body }]);
}

type Ending = { endedAt: Date; endedById: string | null; endReason: string };

async function endAllHeld(tx: Tx, personId: string, data: Ending) {
  const held = { where: { personId, endedAt: null }, data };
  const sessions = await tx.session.deleteMany({ where: { personId } });
  const links = await tx.oneTimeLink.deleteMany({ where: { personId, usedAt: null } });
  const mentorships = await tx.mentorship.updateMany(held);
  const appointments = await tx.appointment.updateMany(held);
  const grants = await tx.capacityGrant.updateMany(held);
  return {
    sessions: sessions.count,
    links: links.count,
    mentorships: mentorships.count,
    appointments: appointments.count,
    grants: grants.count,
  };
}

type Chosen = { readonly id: { readonly in: string[] } };

/**
 * Nobody decides for somebody who is gone: what they asked for is taken back, what they held is free. Enrolments stay.
 * `only` names some of the requests. Answers the events, in the order of their ids.
 */
export async function takeBackAsked(tx: Tx, personId: string, { byId, now }: Releasing, only?: Chosen) {
  const theirs = { ...only, enrolment: { personId } };
  const order = { orderBy: { id: "asc" } } as const;
  const requests = await tx.signOffRequest.findMany({ where: { ...theirs, outcome: null }, ...order });
  const outcome = { kind: "withdrawn", decidedById: byId, decidedAt: now, comment: "" } as const;
  await tx.requestOutcome.createMany({ data: requests.map(({ id }) => ({ requestId: id, ...outcome })) });
  const waiting = { ...theirs, closedAt: null };
  const judgements = await tx.judgementRequest.findMany({ where: waiting, select: { id: true }, ...order });
  await tx.judgementRequest.updateMany({ where: waiting, data: { closedAt: now, closedById: byId } });
  const lapsed = { endedAt: now, endedById: byId, ending: "lapsed" } as const;
  await tx.hold.updateMany({ where: { holderId: personId, endedAt: null }, data: lapsed });
  const about = (action: AuditAction, body: AuditBody) => ({
    action,
    actorId: byId ?? "system",
    subjectId: personId,
    body,
  });
  return [
    ...requests.map(({ id: requestId, enrolmentId, step }) =>
      about("SignOffRequestWithdrawn", { requestId, enrolmentId, step }),
    ),
    ...judgements.map(({ id: requestId }) => about("JudgementRequestWithdrawn", { requestId })),
  ];
}

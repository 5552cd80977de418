import "server-only";
import type { PlainDay } from "@/lib/domain/calendar";
import { endedByDay, leaveByDay, takenBackByDay } from "@/lib/domain/departure";
import { JOB_DONE, type JobOutcome } from "@/lib/domain/job";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { loadPerson, releasePerson, takeBackAsked } from "@/lib/people/facts";
import { type AuditEvent, recordEvents } from "@/lib/platform/audit";
import { db, inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { lockOrganisation, organisationToday } from "@/lib/platform/organisation";
import { type Departing, listLeavers, loadDepartingOne, loadWithMembershipOver } from "./records";

type Outcome = Decision<null, { code: "NotDue" } | { code: "LastAdministrator" } | { code: "Busy" }>;

/**
 * What ends because a last day is over: everything of who has left the organisation, and what rested on a membership. It looks at
 * what stands, not at which days were looked at before: after an outage the next run does it all, and a second run finds nothing.
 * A person at a time, so that one who is busy keeps nobody else waiting.
 */
export async function endByDay(now: Date): Promise<JobOutcome> {
  const today = await organisationToday(db(), now);
  const outcomes: Outcome[] = [];
  for (const personId of await listLeavers(db(), today)) outcomes.push(await leave(personId, today, now));
  const departing = (await loadWithMembershipOver(db(), today)).filter((each) => isDue(each, today));
  for (const { personId } of departing) outcomes.push(await endWhatRested(personId, today, now));
  return outcomes.some((each) => !each.ok && each.refusal.code === "Busy") ? refuse({ code: "Fault" }) : JOB_DONE;
}

const leave = (personId: string, today: PlainDay, now: Date) =>
  inTransaction<Outcome>(async (tx) => {
    await lockOrganisation(tx);
    const decision = leaveByDay(await loadPerson(tx, personId), today);
    if (decision.ok) await releasePerson(tx, personId, { byId: null, now, reason: "" });
    return decision;
  });

const dueOf = ({ held, asked, belongings }: Departing, today: PlainDay) => ({
  held: endedByDay(held, belongings, today),
  asked: takenBackByDay(asked, belongings, today),
});

function isDue(departing: Departing, today: PlainDay) {
  const { held, asked } = dueOf(departing, today);
  return held.length + asked.length > 0;
}

const endWhatRested = (personId: string, today: PlainDay, now: Date) =>
  inTransaction<Outcome>(async (tx) => {
    await lockPeople(tx, [personId]);
    const departing = await loadDepartingOne(tx, personId);
    if (!departing) return refuse({ code: "NotDue" });
    const { held, asked } = dueOf(departing, today);
    const ended = { endedAt: now, endedById: null, endReason: "" };
    const idsOf = (as: "mentorship" | "appointment") => held.flatMap((each) => (each.as === as ? [each.id] : []));
    await tx.mentorship.updateMany({ where: { id: { in: idsOf("mentorship") } }, data: ended });
    await tx.appointment.updateMany({ where: { id: { in: idsOf("appointment") } }, data: ended });
    const events = [...held.map((each) => endedEvent(personId, each)), ...(await takeBack(tx, personId, asked, now))];
    await recordEvents(tx, events);
    return accept(null);
  });

const takeBack = async (tx: Tx, personId: string, asked: Departing["asked"], now: Date) =>
  asked.length === 0 ? [] : takeBackAsked(tx, personId, { byId: null, now }, { id: { in: asked.map(({ id }) => id) } });

const endedEvent = (subjectId: string, { as, id }: Departing["held"][number]): AuditEvent =>
  as === "mentorship"
    ? { action: "MentorshipEnded", actorId: "system", subjectId, body: { mentorshipId: id } }
    : { action: "AppointmentEnded", actorId: "system", subjectId, body: { appointmentId: id } };

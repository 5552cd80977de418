import "server-only";
import type { Caller } from "@/lib/domain/access";
import {
  type AppointmentDecision,
  appoint as decideAppoint,
  endAppointment as decideEnd,
  appointMentor as decideMentor,
  type MentorshipBasis,
} from "@/lib/domain/appointment";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent, recordEvents } from "@/lib/platform/audit";
import { inChunks } from "@/lib/platform/chunks";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { loadAppointmentFacts, loadStanding } from "./records";
import type { AppointmentEnd, AppointmentForm, MentorshipEnd, MentorshipForm } from "./schema";

type Appointed = { personId: string };
type Outcome = AppointmentDecision<Appointed>;

const onDuplicate = (): Outcome => refuse({ code: "AppointmentStands" });

/** The form's key is the row's id: sent twice it is one mentorship. */
export const appointMentor = (input: MentorshipForm, { actor, now }: Caller) =>
  inTransaction<Outcome>(
    async (tx) => {
      const { onceKey: id, personId, roleGroupCode, teamId } = input;
      const stands = () => tx.mentorship.count({ where: { personId, roleGroupCode, teamId, endedAt: null } });
      const facts = await loadAppointmentFacts(tx, { personId, teamId, roleGroupCode, stands }, now);
      if (await tx.mentorship.count({ where: { id, personId, appointedById: actor.id } })) return accept({ personId });
      const decision = decideMentor(input, facts, actor);
      if (!decision.ok) return decision;

      await writeMentorships(tx, [decision.value], { actor, now });
      return accept({ personId });
    },
    { onDuplicate },
  );

/** What was decided, within the caller's transaction: two statements for a form as for a whole CSV file, an event for each. */
export async function writeMentorships(
  tx: Tx,
  wishes: readonly (MentorshipForm & { basis: MentorshipBasis })[],
  { actor, now }: Caller,
) {
  const appointed = { appointedById: actor.id, appointedAt: now };
  const rows = wishes.map(({ onceKey: id, personId, roleGroupCode, teamId, basis, reason, fromOn }) => ({
    id,
    personId,
    roleGroupCode,
    teamId,
    basis,
    reason,
    fromOn: toDbDay(fromOn),
    ...appointed,
  }));
  await inChunks(rows, (data) => tx.mentorship.createMany({ data }));
  await recordEvents(
    tx,
    wishes.map(({ onceKey: mentorshipId, personId, roleGroupCode, teamId, basis, fromOn }) => {
      const body = { mentorshipId, roleGroupCode, teamId, basis, fromOn };
      return { action: "MentorAppointed", actorId: actor.id, subjectId: personId, body };
    }),
  );
}

export const endMentorship = ({ mentorshipId: id, reason }: MentorshipEnd, { actor, now }: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const row = await tx.mentorship.findUnique({ where: { id } });
    const reload = async () => (await tx.mentorship.findUniqueOrThrow({ where: { id } })).endedAt;
    const decision = decideEnd(await loadStanding(tx, row && { ...row, reload }), actor);
    if (!decision.ok) return decision;

    const { personId } = decision.value;
    await tx.mentorship.update({ where: { id }, data: { endedAt: now, endedById: actor.id, endReason: reason } });
    await recordEvent(tx, {
      action: "MentorshipEnded",
      actorId: actor.id,
      subjectId: personId,
      body: { mentorshipId: id },
    });
    return accept({ personId });
  });

export const appointSigner = (input: AppointmentForm, { actor, now }: Caller) =>
  inTransaction<Outcome>(
    async (tx) => {
      const { onceKey: id, personId, kind, teamId, roleGroupCode, fromOn, reason } = input;
      const stands = () => tx.appointment.count({ where: { personId, kind, teamId, roleGroupCode, endedAt: null } });
      const facts = await loadAppointmentFacts(tx, { personId, teamId, roleGroupCode, stands }, now);
      if (await tx.appointment.count({ where: { id, personId, appointedById: actor.id } })) return accept({ personId });
      const decision = decideAppoint(input, facts, actor);
      if (!decision.ok) return decision;

      const appointed = { appointedById: actor.id, appointedAt: now };
      const columns = { id, personId, kind, teamId, roleGroupCode, reason, fromOn: toDbDay(fromOn), ...appointed };
      await tx.appointment.create({ data: columns });
      const body = { appointmentId: id, kind, teamId, roleGroupCode, fromOn };
      await recordEvent(tx, { action: "SignerAppointed", actorId: actor.id, subjectId: personId, body });
      return accept({ personId });
    },
    { onDuplicate },
  );

export const endAppointment = ({ appointmentId: id, reason }: AppointmentEnd, { actor, now }: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const row = await tx.appointment.findUnique({ where: { id } });
    const reload = async () => (await tx.appointment.findUniqueOrThrow({ where: { id } })).endedAt;
    const decision = decideEnd(await loadStanding(tx, row && { ...row, reload }), actor);
    if (!decision.ok) return decision;

    const { personId } = decision.value;
    await tx.appointment.update({ where: { id }, data: { endedAt: now, endedById: actor.id, endReason: reason } });
    const body = { appointmentId: id };
    await recordEvent(tx, { action: "AppointmentEnded", actorId: actor.id, subjectId: personId, body });
    return accept({ personId });
  });

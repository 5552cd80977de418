import { recordEvents } from "@/lib/platform/audit";
import { inChunks } from "@/lib/platform/chunks";
import type { Tx } from "@/lib/platform/db";
import { refreshStanding } from "@/lib/training/facts";
import type { Rows, World } from "./world";

/** Everything in one transaction: rows by table, then where everybody stands, then the events in the order of time. */
export async function writeWorld(tx: Tx, { rows, events }: World) {
  await writeRows(tx, rows);
  for (const { id } of rows.enrolment) await refreshStanding(tx, id);
  const inOrder = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  await inChunks(inOrder, (chunk) => recordEvents(tx, chunk));
}

async function writeRows(tx: Tx, rows: Rows) {
  const write = <T>(all: readonly T[], create: (of: { data: T[] }) => Promise<unknown>) =>
    inChunks(all, (data) => create({ data }));
  await write(rows.organisation, tx.organisation.createMany);
  await write(rows.team, tx.team.createMany);
  await write(rows.teamAncestor, tx.teamAncestor.createMany);
  await write(rows.person, tx.person.createMany);
  await write(rows.credential, tx.credential.createMany);
  await write(rows.purposeAcknowledgement, tx.purposeAcknowledgement.createMany);
  await write(rows.membership, tx.membership.createMany);
  await write(rows.capacityGrant, tx.capacityGrant.createMany);
  await write(rows.mentorship, tx.mentorship.createMany);
  await write(rows.appointment, tx.appointment.createMany);
  await write(rows.policySetting, tx.policySetting.createMany);
  await write(rows.material, tx.material.createMany);
  await write(rows.enrolment, tx.enrolment.createMany);
  await write(rows.stepOpened, tx.stepOpened.createMany);
  await write(rows.taskDone, tx.taskDone.createMany);
  await write(rows.draft, tx.draft.createMany);
  await writePractice(tx, rows);
  await writeEvents(tx, rows);
  await writeMentoring(tx, rows);
}

async function writeMentoring(tx: Tx, rows: Rows) {
  const write = <T>(all: readonly T[], create: (of: { data: T[] }) => Promise<unknown>) =>
    inChunks(all, (data) => create({ data }));
  await write(rows.hold, tx.hold.createMany);
  await write(rows.mentorNote, tx.mentorNote.createMany);
  await write(rows.secondOpinion, tx.secondOpinion.createMany);
  await write(rows.opinionJudgement, tx.opinionJudgement.createMany);
  await write(rows.targetDate, tx.targetDate.createMany);
}

async function writeEvents(tx: Tx, rows: Rows) {
  const write = <T>(all: readonly T[], create: (of: { data: T[] }) => Promise<unknown>) =>
    inChunks(all, (data) => create({ data }));
  await write(rows.plannedDrill, tx.plannedDrill.createMany);
  await write(rows.drillInvitation, tx.drillInvitation.createMany);
  await write(rows.sharedEvent, tx.sharedEvent.createMany);
  await write(rows.eventEvidence, tx.eventEvidence.createMany);
  await write(rows.eventParticipation, tx.eventParticipation.createMany);
  await write(rows.proposedRecord, tx.proposedRecord.createMany);
}

async function writePractice(tx: Tx, rows: Rows) {
  const write = <T>(all: readonly T[], create: (of: { data: T[] }) => Promise<unknown>) =>
    inChunks(all, (data) => create({ data }));
  await write(rows.practiceRecord, tx.practiceRecord.createMany);
  await write(rows.evidence, tx.evidence.createMany);
  await write(rows.recordClaim, tx.recordClaim.createMany);
  await write(rows.verification, tx.verification.createMany);
  await write(rows.attestation, tx.attestation.createMany);
  await write(rows.judgementRequest, tx.judgementRequest.createMany);
  await write(rows.signOffRequest, tx.signOffRequest.createMany);
  await write(rows.remark, tx.remark.createMany);
  await write(rows.requestOutcome, tx.requestOutcome.createMany);
  await write(rows.mentorSignature, tx.mentorSignature.createMany);
  await write(rows.stepSignOff, tx.stepSignOff.createMany);
  await write(rows.frozenClaim, tx.frozenClaim.createMany);
  await write(rows.recognition, tx.recognition.createMany);
  await write(rows.recordVisit, tx.recordVisit.createMany);
  await write(rows.leave, tx.leave.createMany);
  await write(rows.revocation, tx.revocation.createMany);
}

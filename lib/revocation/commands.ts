import "server-only";
import type { Caller } from "@/lib/domain/access";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import {
  type Completed,
  type Consequences,
  consequencesOf,
  type RevocationRefusal,
  reinstate,
  restoredBy,
  revoke,
} from "@/lib/domain/revocation";
import { recordEvents } from "@/lib/platform/audit";
import { db, inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { refreshStanding } from "@/lib/training/facts";
import { type CompletionRow, loadCompletion, loadRevocable, loadRevoked, ofCompletion, ofRevocation } from "./records";
import type { ReinstatementForm, RevocationForm } from "./schema";

type Place = { readonly personId: string; readonly enrolmentId: string; readonly step: number };
type Outcome = Decision<Place, RevocationRefusal>;

const placeOf = ({ personId, enrolmentId, step }: CompletionRow): Place => ({ personId, enrolmentId, step });
const column = ({ by, completionId }: Completed) =>
  by === "signOff" ? { signOffId: completionId } : { recognitionId: completionId };

/** 承認取消: the rows stay; what rested on them ends or waits by named rules. The form's key is the revocation's id. */
export const revokeCompletion = (input: RevocationForm, caller: Caller) =>
  inTransaction<Outcome>(
    async (tx) => {
      const { onceKey: id, completionId, reason, seen } = input;
      const row = await lockedCompletion(tx, ofCompletion(completionId));
      if (!row) return refuse({ code: "NotFound" });
      if (row.revocationId === id && row.revokedBy?.byId === caller.actor.id) return accept(placeOf(row));
      const { facts } = await loadRevocable(tx, row);
      const decision = revoke(facts, digestOf(consequencesOf(facts)) === seen, caller.actor);
      if (!decision.ok) return decision;

      const revoked = { revokedById: caller.actor.id, revokedAt: caller.now, reason };
      await tx.revocation.create({ data: { id, ...column(row), ...revoked } });
      await endMentorships(tx, id, decision.value, { reason, ...caller });
      await refreshStanding(tx, row.enrolmentId);
      await announceRevocation(tx, id, row, decision.value, caller);
      return accept(placeOf(row));
    },
    { onDuplicate: () => revokedMeanwhile(input) },
  );

/** The trainee locked, then the completion as it is now. */
async function lockedCompletion(tx: Tx, where: Parameters<typeof loadCompletion>[1]) {
  const found = await loadCompletion(tx, where);
  if (!found) return null;
  await lockPeople(tx, [found.personId]);
  return loadCompletion(tx, where);
}

async function revokedMeanwhile({ completionId }: RevocationForm): Promise<Outcome> {
  const row = await loadCompletion(db(), ofCompletion(completionId));
  if (!row?.revokedBy) return refuse({ code: "NotFound" });
  const { by, byLatin, on, time } = row.revokedBy;
  return refuse({ code: "AlreadyRevoked", by, byLatin, on, time });
}

/** They rested on being independent; holds go with them, as a hold stands only while its holder may review. */
async function endMentorships(
  tx: Tx,
  revocationId: string,
  { mentorships }: Consequences,
  { reason, actor, now }: Caller & { reason: string },
) {
  const ended = { endedAt: now, endedById: actor.id, endReason: reason };
  await tx.mentorship.updateMany({ where: { id: { in: [...mentorships] } }, data: ended });
  await tx.revokedMentorship.createMany({
    data: mentorships.map((mentorshipId) => ({ revocationId, mentorshipId })),
  });
}

const announceRevocation = (
  tx: Tx,
  revocationId: string,
  { personId: subjectId, completionId, by, enrolmentId, step }: CompletionRow,
  { mentorships, suspended }: Consequences,
  { actor }: Caller,
) => {
  const whose = { actorId: actor.id, subjectId };
  const body = { revocationId, completionId, by, enrolmentId, step, suspended };
  return recordEvents(tx, [
    ...mentorships.map((mentorshipId) => ({ action: "MentorshipEnded" as const, ...whose, body: { mentorshipId } })),
    { action: "StepRevoked", ...whose, body },
  ]);
};

/** Lifts a revocation: the row counts again, later ones with it. Mentorships are appointed again by an act. */
export const reinstateCompletion = (input: ReinstatementForm, { actor, now }: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const { revocationId: id, reason, seen } = input;
    const row = await lockedCompletion(tx, ofRevocation(id));
    if (!row) return refuse({ code: "NotFound" });
    if (row.reinstatedBy?.byId === actor.id) return accept(placeOf(row));
    const { facts } = await loadRevoked(tx, row);
    const decision = reinstate(facts, digestOf(restoredBy(facts)) === seen, actor);
    if (!decision.ok) return decision;

    const lifted = { reinstatedById: actor.id, reinstatedAt: now, reinstateReason: reason };
    await tx.revocation.update({ where: { id }, data: lifted });
    await refreshStanding(tx, row.enrolmentId);
    const { completionId, by, enrolmentId, step } = row;
    const body = { revocationId: id, completionId, by, enrolmentId, step, resumed: decision.value.resumed };
    await recordEvents(tx, [{ action: "StepReinstated", actorId: actor.id, subjectId: row.personId, body }]);
    return accept(placeOf(row));
  });

import "server-only";
import type { Caller, EnrolmentRef } from "@/lib/domain/access";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { type TransferRefusal, transfer } from "@/lib/domain/transfer";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { refreshStandings } from "@/lib/training/facts";
import { loadTransfer } from "./records";
import type { TransferForm } from "./schema";

type Outcome = Decision<{ personId: string; moved: number }, TransferRefusal>;

/** Moves an enrolment, and those beside it where asked. Requests stay open and wait in the new pool; holds end. */
export const transferEnrolment = (input: TransferForm, caller: Caller) =>
  inTransaction<Outcome>(
    async (tx) => {
      const { onceKey, toTeamId, movedOn } = input;
      const facts = await loadTransfer(tx, input, caller.now);
      const before = await tx.transfer.findFirst({ where: { id: onceKey, movedById: caller.actor.id } });
      if (before && facts) return accept({ personId: facts.asked.ref.traineeId, moved: 0 });
      const decision = transfer(input, facts, caller.actor);
      if (!decision.ok) return decision;

      const moving = decision.value;
      const enrolmentIds = moving.map(({ enrolmentId }) => enrolmentId);
      const fromTeamId = moving[0]?.team.teamId ?? "";
      const personId = moving[0]?.traineeId ?? "";
      await writeTransfers(tx, moving, input, caller);
      const holds = await endHolds(tx, enrolmentIds, input, caller);
      await refreshStandings(tx, enrolmentIds);
      const body = { enrolmentIds, fromTeamId, toTeamId, movedOn, holds };
      await recordEvent(tx, { action: "EnrolmentTransferred", actorId: caller.actor.id, subjectId: personId, body });
      return accept({ personId, moved: moving.length });
    },
    { onDuplicate: () => refuse({ code: "TransferToSameTeam" }) },
  );

/** The form's key is the id of the first. */
async function writeTransfers(
  tx: Tx,
  moving: readonly EnrolmentRef[],
  { onceKey, toTeamId, movedOn, reason }: TransferForm,
  { actor, now }: Caller,
) {
  const act = { toTeamId, movedOn: toDbDay(movedOn), reason, movedById: actor.id, movedAt: now };
  const rows = moving.map(({ enrolmentId, team }, place) => ({
    id: place === 0 ? onceKey : newId(now),
    enrolmentId,
    fromTeamId: team.teamId,
    ...act,
  }));
  await tx.transfer.createMany({ data: rows });
  const ids = moving.map(({ enrolmentId }) => enrolmentId);
  await tx.enrolment.updateMany({ where: { id: { in: ids } }, data: { teamId: toTeamId } });
}

/** What a mentor of the old team had taken on is free for the new pool. */
async function endHolds(
  tx: Tx,
  enrolmentIds: readonly string[],
  { reason }: TransferForm,
  { actor, now }: Caller,
): Promise<number> {
  const { count } = await tx.hold.updateMany({
    where: { enrolmentId: { in: [...enrolmentIds] }, endedAt: null },
    data: { endedAt: now, endedById: actor.id, ending: "ended", endReason: reason },
  });
  return count;
}

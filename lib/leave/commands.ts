import "server-only";
import type { Caller } from "@/lib/domain/access";
import {
  endLeave as decideEnd,
  enterLeave as decideEntering,
  withdrawLeave as decideWithdrawal,
  type LeaveDecision,
} from "@/lib/domain/leave";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction } from "@/lib/platform/db";
import { loadLeave, loadLeaves } from "./records";
import type { LeaveEnd, LeaveKey, NewLeave } from "./schema";

type Outcome = LeaveDecision<{ personId: string }>;

/** The form's key is the leave's id: the same form sent twice is one leave. */
export const enterLeave = (input: NewLeave, { actor, now }: Caller) =>
  inTransaction<Outcome>(
    async (tx) => {
      const { onceKey: id, personId, fromOn, toOn } = input;
      const facts = await loadLeaves(tx, personId, now);
      if (await tx.leave.count({ where: { id, personId, enteredById: actor.id } })) return accept({ personId });
      const decision = decideEntering({ fromOn, toOn }, facts, actor);
      if (!decision.ok) return decision;

      const days = { fromOn: toDbDay(fromOn), toOn: toOn === null ? null : toDbDay(toOn) };
      await tx.leave.create({ data: { id, personId, ...days, enteredById: actor.id, enteredAt: now } });
      const body = { leaveId: id, fromOn, toOn };
      await recordEvent(tx, { action: "LeaveEntered", actorId: actor.id, subjectId: personId, body });
      return accept({ personId });
    },
    { onDuplicate: () => refuse({ code: "LeaveOverlaps" }) },
  );

/** Says when it ends, or moves a last day that is not past. */
export const endLeave = ({ leaveId, toOn }: LeaveEnd, { actor, now }: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const loaded = await loadLeave(tx, leaveId, now);
    if (!loaded) return refuse({ code: "NotFound" });
    const { personId, facts } = loaded;
    const decision = decideEnd({ leaveId, toOn }, facts, actor);
    if (!decision.ok) return decision;
    if (!decision.value.changed) return accept({ personId });

    const ended = { toOn: toDbDay(toOn), endedById: actor.id, endedAt: now };
    await tx.leave.update({ where: { id: leaveId }, data: ended });
    const body = { leaveId, toOn };
    await recordEvent(tx, { action: "LeaveEnded", actorId: actor.id, subjectId: personId, body });
    return accept({ personId });
  });

/** Takes back a leave that does not happen, or was entered by mistake. */
export const withdrawLeave = ({ leaveId }: LeaveKey, { actor, now }: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const loaded = await loadLeave(tx, leaveId, now);
    if (!loaded) return refuse({ code: "NotFound" });
    const { personId, facts, withdrawnById } = loaded;
    if (withdrawnById === actor.id) return accept({ personId });
    const decision = decideWithdrawal(leaveId, facts, actor);
    if (!decision.ok) return decision;

    await tx.leave.update({ where: { id: leaveId }, data: { withdrawnById: actor.id, withdrawnAt: now } });
    const body = { leaveId };
    await recordEvent(tx, { action: "LeaveWithdrawn", actorId: actor.id, subjectId: personId, body });
    return accept({ personId });
  });

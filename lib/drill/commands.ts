import "server-only";
import { latestEdition } from "@/lib/curriculum/queries";
import type { Caller } from "@/lib/domain/access";
import { type DrillRefusal, cancelDrill as decideCancelling, planDrill as decidePlanning } from "@/lib/domain/drill";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { loadNamed } from "@/lib/event/facts";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction } from "@/lib/platform/db";
import { loadDrill } from "./facts";
import type { DrillCancellation, DrillForm } from "./schema";

type DrillDecision = Decision<{ readonly drillId: string }, DrillRefusal>;

/** 訓練を予定: for a day, its scenes and several people at once. */
export const planDrill = async ({ onceKey: id, ...draft }: DrillForm, { actor, now }: Caller) => {
  const { structure } = await latestEdition();
  const subCases = structure.drillCases.flatMap((each) => each.subCases);
  return inTransaction<DrillDecision>(async (tx) => {
    const people = await loadNamed(tx, draft.personIds, now);
    const made = await tx.plannedDrill.findUnique({ where: { id }, select: { plannedById: true } });
    if (made) return made.plannedById === actor.id ? accept({ drillId: id }) : refuse({ code: "NotFound" });
    const decision = decidePlanning(draft, { people, subCases }, actor);
    if (!decision.ok) return decision;

    const { personIds, plannedOn, ...rest } = draft;
    const own = { ...rest, id, plannedOn: toDbDay(plannedOn), plannedById: actor.id, plannedAt: now };
    await tx.plannedDrill.create({ data: own });
    await tx.drillInvitation.createMany({ data: personIds.map((personId) => ({ drillId: id, personId })) });
    const body = { drillId: id, plannedOn, personIds, subCases: draft.subCases };
    await recordEvent(tx, { action: "DrillPlanned", actorId: actor.id, subjectId: id, body });
    return accept({ drillId: id });
  });
};

/** Nobody is asked any longer; the reason is shown to those who were. */
export const cancelDrill = ({ drillId, reason }: DrillCancellation, { actor, now }: Caller) =>
  inTransaction<DrillDecision>(async (tx) => {
    const decision = decideCancelling(await loadDrill(tx, drillId), actor);
    if (!decision.ok) return decision;
    if (decision.value === "already") return accept({ drillId });

    const cancelled = { cancelledAt: now, cancelledById: actor.id, cancelReason: reason };
    await tx.plannedDrill.update({ where: { id: drillId }, data: cancelled });
    await recordEvent(tx, { action: "DrillCancelled", actorId: actor.id, subjectId: drillId, body: { drillId } });
    return accept({ drillId });
  });

import "server-only";
import type { Caller } from "@/lib/domain/access";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import {
  compared,
  askOpinion as decideAsking,
  declineOpinion as decideDecline,
  giveOpinion as decideGiving,
  isDifferent,
  type OpinionRefusal,
} from "@/lib/domain/second-opinion";
import { type AuditAction, recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { loadFirst } from "./facts";
import { findAsked, findGiven, findOpen, loadGround, loadState, lockTraineeOf } from "./records";
import type { OpinionAnswer, OpinionDecline, OpinionQuestion } from "./schema";

type Outcome = Decision<{ opinionId: string }, OpinionRefusal>;

/** The form's key is the opinion's id: sent twice it is one question. */
export async function askOpinion(input: OpinionQuestion, { actor, now }: Caller) {
  const { onceKey: opinionId, note, ...asked } = input;
  const given = await findGiven(asked, now);
  if (!given) return refuse({ code: "NotFound" });
  return inTransaction<Outcome>(async (tx) => {
    const ground = await loadGround(tx, asked, given);
    if (!ground) return refuse({ code: "NotFound" });
    const openId = await findOpen(tx, { ...asked, askedById: actor.id });
    const decision = decideAsking(ground, { ofId: asked.askedOfId, openId }, actor);
    if (!decision.ok) return decision;
    if (decision.value.again !== null) return accept({ opinionId: decision.value.again });

    await tx.secondOpinion.create({ data: { id: opinionId, ...asked, askedById: actor.id, note, askedAt: now } });
    const { traineeId } = ground.enrolment;
    const body = { opinionId, ...asked };
    await recordEvent(tx, { action: "OpinionAsked", actorId: actor.id, subjectId: traineeId, body });
    return accept({ opinionId });
  });
}

/** Every checkpoint judged on the same evidence; the formal judgement stays as it is. */
export async function giveOpinion({ opinionId, judged }: OpinionAnswer, { actor, now }: Caller) {
  const asked = await findAsked(opinionId);
  const given = asked && (await findGiven(asked, now));
  if (!asked || !given) return refuse({ code: "NotFound" });
  return inTransaction<Outcome>(async (tx) => {
    const ground = await loadGround(tx, asked, given);
    if (!ground) return refuse({ code: "NotFound" });
    const decision = decideGiving(ground, await loadState(tx, opinionId), judged, actor);
    if (!decision.ok) return decision;
    if (decision.value.isRepeat) return accept({ opinionId });

    await tx.opinionJudgement.createMany({ data: judged.map((said) => ({ opinionId, ...said })) });
    const { askedById } = await tx.secondOpinion.update({ where: { id: opinionId }, data: { givenAt: now } });
    const first = await loadFirst(tx, { ...asked, askedById });
    const differs = isDifferent(compared(judged, first, now.toISOString()));
    const body = { opinionId, ...asked, askedById, differs };
    await announce(tx, "OpinionGiven", { body, traineeId: ground.enrolment.traineeId }, actor.id);
    return accept({ opinionId });
  });
}

/** Not given, with a reason that the asker and the trainee read. */
export const declineOpinion = ({ opinionId, reason }: OpinionDecline, { actor, now }: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const traineeId = await lockTraineeOf(tx, opinionId);
    if (traineeId === null) return refuse({ code: "NotFound" });
    const decision = decideDecline(await loadState(tx, opinionId), actor);
    if (!decision.ok) return decision;
    if (decision.value.isRepeat) return accept({ opinionId });

    const data = { declinedAt: now, declineReason: reason };
    const { enrolmentId, criterionCode, askedById } = await tx.secondOpinion.update({ where: { id: opinionId }, data });
    const body = { opinionId, enrolmentId, criterionCode, askedById };
    await announce(tx, "OpinionDeclined", { body, traineeId }, actor.id);
    return accept({ opinionId });
  });

const announce = (
  tx: Tx,
  action: AuditAction,
  { body, traineeId }: { body: Parameters<typeof recordEvent>[1]["body"]; traineeId: string },
  actorId: string,
) => recordEvent(tx, { action, actorId, subjectId: traineeId, body });

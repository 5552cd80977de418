import "server-only";
import type { Caller } from "@/lib/domain/access";
import {
  type AnswerRefusal,
  ask,
  askJudgement,
  answer as decideAnswer,
  type JudgementRefusal,
  markDone,
  type RequestRefusal,
  type TaskRefusal,
  unmark,
  withdrawAsked,
} from "@/lib/domain/request";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { commitmentTo } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { hasBasicEducation, loadTraining, ofPerson } from "./facts";
import { criterionToJudge, type OwnTraining, stepToAsk, taskToMark } from "./own-training";
import { findGround, type Ground } from "./queries";
import type { JudgementWish, RemarkAnswer, RequestKey, SignOffWish, TaskDone, TaskKey } from "./schema";

/** Locks the trainee: what is decided rests on claims, judgements and sign-offs that may change. */
async function loadOwn(tx: Tx, personId: string, ground: Ground, now: Date): Promise<OwnTraining> {
  await lockPeople(tx, [personId]);
  const all = await loadTraining(tx, ofPerson(personId));
  const basicCompleted = hasBasicEducation(all);
  return all.flatMap((training) => {
    const curriculum = ground.editions.get(training.editionId);
    return curriculum ? [{ training, measure: { curriculum, policyToday: ground.policy, basicCompleted, now } }] : [];
  });
}

/** Ticks a learning task or a topic done. */
export const markTaskDone = async ({ enrolmentId, taskCode, doneOn }: TaskDone, { actor, now }: Caller) => {
  const ground = await findGround(actor, now);
  return inTransaction<Decision<TaskKey, TaskRefusal>>(async (tx) => {
    const own = await loadOwn(tx, actor.id, ground, now);
    const decision = markDone(taskToMark(own, enrolmentId, taskCode), doneOn);
    if (!decision.ok) return decision;
    if (decision.value === null) return accept({ enrolmentId, taskCode });

    await tx.taskDone.create({ data: { enrolmentId, taskCode, doneOn: toDbDay(decision.value), markedAt: now } });
    const body = { enrolmentId, taskCode, doneOn: decision.value };
    await recordEvent(tx, { action: "TaskMarkedDone", actorId: actor.id, subjectId: actor.id, body });
    return accept({ enrolmentId, taskCode });
  });
};

/** Takes the tick away. */
export const unmarkTask = async ({ enrolmentId, taskCode }: TaskKey, { actor, now }: Caller) => {
  const ground = await findGround(actor, now);
  return inTransaction<Decision<TaskKey, TaskRefusal>>(async (tx) => {
    const own = await loadOwn(tx, actor.id, ground, now);
    const decision = unmark(taskToMark(own, enrolmentId, taskCode));
    if (!decision.ok) return decision;
    if (decision.value === "already") return accept({ enrolmentId, taskCode });

    await tx.taskDone.delete({ where: { enrolmentId_taskCode: { enrolmentId, taskCode } } });
    const body = { enrolmentId, taskCode };
    await recordEvent(tx, { action: "TaskUnmarked", actorId: actor.id, subjectId: actor.id, body });
    return accept({ enrolmentId, taskCode });
  });
};

/** 判定を依頼: one open request a criterion. */
export const askForJudgement = async (wish: JudgementWish, { actor, now }: Caller) => {
  const ground = await findGround(actor, now);
  return inTransaction<Decision<RequestKey, JudgementRefusal>>(async (tx) => {
    const own = await loadOwn(tx, actor.id, ground, now);
    const decision = askJudgement(criterionToJudge(own, wish.enrolmentId, wish.criterionCode));
    if (!decision.ok) return decision;
    if (decision.value.again !== null) return accept({ requestId: decision.value.again });

    const requestId = newId(now);
    await tx.judgementRequest.create({ data: { id: requestId, ...wish, requestedAt: now } });
    const body = { requestId, enrolmentId: wish.enrolmentId, criterionCode: wish.criterionCode };
    await recordEvent(tx, { action: "JudgementRequested", actorId: actor.id, subjectId: actor.id, body });
    return accept({ requestId });
  });
};

export const withdrawJudgementRequest = ({ requestId }: RequestKey, { actor, now }: Caller) =>
  inTransaction<Decision<RequestKey, RequestRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    const row = await tx.judgementRequest.findFirst({ where: { id: requestId, enrolment: { personId: actor.id } } });
    const closed = row?.closedById === actor.id ? "withdrawn" : "signedOff";
    const decision = withdrawAsked(row && { outcome: row.closedAt === null ? null : closed });
    if (!decision.ok) return decision;
    if (decision.value === "already") return accept({ requestId });

    await tx.judgementRequest.update({ where: { id: requestId }, data: { closedAt: now, closedById: actor.id } });
    const body = { requestId };
    await recordEvent(tx, { action: "JudgementRequestWithdrawn", actorId: actor.id, subjectId: actor.id, body });
    return accept({ requestId });
  });

/** Answers what was sent back; a mentor then reads the answer. */
export const answerRemark = ({ remarkId, answer }: RemarkAnswer, { actor, now }: Caller) =>
  inTransaction<Decision<{ remarkId: string }, AnswerRefusal>>(async (tx) => {
    await lockPeople(tx, [actor.id]);
    const row = await tx.remark.findFirst({ where: { id: remarkId, enrolment: { personId: actor.id } } });
    const decision = decideAnswer(row && { settled: row.settledAt !== null, answer: row.answer }, answer);
    if (!decision.ok) return decision;
    if (decision.value === "already") return accept({ remarkId });

    await tx.remark.update({ where: { id: remarkId }, data: { answer, answeredAt: now } });
    const body = {
      remarkId,
      ...(row?.salt && { content: commitmentTo(Buffer.from(row.salt).toString("hex"), answer) }),
    };
    await recordEvent(tx, { action: "RemarkAnswered", actorId: actor.id, subjectId: actor.id, body });
    return accept({ remarkId });
  });

/** 承認依頼: everything is met and every earlier STEP is done. */
export const requestSignOff = async (wish: SignOffWish, { actor, now }: Caller) => {
  const ground = await findGround(actor, now);
  return inTransaction<Decision<RequestKey, RequestRefusal>>(async (tx) => {
    const { enrolmentId, step, note } = wish;
    const own = await loadOwn(tx, actor.id, ground, now);
    const decision = ask(stepToAsk(own, enrolmentId, step));
    if (!decision.ok) return decision;
    if (decision.value.again !== null) return accept({ requestId: decision.value.again });

    const requestId = newId(now);
    const attempt = await tx.signOffRequest.count({ where: { enrolmentId, step } });
    const asked = { requestedById: actor.id, requestedAt: now, note };
    await tx.signOffRequest.create({ data: { id: requestId, enrolmentId, step, attempt, ...asked } });
    const body = { requestId, enrolmentId, step, attempt };
    await recordEvent(tx, { action: "SignOffRequested", actorId: actor.id, subjectId: actor.id, body });
    return accept({ requestId });
  });
};

/** Takes a request back while nobody has decided it. */
export const withdrawRequest = ({ requestId }: RequestKey, { actor, now }: Caller) =>
  inTransaction<Decision<RequestKey, RequestRefusal>>(
    async (tx) => {
      await lockPeople(tx, [actor.id]);
      const row = await tx.signOffRequest.findFirst({
        where: { id: requestId, enrolment: { personId: actor.id } },
        select: { enrolmentId: true, step: true, outcome: { select: { kind: true } } },
      });
      const decision = withdrawAsked(row && { outcome: row.outcome?.kind ?? null });
      if (!decision.ok) return decision;
      if (decision.value === "already") return accept({ requestId });

      const decided = { kind: "withdrawn", decidedById: actor.id, decidedAt: now, comment: "" } as const;
      await tx.requestOutcome.create({ data: { requestId, ...decided } });
      const body = { requestId, enrolmentId: row?.enrolmentId ?? "", step: row?.step ?? 0 };
      await recordEvent(tx, { action: "SignOffRequestWithdrawn", actorId: actor.id, subjectId: actor.id, body });
      return accept({ requestId });
    },
    { onDuplicate: () => refuse({ code: "RequestClosed" }) },
  );

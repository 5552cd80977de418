import "server-only";
import type { Caller } from "@/lib/domain/access";
import { type AttestationRefusal, type Attested, attest } from "@/lib/domain/attestation";
import { tellJudged } from "@/lib/domain/chronicle";
import { type AnswerRefusal, judgeAnswer, settledBy } from "@/lib/domain/remark";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { tellRemark } from "@/lib/domain/told-remarks";
import { endHoldOnJudgement } from "@/lib/hold/facts";
import { type AuditAction, type AuditBody, recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { commit } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { differingFrom } from "@/lib/second-opinion/facts";
import { findGround, type JudgedCriterion, type LoadedRemark, loadJudged, loadRemark, settle } from "./records";
import type { AcceptedAnswer, AnswerDecision, CriterionJudgement, RejectedAnswer } from "./schema";

type Judged = { readonly personId: string; readonly enrolmentId: string; readonly criterionCode: string };

/** 判定: checkpoint by checkpoint. Answers the trainee's request once each has been judged. */
export async function attestCheckpoints(input: CriterionJudgement, caller: Caller) {
  const ground = await findGround(input, caller.now);
  if (!ground) return refuse({ code: "NotFound" });
  return inTransaction<Decision<Judged, AttestationRefusal>>(async (tx) => {
    const { enrolmentId, criterionCode, judged } = input;
    const criterion = await loadJudged(tx, input, ground, caller.now);
    if (!criterion) return refuse({ code: "NotFound" });
    const decision = attest(judged, criterion, caller.actor);
    if (!decision.ok) return decision;

    const done = accept({ personId: criterion.traineeId, enrolmentId, criterionCode });
    if (decision.value.fresh.length === 0) return done;
    await insertAttestations(tx, { ...input, criterion, attested: decision.value }, caller);
    const settled = settledBy(criterion.remarks, { type: "criterionAttested", criterionCode });
    await settle(tx, settled, { actorId: caller.actor.id, now: caller.now });
    const requestClosed = decision.value.answersRequest && (await closeRequest(tx, criterion, caller));
    const judgements = decision.value.fresh.map(tellJudged);
    const byReviewer = decision.value.quality === "reviewer";
    const differsFrom = await differingFrom(tx, { enrolmentId, criterionCode, askedById: caller.actor.id }, caller.now);
    const more = { byReviewer, requestClosed, differsFrom, settled };
    const body = { enrolmentId, criterionCode, judgements, ...more };
    await recordEvent(tx, { action: "CriterionAttested", ...about(criterion, caller), body });
    return done;
  });
}

type Attesting = CriterionJudgement & { readonly criterion: JudgedCriterion; readonly attested: Attested };

const insertAttestations = (
  tx: Tx,
  { enrolmentId, criterionCode, criterion, attested }: Attesting,
  { actor, now }: Caller,
) =>
  tx.attestation.createMany({
    data: attested.fresh.map(({ checkpoint, judgement, supervision, comment }) => ({
      id: newId(now),
      enrolmentId,
      criterionCode,
      checkpoint,
      attempt: criterion.attempts.get(checkpoint) ?? 0,
      judgement,
      supervision,
      judgedById: actor.id,
      judgedAt: now,
      judgedOn: toDbDay(criterion.today),
      byReviewer: attested.quality === "reviewer",
      comment,
    })),
  });

async function closeRequest(tx: Tx, { requestId }: JudgedCriterion, caller: Caller) {
  const { actor, now } = caller;
  if (requestId === null) return false;
  await tx.judgementRequest.update({ where: { id: requestId }, data: { closedAt: now, closedById: actor.id } });
  await endHoldOnJudgement(tx, requestId, caller);
  return true;
}

const about = ({ traineeId }: { traineeId: string }, { actor }: Caller) => ({
  actorId: actor.id,
  subjectId: traineeId,
});

type AnswerJudged = Decision<Judged, AnswerRefusal>;

/** What the pressed button says. */
export async function decideAnswer(input: AnswerDecision, caller: Caller) {
  const isAccepted = input.decision === "accept";
  const decision = isAccepted ? await acceptAnswer(input, caller) : await rejectAnswer(input, caller);
  const outcome: "answerAccepted" | "answerRejected" = isAccepted ? "answerAccepted" : "answerRejected";
  return decision.ok ? accept({ ...decision.value, outcome }) : decision;
}

/** The answer is enough: what was sent back is settled. */
export const acceptAnswer = ({ remarkId }: AcceptedAnswer, caller: Caller) =>
  inTransaction<AnswerJudged>(async (tx) => {
    const remark = await loadRemark(tx, remarkId);
    if (!remark) return refuse({ code: "NotFound" });
    const decision = judgeAnswer(remark, caller.actor);
    if (!decision.ok) return decision;
    if (!decision.value.isRepeat) await settleAnswer(tx, { action: "AnswerAccepted", remark, told: {} }, caller);
    return accept(judgedOf(remark));
  });

/** The answer is not enough: it is settled, and the new reason holds the criterion open. */
export const rejectAnswer = ({ remarkId, reason }: RejectedAnswer, caller: Caller) =>
  inTransaction<AnswerJudged>(async (tx) => {
    const remark = await loadRemark(tx, remarkId);
    if (!remark) return refuse({ code: "NotFound" });
    const decision = judgeAnswer(remark, caller.actor);
    if (!decision.ok) return decision;
    if (decision.value.isRepeat) return accept(judgedOf(remark));

    const { actor, now } = caller;
    const { criterionCode, claimId, requestId } = remark;
    const about = { enrolmentId: remark.enrolment.enrolmentId, criterionCode, claimId, requestId };
    const [id, { salt, content }] = [newId(now), commit(reason)];
    await tx.remark.create({ data: { id, ...about, byId: actor.id, madeAt: now, reason, salt } });
    const remarks = [tellRemark({ remarkId: id, content })];
    await settleAnswer(tx, { action: "AnswerRejected", remark, told: { remarks } }, caller);
    return accept(judgedOf(remark));
  });

type Settling = { readonly action: AuditAction; readonly remark: LoadedRemark; readonly told: AuditBody };

async function settleAnswer(tx: Tx, { action, remark, told }: Settling, caller: Caller) {
  await settle(tx, [remark.remarkId], { actorId: caller.actor.id, now: caller.now });
  const { remarkId, criterionCode, enrolment } = remark;
  const body = { remarkId, enrolmentId: enrolment.enrolmentId, criterionCode, ...told };
  await recordEvent(tx, { action, ...about(enrolment, caller), body });
}

const judgedOf = ({ enrolment, criterionCode }: LoadedRemark): Judged => ({
  personId: enrolment.traineeId,
  enrolmentId: enrolment.enrolmentId,
  criterionCode,
});

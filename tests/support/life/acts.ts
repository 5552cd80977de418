import type { Caller } from "@/lib/domain/access";
import { endEnrolment } from "@/lib/enrolment/commands";
import { endHold, giveBackSubject, handOverSubject, takeOnSubject } from "@/lib/hold/commands";
import { attestCheckpoints, decideAnswer } from "@/lib/judgement/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { correctRecord, logRecord, withdrawClaim, withdrawRecord } from "@/lib/records/commands";
import { sendBackClaims, verifyClaims, withdrawVerification } from "@/lib/reviews/commands";
import { reinstateCompletion, revokeCompletion } from "@/lib/revocation/commands";
import { findReinstatable, findRevocable } from "@/lib/revocation/queries";
import { decideRequest } from "@/lib/sign-off/commands";
import { answerRemark, markTaskDone, requestSignOff, unmarkTask, withdrawRequest } from "@/lib/training/commands";
import { aDraft } from "@/tests/support/drafts";
import type { Act, OnTrainee } from "./act";
import { criteriaOf, forStep, inGroup, REASON, TODAY, toJudge } from "./look-ups";

/** Everything that can be done to one trainee's training, with whatever there is: the product decides whether it may. */

const CONFIRMED = { supervision: null, mentorPresent: false, parts: [], comment: "" };

const claimsOf = (personId: string) =>
  db().recordClaim.findMany({ where: { record: { personId } }, orderBy: { id: "asc" }, include: { record: true } });
const recordsOf = (personId: string) => db().practiceRecord.findMany({ where: { personId }, orderBy: { id: "asc" } });
const requestsOf = (personId: string) =>
  db().signOffRequest.findMany({ where: { enrolment: { personId } }, orderBy: { requestedAt: "asc" } });
const remarksOf = (personId: string) =>
  db().remark.findMany({ where: { enrolment: { personId } }, orderBy: { madeAt: "asc" } });

const completionsOf = async (traineeId: string) => [
  ...(await db().recognition.findMany({ where: { traineeId }, orderBy: { step: "asc" } })),
  ...(await db().stepSignOff.findMany({ where: { traineeId }, orderBy: { signedAt: "asc" } })),
];
const revocationsOf = (traineeId: string) =>
  db().revocation.findMany({
    where: { OR: [{ signOff: { traineeId } }, { recognition: { traineeId } }] },
    orderBy: { revokedAt: "asc" },
  });

const heldOf = async ({ traineeId, pick }: OnTrainee) => {
  const requests = (await requestsOf(traineeId)).map(({ id }) => ({ subject: "signOff" as const, subjectId: id }));
  const records = (await recordsOf(traineeId)).map(({ id }) => ({ subject: "record" as const, subjectId: id }));
  return pick([...records, ...requests]) ?? null;
};

const meeting = async (on: OnTrainee, title: string) => {
  const enrolmentId = await inGroup(on);
  const claims = [{ enrolmentId, criterionCode: `small.s${Math.max(1, on.step)}.meeting`, parts: [] }];
  return { ...aDraft({ kind: "meeting", title, claims }), onceKey: newId() };
};

const topicOf = (roleGroupCode: string | null) => (roleGroupCode === null ? "small.basic" : "small.common");

const decide = async (
  { traineeId, pick }: OnTrainee,
  decision: "signOff" | "countersign" | "sendBack",
  caller: Caller,
) => {
  const request = pick(await requestsOf(traineeId));
  if (!request) return null;
  const { step } = request;
  const topics = ["small.basic", "small.common"];
  const codes = step === 0 ? topics : (await criteriaOf(request.enrolmentId, step)).map(({ code }) => code);
  const reasons = [{ criterionCode: codes[0] ?? "", reason: REASON }];
  const marks = new Map(codes.map((code) => [code, "good" as const]));
  return decideRequest({ requestId: request.id, comment: "", marks, reasons, decision }, caller);
};

export const TRAINING = {
  ticksTopic: async (on, caller) => {
    const { id: enrolmentId, roleGroupCode } = await forStep({ ...on, step: 0 });
    return markTaskDone({ enrolmentId, taskCode: topicOf(roleGroupCode), doneOn: TODAY }, caller);
  },
  unticksTopic: async (on, caller) => {
    const { id: enrolmentId, roleGroupCode } = await forStep({ ...on, step: 0 });
    return unmarkTask({ enrolmentId, taskCode: topicOf(roleGroupCode) }, caller);
  },
  logs: async (on, caller) => logRecord(await meeting(on, "社外会議"), caller),
  corrects: async (on, caller) => {
    const record = on.pick(await recordsOf(on.traineeId));
    return record ? correctRecord({ ...(await meeting(on, `訂正 ${newId()}`)), recordId: record.id }, caller) : null;
  },
  takesRecordBack: async ({ traineeId, pick }, caller) => {
    const record = pick(await recordsOf(traineeId));
    return record ? withdrawRecord({ recordId: record.id }, caller) : null;
  },
  takesClaimBack: async ({ traineeId, pick }, caller) => {
    const claim = pick(await claimsOf(traineeId));
    return claim ? withdrawClaim({ claimId: claim.id }, caller) : null;
  },
  verifies: async ({ traineeId, pick }, caller) => {
    const claims = await claimsOf(traineeId);
    const claim = pick([...claims.filter(({ isUnverified }) => isUnverified), ...claims]);
    if (!claim) return null;
    const { judged, right } = claim.record;
    return verifyClaims({ ...CONFIRMED, judged, right, recordId: claim.recordId, claims: [claim.id] }, caller);
  },
  takesVerificationBack: async ({ traineeId, pick }, caller) => {
    const where = { claim: { record: { personId: traineeId } } };
    const verification = pick(await db().verification.findMany({ where, orderBy: { id: "asc" } }));
    return verification ? withdrawVerification({ verificationId: verification.id, reason: REASON }, caller) : null;
  },
  sendsClaimBack: async ({ traineeId, pick }, caller) => {
    const claim = pick(await claimsOf(traineeId));
    return claim ? sendBackClaims({ recordId: claim.recordId, reasons: new Map([[claim.id, REASON]]) }, caller) : null;
  },
  judges: async (on, caller) => {
    const judgement = on.pick(["notYet", "met", "met", "met"] as const) ?? "met";
    const said =
      judgement === "met" ? { supervision: 4 as const, comment: "" } : { supervision: null, comment: REASON };
    const judged = [{ checkpoint: "explain", judgement, ...said }];
    const enrolmentId = await inGroup(on);
    const criterionCode = await toJudge(enrolmentId, Math.max(1, on.step), on.pick);
    return attestCheckpoints({ enrolmentId, criterionCode, judged }, caller);
  },
  asks: async (on, caller) => requestSignOff({ enrolmentId: (await forStep(on)).id, step: on.step, note: "" }, caller),
  takesRequestBack: async ({ traineeId, pick }, caller) => {
    const request = pick(await requestsOf(traineeId));
    return request ? withdrawRequest({ requestId: request.id }, caller) : null;
  },
  signs: (on, caller) => decide(on, "signOff", caller),
  countersigns: (on, caller) => decide(on, "countersign", caller),
  sendsRequestBack: (on, caller) => decide(on, "sendBack", caller),
  answers: async ({ traineeId, pick }, caller) => {
    const remark = pick(await remarksOf(traineeId));
    return remark ? answerRemark({ remarkId: remark.id, answer: "10月の定例会議です。" }, caller) : null;
  },
  judgesAnswer: async ({ traineeId, pick }, caller) => {
    const remark = pick(await remarksOf(traineeId));
    if (!remark) return null;
    const isAccepted = pick([false, true, true]);
    const answer = { remarkId: remark.id };
    return decideAnswer(
      isAccepted ? { ...answer, decision: "accept" } : { ...answer, decision: "sendBack", reason: REASON },
      caller,
    );
  },
  recognises: async (on, caller) =>
    recogniseSteps({ enrolmentId: (await forStep(on)).id, step: on.step, recognisedOn: TODAY, reason: "前職" }, caller),
  revokes: async ({ traineeId, pick }, caller) => {
    const completion = pick(await completionsOf(traineeId));
    if (!completion) return null;
    const completionId = completion.id;
    const seen = (await findRevocable(caller.actor, completionId))?.seen ?? "";
    return revokeCompletion({ onceKey: newId(), completionId, seen, reason: REASON }, caller);
  },
  reinstates: async ({ traineeId, pick }, caller) => {
    const revocation = pick(await revocationsOf(traineeId));
    if (!revocation) return null;
    const seen = (await findReinstatable(caller.actor, revocation.id))?.seen ?? "";
    return reinstateCompletion({ revocationId: revocation.id, seen, reason: REASON }, caller);
  },
  takesOn: async (on, caller) => {
    const held = await heldOf(on);
    return held && takeOnSubject(held, caller);
  },
  givesBack: async (on, caller) => {
    const held = await heldOf(on);
    return held && giveBackSubject(held, caller);
  },
  handsOver: async (on, caller) => {
    const held = await heldOf(on);
    const where = { endedAt: null, personId: { not: caller.actor.id } };
    const mentors = await db().mentorship.findMany({ where, orderBy: { id: "asc" } });
    return held && handOverSubject({ ...held, toId: on.pick(mentors)?.personId ?? newId(), note: "" }, caller);
  },
  endsHold: async ({ traineeId, pick }, caller) => {
    const holds = await db().hold.findMany({
      where: { enrolment: { personId: traineeId } },
      orderBy: { takenAt: "asc" },
    });
    const hold = pick(holds);
    return hold ? endHold({ holdId: hold.id, reason: REASON }, caller) : null;
  },
  endsEnrolment: async (on, caller) =>
    endEnrolment({ enrolmentId: (await forStep(on)).id, endedOn: TODAY, reason: "異動" }, caller),
} satisfies Record<string, Act>;

import "server-only";
import type { Caller } from "@/lib/domain/access";
import { stepAfter } from "@/lib/domain/recognition";
import { countedClaims } from "@/lib/domain/rested-on";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import {
  countersign,
  decided,
  sendBackRequest as decideSendBack,
  type SentBackItem,
  type SignOffRefusal,
  signOff,
} from "@/lib/domain/sign-off";
import { tellRemark } from "@/lib/domain/told-remarks";
import { endHoldOnSignOff } from "@/lib/hold/facts";
import { type AuditAction, recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { commit, digestOf } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { openSteps, refreshStanding } from "@/lib/training/facts";
import type { Prisma } from "@/prisma/generated/client";
import {
  asItStands,
  findGround,
  type Ground,
  type LoadedRequest,
  loadRequest,
  loadSignatures,
  loadStanding,
} from "./records";
import type { RequestDecision } from "./schema";

type Decided = {
  readonly personId: string;
  readonly enrolmentId: string;
  readonly step: number;
  readonly outcome: "signedOff" | "awaitsCountersignature" | "sentBack";
};
type RequestDecided = Decision<Decided, SignOffRefusal>;
type Input = Omit<RequestDecision, "decision">;

/** What the pressed button says. */
export const decideRequest = ({ decision, ...input }: RequestDecision, caller: Caller) =>
  ({ signOff: signOffStep, countersign: countersignStep, sendBack: sendBackRequest })[decision](input, caller);

/** STEP完了承認. Where policy asks for a countersignature, the mentor's signature waits for it on the request. */
export const signOffStep = (input: Input, caller: Caller) =>
  deciding(input, caller, async (tx, loaded, ground) => {
    const { request } = loaded;
    const decision = signOff(request, input.marks, caller.actor);
    if (!decision.ok) return decision;
    const { outcome, quality, isRepeat } = decision.value;
    const done = accept(decidedOf(ground, outcome));
    if (isRepeat) return done;
    const signing = { mentorId: caller.actor.id, byReviewer: quality === "reviewer", comment: input.comment };
    if (outcome === "signedOff") {
      await completeStep(tx, loaded, ground, { ...signing, countersignerId: null }, caller);
      return done;
    }
    const { mentorId, comment, byReviewer } = signing;
    await tx.mentorSignature.create({
      data: { requestId: request.requestId, mentorId, signedAt: caller.now, comment },
    });
    await endHoldOnSignOff(tx, request.requestId, caller);
    await announce(tx, "StepSignedByMentor", ground, { requestId: request.requestId, byReviewer }, caller);
    return done;
  });

/** 副署: the second signature, with which the STEP is signed off. */
export const countersignStep = (input: Input, caller: Caller) =>
  deciding(input, caller, async (tx, loaded, ground) => {
    const decision = countersign(loaded.request, caller.actor);
    if (!decision.ok) return decision;
    const { mentorId, isRepeat } = decision.value;
    if (isRepeat) return accept(decidedOf(ground, "signedOff"));
    const { ref, mentors } = loaded.training;
    const byReviewer = ref.roleGroupCode !== null && !mentors.some(({ id }) => id === mentorId);
    const signing = { mentorId, byReviewer, comment: input.comment, countersignerId: caller.actor.id };
    await completeStep(tx, loaded, ground, signing, caller);
    return accept(decidedOf(ground, "signedOff"));
  });

/** Ends the request; each criterion sent back stays open until its remark is settled. */
export const sendBackRequest = (input: Input, caller: Caller) =>
  deciding(input, caller, async (tx, { request }, ground) => {
    const decision = decideSendBack(request, input.reasons, caller.actor);
    if (!decision.ok) return decision;
    const done = accept(decidedOf(ground, "sentBack"));
    if (decision.value.isRepeat) return done;

    const { requestId } = request;
    await endRequest(tx, requestId, "sentBack", input.comment, caller);
    const made = input.reasons.map((item) => remarkOf(item, requestId, ground, caller));
    await tx.remark.createMany({ data: made.map(({ row }) => row) });
    const codes = input.reasons.map(({ criterionCode }) => criterionCode);
    await announce(tx, "SignOffSentBack", ground, { requestId, codes, remarks: made.map(({ told }) => told) }, caller);
    return done;
  });

type Deciding = (tx: Tx, loaded: LoadedRequest, ground: Ground) => Promise<RequestDecided>;

/** One request ends in exactly one decision: the trainee is locked, and the outcome's key is the request. */
async function deciding({ requestId }: Input, { now }: Caller, decide: Deciding) {
  const ground = await findGround(requestId, now);
  if (!ground) return refuse({ code: "NotFound" });
  return inTransaction<RequestDecided>(
    async (tx) => {
      const loaded = await loadRequest(tx, requestId, ground, now);
      return loaded ? decide(tx, loaded, ground) : refuse({ code: "NotFound" });
    },
    { onDuplicate: () => decidedMeanwhile(requestId) },
  );
}

async function decidedMeanwhile(requestId: string): Promise<RequestDecided> {
  const { ended } = await loadSignatures(db(), requestId);
  if (!ended) return refuse({ code: "AwaitsCountersignature" });
  return decided(ended);
}

const decidedOf = ({ personId, enrolmentId, step }: Ground, outcome: Decided["outcome"]): Decided => ({
  personId,
  enrolmentId,
  step,
  outcome,
});

async function endRequest(tx: Tx, requestId: string, kind: "signedOff" | "sentBack", comment: string, caller: Caller) {
  const { actor, now } = caller;
  await tx.requestOutcome.create({ data: { requestId, kind, decidedById: actor.id, decidedAt: now, comment } });
  await endHoldOnSignOff(tx, requestId, caller);
}

function remarkOf(
  { criterionCode, reason }: SentBackItem,
  requestId: string,
  { enrolmentId }: Ground,
  { actor, now }: Caller,
) {
  const [id, { salt, content }] = [newId(now), commit(reason)];
  const row = { id, enrolmentId, criterionCode, requestId, byId: actor.id, madeAt: now, reason, salt };
  return { row, told: tellRemark({ remarkId: id, content }) };
}

type Signing = {
  readonly mentorId: string;
  readonly byReviewer: boolean;
  readonly countersignerId: string | null;
  readonly comment: string;
};

/** The sign-off with what it rests on frozen, the next STEP opened, the standing anew, the event last. */
async function completeStep(tx: Tx, loaded: LoadedRequest, ground: Ground, signing: Signing, caller: Caller) {
  const { request, today } = loaded;
  const { enrolmentId, step, policyToday, curriculum } = ground;
  const { requestId, enrolment } = request;
  const signOffId = newId(caller.now);
  await endRequest(tx, requestId, "signedOff", signing.comment, caller);
  const rested = asItStands(loaded, ground);
  const attempt = await tx.stepSignOff.count({ where: { enrolmentId, step } });
  await tx.stepSignOff.create({
    data: {
      id: signOffId,
      enrolmentId,
      step,
      attempt,
      requestId,
      traineeId: enrolment.traineeId,
      mentorId: signing.mentorId,
      byReviewer: signing.byReviewer,
      countersignedById: signing.countersignerId,
      countersignedAt: signing.countersignerId && caller.now,
      signedOn: toDbDay(today),
      signedAt: caller.now,
      restedOn: rested as unknown as Prisma.InputJsonValue,
    },
  });
  const standing = await loadStanding(tx, countedClaims(rested));
  await tx.frozenClaim.createMany({
    data: standing.map(({ id, claimId }) => ({ signOffId, claimId, verificationId: id })),
  });
  const next = stepAfter(enrolment, step);
  if (next !== null)
    await openSteps(tx, [{ enrolmentId, step: next, openedOn: today, policy: policyToday }], caller.now);
  await refreshStanding(tx, enrolmentId);
  const { mentorId, byReviewer, countersignerId } = signing;
  const body = { requestId, signOffId, mentorId, byReviewer, countersignerId, frozen: standing.length };
  const digests = { edition: curriculum.digest, rested: digestOf(rested) };
  await announce(tx, "StepSignedOff", ground, { ...body, ...digests }, caller);
}

const announce = (
  tx: Tx,
  action: AuditAction,
  { personId, enrolmentId, step }: Ground,
  body: Parameters<typeof recordEvent>[1]["body"],
  { actor }: Caller,
) => recordEvent(tx, { action, actorId: actor.id, subjectId: personId, body: { enrolmentId, step, ...body } });

import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import type { ActName } from "./acts";

/** Somebody who may: without it chance alone would seldom reach a STEP2. */
export type Next = { readonly act: ActName; readonly as: "trainee" | "mentor" | "manager"; readonly step: StepNumber };

const next = (act: ActName, as: Next["as"], step: StepNumber): Next => ({ act, as, step });

/** What would bring the trainee forward, in the STEP that is open or in another one of the role group. */
export async function nextAct(traineeId: string, wished: StepNumber | null): Promise<Next | null> {
  const standings = await db().personStanding.findMany({ where: { personId: traineeId } });
  const inOrder = [...standings].sort((a, b) => Number(a.roleGroupCode !== null) - Number(b.roleGroupCode !== null));
  const open = inOrder.find(({ openStep, roleGroupCode }) => (wished ? roleGroupCode !== null : openStep !== null));
  return open ? forward(open.enrolmentId, wished ?? ((open.openStep ?? 0) as StepNumber)) : null;
}

async function forward(enrolmentId: string, step: StepNumber) {
  const waiting = await db().signOffRequest.findFirst({
    where: { enrolmentId, step, isOpen: true },
    include: { signature: true },
  });
  if (waiting) return waiting.signature ? next("countersigns", "manager", step) : next("signs", "mentor", step);
  return (await remarked(enrolmentId, step)) ?? (step === 0 ? learn(enrolmentId) : work(enrolmentId, step));
}

async function remarked(enrolmentId: string, step: StepNumber) {
  const remark = await db().remark.findFirst({ where: { enrolmentId, settledAt: null } });
  if (!remark) return null;
  return remark.answer === null ? next("answers", "trainee", step) : next("judgesAnswer", "mentor", step);
}

async function learn(enrolmentId: string) {
  const done = await db().taskDone.count({ where: { enrolmentId } });
  return done > 0 ? next("asks", "trainee", 0) : next("ticksTopic", "trainee", 0);
}

async function work(enrolmentId: string, step: StepNumber) {
  const claims = await db().recordClaim.findMany({
    where: { enrolmentId, criterionCode: `small.s${step}.meeting`, withdrawnAt: null },
  });
  if (claims.length === 0) return next("logs", "trainee", step);
  if (claims.every(({ isUnverified }) => isUnverified)) return next("verifies", "mentor", step);
  const judged = await db().attestation.findFirst({
    where: { enrolmentId, criterionCode: `small.s${step}.explain` },
    orderBy: { attempt: "desc" },
  });
  return judged?.judgement === "met" ? next("asks", "trainee", step) : next("judges", "mentor", step);
}

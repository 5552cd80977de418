import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { criteriaOf, TODAY, unjudged } from "./look-ups";
import { MEETINGS } from "./small-organisation";
import type { ActName } from "./whole-life";

/** Somebody who may: without it chance alone would seldom reach a STEP2. */
export type Next = {
  readonly act: ActName;
  readonly as: "trainee" | "mentor" | "manager" | "admin";
  readonly step: StepNumber;
};

const next = (act: ActName, as: Next["as"], step: StepNumber): Next => ({ act, as, step });

/** What would bring the trainee forward, in the STEP that is open or in another one of the role group. */
export async function nextAct(traineeId: string, wished: StepNumber | null, seed: number): Promise<Next | null> {
  const person = await db().person.findUniqueOrThrow({ where: { id: traineeId } });
  if (person.deactivatedAt) return next("reactivates", "admin", 0);
  const standings = await db().personStanding.findMany({ where: { personId: traineeId } });
  const inOrder = [...standings].sort((a, b) => Number(a.roleGroupCode !== null) - Number(b.roleGroupCode !== null));
  const open = inOrder.find(({ openStep, roleGroupCode }) => (wished ? roleGroupCode !== null : openStep !== null));
  return open ? forward(open.enrolmentId, wished ?? ((open.openStep ?? 0) as StepNumber), seed) : null;
}

async function forward(enrolmentId: string, step: StepNumber, seed: number) {
  const waiting = await db().signOffRequest.findFirst({
    where: { enrolmentId, step, isOpen: true },
    include: { signature: true },
  });
  if (waiting) return waiting.signature ? next("countersigns", "manager", step) : next("signs", "mentor", step);
  return (await remarked(enrolmentId, step)) ?? (step === 0 ? learn(enrolmentId) : work(enrolmentId, step, seed));
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

async function work(enrolmentId: string, step: StepNumber, seed: number) {
  const criterionCode = `small.s${step}.meeting`;
  const asked = (await criteriaOf(enrolmentId, step)).some(({ code }) => code === criterionCode);
  const claims = await db().recordClaim.findMany({ where: { enrolmentId, criterionCode, withdrawnAt: null } });
  const waiting = claims.filter(({ isUnverified }) => isUnverified);
  if (asked && claims.length - waiting.length < (await meetingsNeeded(enrolmentId, step))) {
    return waiting.length > 0 ? next("verifies", "mentor", step) : practise(enrolmentId, step, seed);
  }
  if (seed % 3 === 0 && (await otherValuesHold(enrolmentId, step))) return next("rebases", "manager", step);
  return (await unjudged(enrolmentId, step)).length > 0
    ? next("judges", "mentor", step)
    : next("asks", "trainee", step);
}

/** What an event proposed, where something was; else a record of one's own, or what a file brings. */
async function practise(enrolmentId: string, step: StepNumber, seed: number) {
  const { personId } = await db().enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  const where = { personId, answeredAt: null, participation: { event: { endedAt: null } } };
  if ((await db().proposedRecord.count({ where })) > 0) return next("confirmsProposal", "trainee", step);
  return seed % 2 === 0 ? next("logs", "trainee", step) : next("bringsWorkIn", "manager", step);
}

const otherValuesHold = async (enrolmentId: string, step: StepNumber) =>
  step === 2 && (await meetingsNeeded(enrolmentId, step)) !== (await findPolicyValues(TODAY))[MEETINGS];

/** As the STEP is measured: by the day it opened, or by what it was re-based on. */
async function meetingsNeeded(enrolmentId: string, step: StepNumber): Promise<number> {
  if (step !== 2) return 1;
  const rebased = await db().rebasing.findFirst({ where: { enrolmentId, step }, orderBy: { rebasedAt: "desc" } });
  const opened = await db().stepOpened.findFirst({ where: { enrolmentId, step } });
  const values = (rebased?.valuesAfter ?? opened?.policyValues ?? {}) as Record<string, unknown>;
  return Number(values[MEETINGS] ?? 1);
}

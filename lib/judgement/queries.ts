import "server-only";
import type { PlacedCriterion } from "@/lib/curriculum/schema";
import { type Actor, reviewQuality } from "@/lib/domain/access";
import { attestRuleIn, checkpointsOf } from "@/lib/domain/attestation";
import { compareDays } from "@/lib/domain/calendar";
import { progressOf } from "@/lib/domain/criterion";
import { db } from "@/lib/platform/db";
import { calendarOf, measureStep } from "@/lib/training/facts";
import { type EnrolmentView, listTraining } from "@/lib/training/queries";
import { findRemarkRow } from "./records";
import type { AnswerView, CheckpointView, CriterionPlace, JudgementView } from "./schema";

type Asking = { readonly actor: Actor; readonly now: Date };

/** A criterion to be judged, checkpoint by checkpoint. Null where there is none, or it is not the reader's to see. Five statements. */
export async function findJudgement(
  actor: Actor,
  { enrolmentId, criterionCode }: { enrolmentId: string; criterionCode: string },
  now: Date,
): Promise<JudgementView | null> {
  const enrolment = await findEnrolment(actor, enrolmentId, now);
  const criterion = enrolment?.curriculum.criterion(criterionCode);
  const rule = criterion && attestRuleIn(criterion.rule);
  if (!enrolment || !criterion || !rule || criterion.roleGroup !== enrolment.training.ref.roleGroupCode) return null;
  const place = placeOf(criterion, enrolment, { actor, now });
  const request = enrolment.training.judgementRequests.find((each) => each.criterionCode === criterionCode);
  return {
    ...place,
    checkpoints: checkpointsOf(rule, place.policy).map((code) => checkpointView(code, criterionCode, enrolment)),
    list: "fromList" in rule.checkpoints ? rule.checkpoints.fromList : null,
    isConditional: rule.conditional === true,
    stepCompleted: enrolment.training.completions.some(({ step }) => step === criterion.step),
    request: request ? { note: request.note, requestedAt: request.requestedAt } : null,
  };
}

/** What was sent back and answered. Five statements. */
export async function findAnswer(actor: Actor, remarkId: string, now: Date): Promise<AnswerView | null> {
  const remark = await findRemarkRow(remarkId);
  const enrolment = remark && (await findOf(actor, remark, now));
  if (!remark || !enrolment || remark.traineeId === actor.id) return null;
  const { training, curriculum } = enrolment;
  const criterion = curriculum.criterion(remark.code);
  const { traineeId: _, ...shown } = remark;
  return {
    ...shown,
    trainee: training.trainee,
    roleGroupCode: training.ref.roleGroupCode,
    step: criterion?.step ?? 0,
    timeZone: training.team.timeZone,
    quality: qualityOf(actor, enrolment),
    place: criterion && placeOf(criterion, enrolment, { actor, now }),
  };
}

async function findEnrolment(actor: Actor, enrolmentId: string, now: Date) {
  const row = await db().enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  return row && row.personId !== actor.id ? findOf(actor, { enrolmentId, traineeId: row.personId }, now) : null;
}

async function findOf(actor: Actor, of: { enrolmentId: string; traineeId: string }, now: Date) {
  const enrolments = await listTraining(actor, of.traineeId, now);
  return enrolments.find(({ training }) => training.ref.enrolmentId === of.enrolmentId) ?? null;
}

const qualityOf = (actor: Actor, { training }: EnrolmentView) =>
  reviewQuality(actor, training.ref, { hasOtherMentor: training.mentors.length > 0 });

function placeOf(criterion: PlacedCriterion, enrolment: EnrolmentView, { actor, now }: Asking): CriterionPlace {
  const { training, curriculum, measure } = enrolment;
  const { policy } = measureStep(training, criterion.step, measure);
  const calendar = calendarOf(training.team, now);
  const { drillCases } = curriculum.structure;
  return {
    trainee: training.trainee,
    enrolmentId: training.ref.enrolmentId,
    criterion,
    quality: qualityOf(actor, enrolment),
    timeZone: training.team.timeZone,
    policy,
    calendar,
    drillCases,
    facts: training.facts,
    progress: progressOf(criterion, training.facts, policy, calendar, drillCases),
    claims: training.facts.claims
      .filter(({ criterionCode, standing }) => criterionCode === criterion.code && standing !== "withdrawn")
      .sort((a, b) => compareDays(b.happenedOn, a.happenedOn)),
  };
}

function checkpointView(code: string, criterionCode: string, { training }: EnrolmentView): CheckpointView {
  const stands = training.attestations.find(
    (attestation) => attestation.criterionCode === criterionCode && attestation.checkpoint === code,
  );
  return {
    code,
    judgement: stands?.judgement ?? null,
    comment: stands?.comment ?? "",
    judgedOn: stands?.judgedOn ?? null,
    by: stands?.by ?? null,
  };
}

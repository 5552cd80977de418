import "server-only";
import type { PlacedCriterion } from "@/lib/curriculum/schema";
import type { Actor } from "@/lib/domain/access";
import { attestRuleIn, checkpointsOf, leastSupervisionOf } from "@/lib/domain/attestation";
import { compareDays } from "@/lib/domain/calendar";
import { progressOf } from "@/lib/domain/criterion";
import { type EnrolmentUnderReview, listUnderReview } from "@/lib/reviews/queries";
import { findRemarkRow } from "./records";
import type { AnswerView, CheckpointView, CriterionPlace, JudgementView } from "./schema";

/** A criterion to be judged, checkpoint by checkpoint. Null where there is none, or it is not the reader's to see. Two statements. */
export async function findJudgement(
  actor: Actor,
  { enrolmentId, criterionCode }: { enrolmentId: string; criterionCode: string },
  now: Date,
): Promise<JudgementView | null> {
  const enrolment = await findEnrolment(actor, { enrolmentId, code: criterionCode }, now);
  const criterion = enrolment?.curriculum.criterion(criterionCode);
  const rule = criterion && attestRuleIn(criterion.rule);
  if (!enrolment || !criterion || !rule || criterion.roleGroup !== enrolment.training.ref.roleGroupCode) return null;
  const place = placeOf(criterion, enrolment);
  const request = enrolment.training.judgementRequests.find((each) => each.criterionCode === criterionCode);
  return {
    ...place,
    checkpoints: checkpointsOf(rule, place.policy).map((code) => checkpointView(code, criterionCode, enrolment)),
    list: "fromList" in rule.checkpoints ? rule.checkpoints.fromList : null,
    isConditional: rule.conditional === true,
    leastSupervision: leastSupervisionOf(criterion),
    colleagues: enrolment.training.mentors,
    stepCompleted: enrolment.training.completions.some(({ step }) => step === criterion.step),
    request: request ? { requestId: request.id, note: request.note, requestedAt: request.requestedAt } : null,
  };
}

/** What was sent back and answered. Three statements. */
export async function findAnswer(actor: Actor, remarkId: string, now: Date): Promise<AnswerView | null> {
  const remark = await findRemarkRow(remarkId);
  const enrolment = remark && (await findEnrolment(actor, remark, now));
  if (!remark || !enrolment) return null;
  const { training, curriculum } = enrolment;
  const criterion = curriculum.criterion(remark.code);
  const { traineeId: _, ...shown } = remark;
  return {
    ...shown,
    trainee: training.trainee,
    roleGroupCode: training.ref.roleGroupCode,
    step: criterion?.step ?? 0,
    timeZone: training.team.timeZone,
    quality: enrolment.quality,
    place: criterion && placeOf(criterion, enrolment),
  };
}

async function findEnrolment(actor: Actor, { enrolmentId, code }: { enrolmentId: string; code: string }, now: Date) {
  const [found] = await listUnderReview(actor, { enrolmentIds: [enrolmentId], criterionCodes: [code] }, now);
  return found ?? null;
}

function placeOf(criterion: PlacedCriterion, enrolment: EnrolmentUnderReview): CriterionPlace {
  const { training, curriculum, calendar, quality } = enrolment;
  const policy = enrolment.policyFor(criterion.step);
  const { drillCases } = curriculum.structure;
  return {
    trainee: training.trainee,
    enrolmentId: training.ref.enrolmentId,
    criterion,
    quality,
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

function checkpointView(code: string, criterionCode: string, { training }: EnrolmentUnderReview): CheckpointView {
  const stands = training.attestations.find(
    (attestation) => attestation.criterionCode === criterionCode && attestation.checkpoint === code,
  );
  return {
    code,
    judgement: stands?.judgement ?? null,
    supervision: stands?.supervision ?? null,
    comment: stands?.comment ?? "",
    judgedOn: stands?.judgedOn ?? null,
    by: stands?.by ?? null,
  };
}

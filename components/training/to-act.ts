import type { EnrolmentToAct, RemarkToAct } from "@/lib/domain/next-action";
import { type EnrolmentSeen, mayAsk, openStepOf } from "./enrolment-seen";
import type { RemarkSeen } from "./frame";

/** What is to be done in one enrolment, as the order of next actions looks at it. */
export function toActIn(enrolment: EnrolmentSeen): EnrolmentToAct {
  const { training } = enrolment;
  const open = openStepOf(enrolment);
  return {
    enrolmentId: training.ref.enrolmentId,
    step: open?.step ?? null,
    criteria: open?.progress?.criteria ?? [],
    remarks: training.remarks.map((remark) => remarkToAct(remark, enrolment)),
    judgementAsked: training.judgementRequests.map(({ criterionCode }) => criterionCode),
    topics: open?.topics ? { done: open.topics.done.length, all: open.topics.all } : null,
    mayAsk: open !== undefined && mayAsk(enrolment, open),
  };
}

const remarkToAct = (remark: RemarkSeen, enrolment: EnrolmentSeen): RemarkToAct => ({
  remarkId: remark.remarkId,
  criterionCode: remark.criterionCode,
  recordId: remark.recordId,
  waits: remarkWaits(remark, enrolment),
});

/** Answered, or the record was corrected and its new claim waits: the mentor's turn. */
export function remarkWaits(
  { answer, claimId, criterionCode }: RemarkSeen,
  { training }: Pick<EnrolmentSeen, "training">,
) {
  if (answer !== null) return true;
  const { claims } = training.facts;
  const isGone = claimId === null || !claims.some((claim) => claim.claimId === claimId);
  return isGone && claims.some((claim) => claim.criterionCode === criterionCode && claim.standing === "waiting");
}

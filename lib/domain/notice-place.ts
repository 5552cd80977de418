import type { NoticeKind, NoticeValues } from "./notice-kind";

type Placed = { readonly kind: NoticeKind; readonly subjectId: string | null; readonly values: NoticeValues };

/** Where the thing is that a notice is about; null where its page says no more than the notice. */
export function placeOf({ kind, subjectId, values }: Placed): string | null {
  const { enrolmentId, step, criterionCode, recordId, remarkId, eventId, opinionId } = values;
  const judged = `/reviews/judgements/${enrolmentId}/${criterionCode}`;
  const opinion = `/reviews/opinions/${opinionId}`;
  const places: Record<NoticeKind, string | null> = {
    signOffRequested: `/trainees/${subjectId}/${enrolmentId}/${step}`,
    countersignWaiting: `/trainees/${subjectId}/${enrolmentId}/${step}`,
    judgementRequested: judged,
    answerGiven: `/reviews/answers/${remarkId}`,
    requestSentBack: `/my-training/${enrolmentId}/${step}`,
    stepSignedOff: `/my-training/${enrolmentId}/${step}`,
    recordSentBack: `/my-training/records/${recordId}`,
    recordVerified: `/my-training/records/${recordId}`,
    verificationWithdrawn: `/my-training/records/${recordId}`,
    answerRejected: "/my-training",
    answerAccepted: "/my-training",
    criterionJudged: "/my-training",
    stepsRecognised: "/my-training",
    enrolled: "/my-training",
    enrolmentEnded: null,
    mentorAppointed: "/reviews",
    signerAppointed: "/reviews",
    poolEmpty: "/appointments",
    capacityTaken: null,
    recordToConfirm: `/events/${eventId}`,
    handedOver: heldPlace(values),
    holdEnded: "/reviews",
    holdLapsed: heldPlace(values),
    opinionAsked: opinion,
    opinionGiven: opinion,
    opinionDeclined: opinion,
    opinionDiffers: judged,
    stepRevoked: `/my-training/${enrolmentId}/${step}`,
    stepReinstated: `/my-training/${enrolmentId}/${step}`,
    currencyEnding: null,
    traineeSilent: `/trainees/${subjectId}`,
    trailFaulty: "/audit/verification",
    tablesDiffer: "/audit/verification",
    targetSet: `/my-training/${enrolmentId}/${step}`,
    targetAtRisk: `/my-training/${enrolmentId}/${step}`,
    traineeTargetAtRisk: `/trainees/${subjectId}/${enrolmentId}/${step}`,
  };
  return places[kind];
}

/** What was taken on, where its id alone names its page; else the queue. */
const heldPlace = ({ subject, subjectId }: NoticeValues) =>
  subject === "record" ? `/reviews/${subjectId}` : "/reviews";

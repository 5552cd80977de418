import type { RoleGroupCode } from "./curriculum";

/** お知らせ: what happened, and who is told. The audit's events come in; nothing is asked of the commands (decision 081). */

/** What a person chooses a way for; each gathers kinds that are worded one by one. */
export const NOTICE_TOPICS = [
  "requestWaiting",
  "recordToConfirm",
  "sentBack",
  "decision",
  "handOver",
  "reminder",
  "oversight",
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

export const NOTICE_KINDS = [
  "signOffRequested",
  "judgementRequested",
  "answerGiven",
  "countersignWaiting",
  "requestSentBack",
  "recordSentBack",
  "answerRejected",
  "stepSignedOff",
  "recordVerified",
  "verificationWithdrawn",
  "criterionJudged",
  "answerAccepted",
  "stepsRecognised",
  "enrolled",
  "enrolmentEnded",
  "mentorAppointed",
  "signerAppointed",
  "poolEmpty",
  "capacityTaken",
  "recordToConfirm",
  "handedOver",
  "holdEnded",
  "stepRevoked",
  "stepReinstated",
  "currencyEnding",
  "traineeSilent",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const TOPIC_OF: Record<NoticeKind, NoticeTopic> = {
  signOffRequested: "requestWaiting",
  judgementRequested: "requestWaiting",
  answerGiven: "requestWaiting",
  countersignWaiting: "requestWaiting",
  requestSentBack: "sentBack",
  recordSentBack: "sentBack",
  answerRejected: "sentBack",
  stepSignedOff: "decision",
  recordVerified: "decision",
  verificationWithdrawn: "decision",
  criterionJudged: "decision",
  answerAccepted: "decision",
  stepsRecognised: "decision",
  enrolled: "decision",
  enrolmentEnded: "decision",
  mentorAppointed: "decision",
  signerAppointed: "decision",
  poolEmpty: "oversight",
  capacityTaken: "oversight",
  recordToConfirm: "recordToConfirm",
  handedOver: "handOver",
  holdEnded: "handOver",
  stepRevoked: "decision",
  stepReinstated: "decision",
  currencyEnding: "reminder",
  traineeSilent: "reminder",
};

/** Ids, codes and numbers: what an event's body holds. */
export type NoticeValues = { readonly [key: string]: string | number | boolean | null | readonly (string | number)[] };

/** An event of the audit. */
export type Happened = {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly actorId: string;
  readonly subjectId: string;
  readonly body: NoticeValues;
};

/** Who stands around what happened: by the enrolment it concerns, else by the team or the whole organisation. */
export type Around = {
  readonly enrolmentId: string | null;
  readonly roleGroupCode: RoleGroupCode | null;
  /** Of the remark, where the event names only that. */
  readonly criterionCode: string | null;
  /** The trainee aside. */
  readonly mentorIds: readonly string[];
  readonly managerIds: readonly string[];
  readonly reviewerIds: readonly string[];
  readonly countersignerIds: readonly string[];
};

/** Whom the facts have to be loaded around, and what the event itself does not say. */
export type NeededAround =
  | { readonly of: "enrolment"; readonly enrolmentId: string }
  | { readonly of: "remark"; readonly remarkId: string }
  | { readonly of: "team"; readonly teamId: string | null }
  | { readonly of: "nobody" };

export type NewNotice = {
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly key: string;
  readonly about: string | null;
  readonly enrolmentId: string | null;
  readonly subjectId: string;
  readonly actorId: string;
  readonly values: NoticeValues;
  readonly at: Date;
};

type Rule = {
  readonly kind: NoticeKind;
  readonly to: (event: Happened, around: Around) => readonly string[];
  /** What waits, as one word; its end settles the notice. */
  readonly about?: (event: Happened) => string;
};

const text = (value: NoticeValues[string] | undefined) => (typeof value === "string" ? value : null);

const idsIn = (value: NoticeValues[string] | undefined) => {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
};

const toSubject: Rule["to"] = ({ subjectId }) => [subjectId];

/** Who may decide: the mentors; where there is none a manager or an appointed reviewer stands in; basic education is also the manager's. */
const toPool: Rule["to"] = (_event, { roleGroupCode, mentorIds, managerIds, reviewerIds }) => {
  if (mentorIds.length === 0) return [...managerIds, ...reviewerIds];
  return roleGroupCode === null ? [...mentorIds, ...managerIds] : mentorIds;
};

/** Nobody mentors there: the managers could appoint somebody. */
const toManagersOfEmptyPool: Rule["to"] = (_event, { roleGroupCode, mentorIds, managerIds }) =>
  roleGroupCode !== null && mentorIds.length === 0 ? managerIds : [];

const toCountersigners: Rule["to"] = (_event, { managerIds, countersignerIds }) => [...managerIds, ...countersignerIds];

/** Who granted it is told nothing; who got it learns it, and so do the managers there (product.md, 17). */
const toTakerAndManagers: Rule["to"] = (event, around) => [...toSubject(event, around), ...around.managerIds];

const request = ({ body }: Happened) => `request ${text(body.requestId)}`;
const event = ({ body }: Happened) => `event ${text(body.eventId)}`;
const answer = ({ body }: Happened) => `answer ${text(body.remarkId)}`;

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  SignOffRequested: [
    { kind: "signOffRequested", to: toPool, about: request },
    { kind: "poolEmpty", to: toManagersOfEmptyPool, about: request },
  ],
  JudgementRequested: [
    { kind: "judgementRequested", to: toPool, about: request },
    { kind: "poolEmpty", to: toManagersOfEmptyPool, about: request },
  ],
  RemarkAnswered: [{ kind: "answerGiven", to: toPool, about: answer }],
  StepSignedByMentor: [{ kind: "countersignWaiting", to: toCountersigners, about: request }],
  StepSignedOff: [{ kind: "stepSignedOff", to: toSubject }],
  SignOffSentBack: [{ kind: "requestSentBack", to: toSubject }],
  ClaimsSentBack: [{ kind: "recordSentBack", to: toSubject }],
  AnswerRejected: [{ kind: "answerRejected", to: toSubject }],
  AnswerAccepted: [{ kind: "answerAccepted", to: toSubject }],
  ClaimsVerified: [{ kind: "recordVerified", to: toSubject }],
  VerificationWithdrawn: [{ kind: "verificationWithdrawn", to: toSubject }],
  CriterionAttested: [{ kind: "criterionJudged", to: toSubject }],
  StepsRecognised: [{ kind: "stepsRecognised", to: toSubject }],
  PersonEnrolled: [{ kind: "enrolled", to: toSubject }],
  EnrolmentEnded: [{ kind: "enrolmentEnded", to: toSubject }],
  MentorAppointed: [{ kind: "mentorAppointed", to: toSubject }],
  SignerAppointed: [{ kind: "signerAppointed", to: toSubject }],
  CapacityGranted: [{ kind: "capacityTaken", to: toTakerAndManagers }],
  EventLogged: [{ kind: "recordToConfirm", to: ({ body }) => idsIn(body.personIds), about: event }],
  EventCorrected: [{ kind: "recordToConfirm", to: ({ body }) => idsIn(body.personIds), about: event }],
  HoldHandedOver: [{ kind: "handedOver", to: ({ body }) => idsIn(body.toId) }],
  HoldEnded: [{ kind: "holdEnded", to: ({ body }) => idsIn(body.holderId) }],
  StepRevoked: [{ kind: "stepRevoked", to: toSubject }],
  StepReinstated: [{ kind: "stepReinstated", to: toSubject }],
};

/** What ends a wait: the word that the notices about it carry. */
const ENDS: Readonly<Record<string, (event: Happened) => string>> = {
  StepSignedOff: request,
  SignOffSentBack: request,
  SignOffRequestWithdrawn: request,
  JudgementRequestWithdrawn: request,
  AnswerAccepted: answer,
  AnswerRejected: answer,
  EventCancelled: event,
  EventCorrected: ({ body }) => `event ${text(body.correctsId)}`,
};

/** An event that tells nobody anything and ends no wait needs no work. */
export const NOTICED_ACTIONS: readonly string[] = [...new Set([...Object.keys(RULES), ...Object.keys(ENDS)])];

/** Around whom the facts lie that decide who is told. */
export function neededAround({ action, body }: Happened): NeededAround {
  const enrolmentId = text(body.enrolmentId);
  const remarkId = text(body.remarkId);
  if (action === "CapacityGranted") return { of: "team", teamId: text(body.teamId) };
  if (enrolmentId !== null) return { of: "enrolment", enrolmentId };
  return action === "RemarkAnswered" && remarkId !== null ? { of: "remark", remarkId } : { of: "nobody" };
}

/** Who is told what. Nobody is told what they did themselves; nobody is told the same twice. */
export function noticesOf(event: Happened, around: Around): NewNotice[] {
  return (RULES[event.action] ?? []).flatMap((rule) => {
    const people = new Set(rule.to(event, around));
    people.delete(event.actorId);
    return [...people].map((personId) => noticeFor(personId, rule, event, around));
  });
}

function noticeFor(personId: string, { kind, about }: Rule, event: Happened, around: Around): NewNotice {
  const { seq, at, actorId, subjectId, body } = event;
  const { enrolmentId, roleGroupCode, criterionCode } = around;
  const known = { enrolmentId, roleGroupCode, criterionCode };
  const values = { ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)), ...body };
  return {
    personId,
    kind,
    key: String(seq),
    about: about?.(event) ?? null,
    enrolmentId,
    subjectId,
    actorId,
    values,
    at,
  };
}

/** What is over with this event: the notices about it ask nobody for anything any more. */
export type Settled = {
  readonly about: string | null;
  readonly enrolmentId: string | null;
  readonly criterionCode: string | null;
};

export function settledBy(event: Happened): Settled | null {
  const { action, body } = event;
  const enrolmentId = text(body.enrolmentId);
  if (action === "EnrolmentEnded") return { about: null, enrolmentId, criterionCode: null };
  if (action === "CriterionAttested")
    return body.requestClosed === true ? { about: null, enrolmentId, criterionCode: text(body.criterionCode) } : null;
  const end = ENDS[action];
  return end ? { about: end(event), enrolmentId: null, criterionCode: null } : null;
}

type Placed = { readonly kind: NoticeKind; readonly subjectId: string | null; readonly values: NoticeValues };

/** Where the thing is that a notice is about; null where its page says no more than the notice. */
export function placeOf({ kind, subjectId, values }: Placed): string | null {
  const { enrolmentId, step, criterionCode, recordId, remarkId, eventId } = values;
  const places: Record<NoticeKind, string | null> = {
    signOffRequested: `/trainees/${subjectId}/${enrolmentId}/${step}`,
    countersignWaiting: `/trainees/${subjectId}/${enrolmentId}/${step}`,
    judgementRequested: `/reviews/judgements/${enrolmentId}/${criterionCode}`,
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
    handedOver: "/reviews",
    holdEnded: "/reviews",
    stepRevoked: `/my-training/${enrolmentId}/${step}`,
    stepReinstated: `/my-training/${enrolmentId}/${step}`,
    currencyEnding: null,
    traineeSilent: `/trainees/${subjectId}`,
  };
  return places[kind];
}

import type { RoleGroupCode } from "./curriculum";
import type { NoticeKind, NoticeValues } from "./notice-kind";

/** お知らせ: what happened, and who is told. The audit's events come in; nothing is asked of the commands (decision 081). */

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
const opinion = ({ body }: Happened) => `opinion ${text(body.opinionId)}`;
const to =
  (field: string): Rule["to"] =>
  ({ body }) =>
    idsIn(body[field]);

/** Both have judged, and not the same. */
const differs = ({ body }: Happened) => body.differs === true;

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
  CriterionAttested: [
    { kind: "criterionJudged", to: toSubject },
    { kind: "opinionDiffers", to: to("differsFrom") },
  ],
  StepsRecognised: [{ kind: "stepsRecognised", to: toSubject }],
  PersonEnrolled: [{ kind: "enrolled", to: toSubject }],
  EnrolmentEnded: [{ kind: "enrolmentEnded", to: toSubject }],
  MentorAppointed: [{ kind: "mentorAppointed", to: toSubject }],
  SignerAppointed: [{ kind: "signerAppointed", to: toSubject }],
  CapacityGranted: [{ kind: "capacityTaken", to: toTakerAndManagers }],
  EventLogged: [{ kind: "recordToConfirm", to: to("personIds"), about: event }],
  EventCorrected: [{ kind: "recordToConfirm", to: to("personIds"), about: event }],
  HoldHandedOver: [{ kind: "handedOver", to: to("toId") }],
  HoldEnded: [{ kind: "holdEnded", to: to("holderId") }],
  OpinionAsked: [{ kind: "opinionAsked", to: to("askedOfId"), about: opinion }],
  OpinionGiven: [
    { kind: "opinionGiven", to: (event, around) => (differs(event) ? [] : to("askedById")(event, around)) },
    { kind: "opinionDiffers", to: (event, around) => (differs(event) ? to("askedById")(event, around) : []) },
  ],
  OpinionDeclined: [{ kind: "opinionDeclined", to: to("askedById") }],
  TargetDateSet: [{ kind: "targetSet", to: toSubject }],
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
  OpinionGiven: opinion,
  OpinionDeclined: opinion,
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

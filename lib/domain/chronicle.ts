import type { CheckpointJudgement } from "./attestation";
import type { ConfirmedFacts } from "./facts";
import type { StepNumber } from "./proficiency";
import type { RecordDraft } from "./record";
import { type Body, type Changes, type Standings, type ToldEvent, UNTOLD, word, words } from "./told";
import { OCCASION_CHANGES } from "./told-occasions";
import { REMARK_CHANGES } from "./told-remarks";

/**
 * What the audit events tell of training, told again from the beginning. The tables must say the same: a row that somebody
 * changed behind the product's back agrees with no event.
 */

export type ClaimTold = { readonly claimId: string; readonly enrolmentId: string; readonly criterionCode: string };
export type RecognitionTold = {
  readonly recognitionId: string;
  readonly enrolmentId: string;
  readonly step: StepNumber;
};

/** As an event's body holds a claim: one word for each part, none of which has a blank in it. */
export const tellClaim = ({ claimId, enrolmentId, criterionCode }: ClaimTold) =>
  `${claimId} ${enrolmentId} ${criterionCode}`;
export const tellRecognition = ({ recognitionId, enrolmentId, step }: RecognitionTold) =>
  `${recognitionId} ${enrolmentId} ${step}`;

/** What a mentor confirmed: codes and numbers only. */
export const tellConfirmed = ({ supervision, mentorPresent, parts, judged, right }: ConfirmedFacts) =>
  [supervision ?? "-", mentorPresent ? "with" : "alone", judged ?? "-", right ?? "-", ...[...parts].sort()].join(" ");

/** A judged checkpoint. Events from before the level was asked for end at the judgement. */
export const tellJudged = ({ checkpoint, judgement, supervision }: Omit<CheckpointJudgement, "comment">) =>
  `${checkpoint} ${judgement} ${supervision ?? "-"}`;

/** What a record says, as its commitment covers it: everything but the claims, which stand by themselves. */
export const contentOf = ({ claims: _, did, learned, ...rest }: RecordDraft) => ({
  ...rest,
  did: did ?? "",
  learned: learned ?? "",
});

/** Events of one or more trainees in the order of the chain. What is not about training is passed over. */
export function retell(events: Iterable<ToldEvent>, told: Standings = new Map()): Standings {
  for (const event of events) for (const changes of CHANGES) changes[event.action]?.(told, event);
  return told;
}

const TRAINING_CHANGES: Changes = {
  PersonEnrolled: (told, { body }) => {
    for (const id of words(body, "enrolmentIds")) told.set(`enrolment ${id}`, "open");
  },
  EnrolmentEnded: (told, { body }) => {
    told.set(`enrolment ${word(body, "enrolmentId")}`, `ended ${word(body, "endedOn")}`);
    for (const id of words(body, "withdrawnRequests")) endRequest(told, id, "withdrawn");
  },
  TaskMarkedDone: (told, { body }) => told.set(taskOf(body), word(body, "doneOn")),
  TaskUnmarked: (told, { body }) => told.delete(taskOf(body)),
  RecordLogged: (told, { body }) => addRecord(told, body),
  RecordCorrected: (told, { body }) => {
    setRecord(told, word(body, "correctsId"), "corrected");
    setClaims(told, words(body, "moved"), "withdrawn");
    addRecord(told, body);
  },
  RecordWithdrawn: (told, { body }) => {
    setRecord(told, word(body, "recordId"), "withdrawn");
    setClaims(told, words(body, "claimIds"), "withdrawn");
  },
  ClaimAdded: (told, { body }) => addClaim(told, word(body, "claim")),
  ClaimWithdrawn: (told, { body }) => setClaims(told, [word(body, "claimId")], "withdrawn"),
  ClaimsVerified: (told, { actorId, body }) => {
    const confirmed = words(body, "confirmed");
    for (const [at, id] of words(body, "claimIds").entries())
      setClaims(told, [id], `verified ${actorId} ${confirmed[at]}`);
  },
  VerificationWithdrawn: (told, { body }) => setClaims(told, words(body, "claimIds"), "waiting"),
  CriterionAttested: (told, { actorId, body }) => {
    for (const judged of words(body, "judgements")) {
      const [checkpoint, judgement, supervision = "-"] = judged.split(" ");
      const about = `${word(body, "enrolmentId")} ${word(body, "criterionCode")} ${checkpoint}`;
      told.set(`judgement ${about}`, `${judgement} ${actorId} ${supervision}`);
    }
  },
  TargetDateSet: (told, { actorId, body }) =>
    told.set(`target ${word(body, "enrolmentId")} ${word(body, "step")}`, `${body.targetOn ?? "-"} ${actorId}`),
  SignOffRequested: (told, { body }) => told.set(`request ${word(body, "requestId")}`, "open"),
  SignOffRequestWithdrawn: (told, { body }) => endRequest(told, word(body, "requestId"), "withdrawn"),
  SignOffSentBack: (told, { body }) => endRequest(told, word(body, "requestId"), "sentBack"),
  StepSignedByMentor: (told, { actorId, body }) => told.set(`request ${word(body, "requestId")}`, `signed ${actorId}`),
  StepSignedOff: (told, { body }) => {
    endRequest(told, word(body, "requestId"), "signedOff");
    const { enrolmentId, step, mentorId, countersignerId, frozen, rested } = body;
    const what = [enrolmentId, step, mentorId, countersignerId ?? "-", frozen, rested].join(" ");
    told.set(`signOff ${word(body, "signOffId")}`, `${what} stands`);
  },
  StepsRecognised: (told, { actorId, body }) => {
    for (const recognised of words(body, "recognised")) {
      const [id, enrolmentId, step] = recognised.split(" ");
      told.set(`recognition ${id}`, `${enrolmentId} ${step} ${actorId} stands`);
    }
  },
  StepRevoked: (told, { body }) => setCompletion(told, word(body, "completionId"), "revoked"),
  StepReinstated: (told, { body }) => setCompletion(told, word(body, "completionId"), "stands"),
};

/** In this order: what was sent back is about a claim that is told before. */
const CHANGES = [TRAINING_CHANGES, REMARK_CHANGES, OCCASION_CHANGES] as const;

/** A sign-off or a recognition; the rest of what is told of it stays. */
function setCompletion(told: Standings, id: string, standing: "revoked" | "stands") {
  for (const key of [`signOff ${id}`, `recognition ${id}`]) {
    const before = told.get(key);
    if (before !== undefined) told.set(key, before.replace(/(revoked|stands)$/, standing));
  }
}

const taskOf = (body: Body) => `task ${word(body, "enrolmentId")} ${word(body, "taskCode")}`;

function addRecord(told: Standings, body: Body) {
  told.set(`record ${word(body, "recordId")}`, `${body.content ?? "-"} stands`);
  for (const claim of words(body, "claims")) addClaim(told, claim);
}

/** The commitment to what it says stays. */
function setRecord(told: Standings, id: string, standing: string) {
  const [content] = (told.get(`record ${id}`) ?? "").split(" ");
  told.set(`record ${id}`, `${content} ${standing}`);
}

function addClaim(told: Standings, claim: string) {
  const [claimId, enrolmentId, criterionCode] = claim.split(" ");
  told.set(`claim ${claimId}`, `${enrolmentId} ${criterionCode} waiting`);
}

/** The claim keeps what it is for; only how it stands changes. */
function setClaims(told: Standings, claimIds: readonly string[], standing: string) {
  for (const id of claimIds) {
    const [enrolmentId, criterionCode] = (told.get(`claim ${id}`) ?? "").split(" ");
    told.set(`claim ${id}`, `${enrolmentId} ${criterionCode} ${standing}`);
  }
}

const endRequest = (told: Standings, id: string, outcome: string) => told.set(`request ${id}`, outcome);

export type Disagreement = {
  /** `<kind> <id>`. */
  readonly key: string;
  /** Null: no event tells of it. */
  readonly told: string | null;
  /** Null: no row holds it. */
  readonly held: string | null;
};

/** Where the events and the tables disagree, in the order of their keys. */
export function disagreements(told: Standings, held: Standings): readonly Disagreement[] {
  const keys = [...new Set([...told.keys(), ...held.keys()])].sort();
  return keys.flatMap((key) => {
    const both = { told: told.get(key) ?? null, held: held.get(key) ?? null };
    return agree(both) ? [] : [{ key, ...both }];
  });
}

/** Word by word; what the events leave untold can be anything that is there. */
function agree({ told, held }: Omit<Disagreement, "key">): boolean {
  if (told === held) return true;
  if (told === null || held === null) return false;
  const [said, stands] = [told.split(" "), held.split(" ")];
  if (told === UNTOLD) return true;
  return said.length === stands.length && said.every((each, at) => each === UNTOLD || each === stands[at]);
}

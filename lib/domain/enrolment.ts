import {
  type Actor,
  canEnrol,
  canViewPerson,
  type EnrolmentRef,
  manages,
  type PersonRef,
  type TeamRef,
} from "./access";
import type { PlainDay } from "./calendar";
import type { RoleGroupCode, Track } from "./curriculum";
import { type Affiliation, mayBeEnrolled } from "./person";
import type { PolicyValues } from "./policy";
import { accept, type Decision, refuse } from "./result";

export type EnrolmentRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "PersonNotActive" }
  | { readonly code: "AffiliationMayNotEnrol" }
  | { readonly code: "TeamIsClosed" }
  | { readonly code: "TracksNeeded" }
  | { readonly code: "EnrolledInFuture" }
  | { readonly code: "AlreadyEnrolled" }
  | { readonly code: "EnrolmentEnded" }
  | { readonly code: "EndsBeforeItBegins" }
  | { readonly code: "EndsInFuture" }
  | { readonly code: "BasicEducationStillNeeded" };
export type EnrolmentDecision<T> = Decision<T, EnrolmentRefusal>;

export type EnrolmentWish = {
  readonly personId: string;
  /** Null: basic education, once per person. */
  readonly roleGroupCode: RoleGroupCode | null;
  readonly tracks: readonly Track[];
  readonly enrolledOn: PlainDay;
};

export type EnrolFacts = {
  readonly person: PersonRef & { readonly isActive: boolean; readonly affiliation: Affiliation };
  readonly team: TeamRef & { readonly closed: boolean; readonly today: PlainDay };
  /** Role groups of the enrolments that run; null is basic education. */
  readonly running: readonly (RoleGroupCode | null)[];
  /** The latest edition with the tracks of the role group in it. */
  readonly edition: { readonly editionId: string; readonly tracks: readonly Track[] };
  /** Today's values: who may be enrolled, and what STEP 0 will be measured by. */
  readonly policy: PolicyValues;
};

/** One enrolment to write. Basic education comes along with the first role group. */
export type NewEnrolment = { readonly roleGroupCode: RoleGroupCode | null; readonly tracks: readonly Track[] };

export type Enrolling = {
  readonly editionId: string;
  readonly policy: PolicyValues;
  readonly enrolments: readonly NewEnrolment[];
};

const mayAct = (wish: EnrolmentWish, { person, team }: EnrolFacts, actor: Actor) =>
  canEnrol(actor, wish.personId, team) && canViewPerson(actor, person);

/** `facts` is null where the person or the team is not there; a person who is not the actor's to see looks the same. */
export function enrol(wish: EnrolmentWish, facts: EnrolFacts | null, actor: Actor): EnrolmentDecision<Enrolling> {
  if (!facts || !mayAct(wish, facts, actor)) return refuse({ code: "NotFound" });
  const { person, team, policy } = facts;
  if (!person.isActive) return refuse({ code: "PersonNotActive" });
  if (!mayBeEnrolled(person.affiliation, policy)) return refuse({ code: "AffiliationMayNotEnrol" });
  if (team.closed) return refuse({ code: "TeamIsClosed" });
  if (wish.enrolledOn > team.today) return refuse({ code: "EnrolledInFuture" });
  return enrolmentsToWrite(wish, facts);
}

function enrolmentsToWrite(wish: EnrolmentWish, facts: EnrolFacts): EnrolmentDecision<Enrolling> {
  const { edition, running, policy } = facts;
  const { roleGroupCode } = wish;
  if (running.includes(roleGroupCode)) return refuse({ code: "AlreadyEnrolled" });
  const tracks = edition.tracks.filter((track) => wish.tracks.includes(track));
  if (edition.tracks.length > 0 && tracks.length === 0) return refuse({ code: "TracksNeeded" });

  const asked = { roleGroupCode, tracks };
  const needsBasic = roleGroupCode !== null && !running.includes(null);
  const enrolments = needsBasic ? [{ roleGroupCode: null, tracks: [] }, asked] : [asked];
  return accept({ editionId: edition.editionId, policy, enrolments });
}

export type RunningEnrolment = {
  readonly ref: EnrolmentRef;
  readonly enrolledOn: PlainDay;
  readonly endedOn: PlainDay | null;
  readonly today: PlainDay;
  /** Other enrolments of the person that run. */
  readonly othersRunning: number;
};

/** Managers of the team, and administrators, who enrol people as well. */
export const mayEndEnrolment = (actor: Actor, enrolment: EnrolmentRef) => actor.isAdmin || manages(actor, enrolment);

/** Basic education runs as long as a role group does: its STEP1 rests on it. */
export function endEnrolment(
  enrolment: RunningEnrolment | null,
  endedOn: PlainDay,
  actor: Actor,
): EnrolmentDecision<EnrolmentRef> {
  if (!enrolment || !mayEndEnrolment(actor, enrolment.ref)) return refuse({ code: "NotFound" });
  if (enrolment.endedOn !== null) return refuse({ code: "EnrolmentEnded" });
  if (endedOn < enrolment.enrolledOn) return refuse({ code: "EndsBeforeItBegins" });
  if (endedOn > enrolment.today) return refuse({ code: "EndsInFuture" });
  if (enrolment.ref.roleGroupCode === null && enrolment.othersRunning > 0) {
    return refuse({ code: "BasicEducationStillNeeded" });
  }
  return accept(enrolment.ref);
}

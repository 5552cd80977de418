import type { RoleGroupCode } from "./curriculum";

/** Capacities shown to people (権限区分). One person holds several at once, each with its reach. */
export const CAPACITIES = ["trainee", "mentor", "manager", "admin", "auditor"] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** Mentor of a role group in a team and those below it; `teamId` null is the whole organisation. */
export type MentorshipReach = { readonly roleGroupCode: RoleGroupCode; readonly teamId: string | null };
export type AppointmentReach = {
  readonly kind: "countersigner" | "reviewer";
  readonly teamId: string;
  readonly roleGroupCode: RoleGroupCode | null;
};

/** Who is asking, with every capacity that stands today. Team ids are the roots of what is held: the teams below count too. */
export type Actor = {
  readonly id: string;
  readonly isAdmin: boolean;
  readonly isAuditor: boolean;
  /** Holds an enrolment that has not ended. */
  readonly isTrainee: boolean;
  readonly managedTeamIds: readonly string[];
  readonly mentorships: readonly MentorshipReach[];
  readonly appointments: readonly AppointmentReach[];
};

/** Who is asking, and when: the only ambient facts a command may use. */
export type Caller = { readonly actor: Actor; readonly now: Date };

/** A team with itself and every team above it. */
export type TeamRef = { readonly teamId: string; readonly ancestorIds: readonly string[] };
/** A person with the teams they belong to today. */
export type PersonRef = { readonly personId: string; readonly teams: readonly TeamRef[] };
/** An enrolment as permissions see it. `roleGroupCode` null is basic education. */
export type EnrolmentRef = {
  readonly enrolmentId: string;
  readonly traineeId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly team: TeamRef;
};

export const capacitiesOf = (actor: Actor): readonly Capacity[] =>
  CAPACITIES.filter((capacity) => HOLDS[capacity](actor));

const HOLDS: Record<Capacity, (actor: Actor) => boolean> = {
  trainee: (actor) => actor.isTrainee,
  mentor: (actor) => actor.mentorships.length > 0,
  manager: (actor) => actor.managedTeamIds.length > 0,
  admin: (actor) => actor.isAdmin,
  auditor: (actor) => actor.isAuditor,
};

const reaches = (rootTeamId: string | null, team: TeamRef) =>
  rootTeamId === null || team.ancestorIds.includes(rootTeamId);

/** A manager of the team or of a team above it. */
export const managesTeam = (actor: Actor, team: TeamRef) =>
  actor.managedTeamIds.some((managed) => reaches(managed, team));

const coversRoleGroup = (held: RoleGroupCode | null, asked: RoleGroupCode | null) =>
  asked === null || held === null || held === asked;

/** A mentor of the enrolment's role group there; for basic education any mentor of the team. Never of oneself. */
export const mentors = (actor: Actor, enrolment: EnrolmentRef) =>
  actor.id !== enrolment.traineeId &&
  actor.mentorships.some(
    ({ roleGroupCode, teamId }) =>
      reaches(teamId, enrolment.team) && coversRoleGroup(roleGroupCode, enrolment.roleGroupCode),
  );

const isAppointed = (kind: AppointmentReach["kind"]) => (actor: Actor, enrolment: EnrolmentRef) =>
  actor.id !== enrolment.traineeId &&
  actor.appointments.some(
    (appointment) =>
      appointment.kind === kind &&
      reaches(appointment.teamId, enrolment.team) &&
      coversRoleGroup(appointment.roleGroupCode, enrolment.roleGroupCode),
  );

export const isReviewerOf = isAppointed("reviewer");
export const isCountersignerOf = isAppointed("countersigner");

/** Manages the enrolment's team, and so may recognise earlier experience or end the enrolment; never one's own. */
export const manages = (actor: Actor, enrolment: EnrolmentRef) =>
  actor.id !== enrolment.traineeId && managesTeam(actor, enrolment.team);

/** May see an enrolment's progress: the trainee, their mentors, their managers, and who was appointed for it (product.md, 17). */
export const canViewEnrolment = (actor: Actor, enrolment: EnrolmentRef) =>
  actor.id === enrolment.traineeId ||
  mentors(actor, enrolment) ||
  manages(actor, enrolment) ||
  isReviewerOf(actor, enrolment) ||
  isCountersignerOf(actor, enrolment);

/** May see who signed what in an enrolment, and when: whoever sees its progress, and auditors, who read no texts. */
export const canViewHistory = (actor: Actor, enrolment: EnrolmentRef) =>
  actor.isAuditor || canViewEnrolment(actor, enrolment);

/** Where a role group has no mentor other than the trainee, a manager or an appointed reviewer acts for one (product.md, 8). */
export type Pool = { readonly hasOtherMentor: boolean };

/** May verify, judge, send back and sign off. Returns in which quality, or null. */
export function reviewQuality(actor: Actor, enrolment: EnrolmentRef, pool: Pool): "mentor" | "reviewer" | null {
  if (mentors(actor, enrolment)) return "mentor";
  if (enrolment.roleGroupCode === null && manages(actor, enrolment)) return "mentor";
  if (pool.hasOtherMentor) return null;
  return manages(actor, enrolment) || isReviewerOf(actor, enrolment) ? "reviewer" : null;
}

/** May countersign: a manager of the team or above, or a person appointed for it. */
export const canCountersign = (actor: Actor, enrolment: EnrolmentRef) =>
  manages(actor, enrolment) || isCountersignerOf(actor, enrolment);

/** May enrol a person in a team's role group. */
export const canEnrol = (actor: Actor, personId: string, team: TeamRef) =>
  (actor.id !== personId && managesTeam(actor, team)) || actor.isAdmin;

/** May appoint mentors, countersigners and reviewers in a team. Nobody appoints themselves. */
export const canAppoint = (actor: Actor, personId: string, team: TeamRef) =>
  actor.id !== personId && managesTeam(actor, team);

/** May see a person's profile and enrolments list: oneself, administrators, managers of a team of theirs. */
export const canViewPerson = (actor: Actor, person: PersonRef) =>
  actor.id === person.personId || actor.isAdmin || person.teams.some((team) => managesTeam(actor, team));

/** May manage people, teams, memberships, invitations and capacities. */
export const canManagePeople = (actor: Actor) => actor.isAdmin;

/** May search the audit trail and verify it: who, what and when, but no text. */
export const canReadAudit = (actor: Actor) => actor.isAuditor || actor.isAdmin;

/** May take the proof of what the trail holds about a person: oneself, auditors, managers of a team of theirs. */
export const canTakeProof = (actor: Actor, person: PersonRef) =>
  actor.id === person.personId || actor.isAuditor || person.teams.some((team) => managesTeam(actor, team));

/** May set the organisation's numbers and lists: administrators, and managers of a team without a parent. */
export const canSetPolicy = (actor: Actor, rootTeamIds: readonly string[]) =>
  actor.isAdmin || actor.managedTeamIds.some((managed) => rootTeamIds.includes(managed));

/** May read what a record says. TLP:RED holds a reference only, for the trainee and the mentor named on it. */
export const canReadRecordText = (
  actor: Actor,
  record: { readonly traineeId: string; readonly tlp: string; readonly mentorPresentId: string | null },
  enrolment: EnrolmentRef | null,
) => {
  if (actor.id === record.traineeId) return true;
  if (record.tlp === "RED") return actor.id === record.mentorPresentId;
  return enrolment !== null && canViewEnrolment(actor, enrolment);
};

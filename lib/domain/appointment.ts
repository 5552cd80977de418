import { type Actor, canAppoint, type TeamRef } from "./access";
import type { PlainDay } from "./calendar";
import type { RoleGroupCode } from "./curriculum";
import { accept, type Decision, refuse } from "./result";

/** Mentors, countersigners and reviewers, made and ended by an act with a reason (product.md, 7 and 8). */

export type AppointmentRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "OwnAppointment" }
  | { readonly code: "PersonNotActive" }
  | { readonly code: "TeamIsClosed" }
  | { readonly code: "DayInFuture" }
  | { readonly code: "NotIndependentThere" }
  | { readonly code: "AppointmentNeedsReason" }
  | { readonly code: "AppointmentStands" }
  | { readonly code: "AppointmentEnded" };
export type AppointmentDecision<T> = Decision<T, AppointmentRefusal>;

export type AppointmentFacts = {
  readonly personIsActive: boolean;
  readonly today: PlainDay;
  /** The team asked for; for the whole organisation every root team. */
  readonly teams: readonly (TeamRef & { readonly closed: boolean })[];
  /** 一人前 in the role group asked for. */
  readonly isIndependent: boolean;
  readonly alreadyStands: boolean;
};

export type MentorshipWish = {
  readonly personId: string;
  readonly roleGroupCode: RoleGroupCode;
  readonly teamId: string | null;
  /** Null: by proficiency where the person is independent in the role group, else by appointment. */
  readonly basis: MentorshipBasis | null;
  readonly fromOn: PlainDay;
  readonly reason: string;
};
export type MentorshipBasis = "proficiency" | "appointment";

/** By proficiency only who is independent in the role group; by appointment anybody, with a reason. */
export function appointMentor<W extends MentorshipWish>(
  wish: W,
  facts: AppointmentFacts | null,
  actor: Actor,
): AppointmentDecision<W & { readonly basis: MentorshipBasis }> {
  const refusal = appointmentRefusal(wish, facts, actor);
  if (refusal) return refuse(refusal);
  const basis = wish.basis ?? (facts?.isIndependent ? "proficiency" : "appointment");
  if (basis === "proficiency" && !facts?.isIndependent) return refuse({ code: "NotIndependentThere" });
  if (basis === "appointment" && wish.reason === "") return refuse({ code: "AppointmentNeedsReason" });
  return accept({ ...wish, basis });
}

export type AppointmentWish = {
  readonly personId: string;
  readonly kind: "countersigner" | "reviewer";
  readonly teamId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly fromOn: PlainDay;
};

/** Anybody in the organisation: a department head is in none of the teams. A countersigner has no other right by it; a reviewer acts where the role group has no other mentor. */
export function appoint(
  wish: AppointmentWish,
  facts: AppointmentFacts | null,
  actor: Actor,
): AppointmentDecision<AppointmentWish> {
  const refusal = appointmentRefusal(wish, facts, actor);
  return refusal ? refuse(refusal) : accept(wish);
}

function appointmentRefusal(
  { personId, fromOn }: { readonly personId: string; readonly fromOn: PlainDay },
  facts: AppointmentFacts | null,
  actor: Actor,
): AppointmentRefusal | null {
  if (!facts || facts.teams.length === 0) return { code: "NotFound" };
  if (personId === actor.id) return { code: "OwnAppointment" };
  if (!facts.teams.every((team) => canAppoint(actor, personId, team))) return { code: "NotFound" };
  if (facts.teams.some(({ closed }) => closed)) return { code: "TeamIsClosed" };
  if (!facts.personIsActive) return { code: "PersonNotActive" };
  if (fromOn > facts.today) return { code: "DayInFuture" };
  return facts.alreadyStands ? { code: "AppointmentStands" } : null;
}

export type StandingAppointment = {
  readonly personId: string;
  readonly teams: readonly TeamRef[];
  readonly ended: boolean;
};

/** Whoever may appoint there may end it, but nobody their own. */
export const mayEndAppointment = (actor: Actor, { personId, teams }: Pick<StandingAppointment, "personId" | "teams">) =>
  teams.length > 0 && teams.every((team) => canAppoint(actor, personId, team));

/** What was decided under it stands. */
export function endAppointment(
  standing: StandingAppointment | null,
  actor: Actor,
): AppointmentDecision<StandingAppointment> {
  if (standing?.personId === actor.id) return refuse({ code: "OwnAppointment" });
  if (!standing || !mayEndAppointment(actor, standing)) return refuse({ code: "NotFound" });
  return standing.ended ? refuse({ code: "AppointmentEnded" }) : accept(standing);
}

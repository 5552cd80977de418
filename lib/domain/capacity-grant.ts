import { type Actor, canManagePeople } from "./access";
import { accept, type Decision, refuse } from "./result";

/** Capacities that are granted; a trainee is one by enrolment, a mentor by mentorship. */
export const GRANTED_CAPACITIES = ["manager", "admin", "auditor"] as const;
export type GrantedCapacity = (typeof GRANTED_CAPACITIES)[number];

export type CapacityRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "OwnCapacity" }
  | { readonly code: "ManagerNeedsTeam" }
  | { readonly code: "TeamIsClosed" }
  | { readonly code: "PersonNotActive" }
  | { readonly code: "CapacityAlreadyHeld" }
  | { readonly code: "CapacityEnded" }
  | { readonly code: "LastAdministrator" };
export type CapacityDecision<T> = Decision<T, CapacityRefusal>;

export type CapacityWish = {
  readonly personId: string;
  readonly capacity: GrantedCapacity;
  /** A manager holds a team and those below it; the others hold the organisation. */
  readonly teamId: string | null;
};

export type GrantFacts = {
  readonly personIsActive: boolean;
  readonly team: { readonly closed: boolean } | null;
  readonly alreadyHeld: boolean;
};

/** Nobody grants themselves a capacity: a second administrator does. `facts` is null where the person is not there. */
export function grantCapacity(
  wish: CapacityWish,
  facts: GrantFacts | null,
  actor: Actor,
): CapacityDecision<CapacityWish> {
  if (!facts || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (wish.personId === actor.id) return refuse({ code: "OwnCapacity" });
  if (!facts.personIsActive) return refuse({ code: "PersonNotActive" });
  const teamless = wish.capacity !== "manager";
  if (!teamless && wish.teamId === null) return refuse({ code: "ManagerNeedsTeam" });
  const refused = teamless ? null : teamRefusal(facts.team);
  if (refused) return refused;
  if (facts.alreadyHeld) return refuse({ code: "CapacityAlreadyHeld" });
  return accept({ ...wish, teamId: teamless ? null : wish.teamId });
}

const teamRefusal = (team: GrantFacts["team"]) => {
  if (!team) return refuse({ code: "NotFound" });
  return team.closed ? refuse({ code: "TeamIsClosed" }) : null;
};

export type StandingGrant = {
  readonly grantId: string;
  readonly personId: string;
  readonly capacity: GrantedCapacity;
  readonly teamId: string | null;
  readonly ended: boolean;
  readonly isLastAdministrator: boolean;
};

export function endCapacity(grant: StandingGrant | null, actor: Actor): CapacityDecision<StandingGrant> {
  if (!grant || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (grant.ended) return refuse({ code: "CapacityEnded" });
  if (grant.capacity === "admin" && grant.isLastAdministrator) return refuse({ code: "LastAdministrator" });
  return accept(grant);
}

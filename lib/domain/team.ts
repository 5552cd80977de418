import { type Actor, canManagePeople } from "./access";
import { accept, type Decision, refuse } from "./result";

/** A team as the tree sees it. */
export type TeamNode = {
  readonly teamId: string;
  readonly parentId: string | null;
  readonly closed: boolean;
};

export type TeamProfile = {
  readonly nameJa: string;
  readonly nameEn: string;
  readonly timeZone: string;
  /** 1–12. */
  readonly fiscalYearStartMonth: number;
};

export type TeamRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "TeamCodeTaken" }
  | { readonly code: "TeamChangedMeanwhile" }
  | { readonly code: "ParentTeamIsClosed" }
  | { readonly code: "TeamBelowItself" }
  | { readonly code: "TeamAlreadyThere" }
  | { readonly code: "TeamMoveStale" }
  | { readonly code: "StepWouldBeEmpty" }
  | { readonly code: "TeamIsClosed" }
  | { readonly code: "TeamIsOpen" }
  | { readonly code: "TeamHasOpenTeamsBelow"; readonly count: number }
  | { readonly code: "TeamHasMembers"; readonly count: number }
  | { readonly code: "TeamHasEnrolments"; readonly count: number };
export type TeamDecision<T> = Decision<T, TeamRefusal>;

export const TEAM_FIELDS = ["nameJa", "nameEn", "timeZone", "fiscalYearStartMonth"] as const;

export const changedTeamFields = (before: TeamProfile, after: TeamProfile) =>
  TEAM_FIELDS.filter((field) => before[field] !== after[field]);

/** The teams above, nearest first. A parent that is not among the nodes ends the walk. */
export function ancestorsOf(nodes: readonly TeamNode[], teamId: string): string[] {
  const parents = new Map(nodes.map((node) => [node.teamId, node.parentId]));
  const above: string[] = [];
  let next = parents.get(teamId) ?? null;
  while (next !== null && !above.includes(next)) {
    above.push(next);
    next = parents.get(next) ?? null;
  }
  return above;
}

type ParentFacts = { readonly wanted: boolean; readonly parent: TeamNode | null };

const parentRefusal = ({ wanted, parent }: ParentFacts) => {
  if (!wanted) return null;
  if (!parent) return refuse({ code: "NotFound" });
  return parent.closed ? refuse({ code: "ParentTeamIsClosed" }) : null;
};

export function addTeam(facts: ParentFacts & { codeTaken: boolean }, actor: Actor): TeamDecision<null> {
  if (!canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (facts.codeTaken) return refuse({ code: "TeamCodeTaken" });
  return parentRefusal(facts) ?? accept(null);
}

type TeamEdit = { readonly wish: TeamProfile; readonly pageIsCurrent: boolean };

export function editTeam(
  team: (TeamNode & { readonly profile: TeamProfile }) | null,
  { wish, pageIsCurrent }: TeamEdit,
  actor: Actor,
): TeamDecision<readonly string[]> {
  if (!team || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (team.closed) return refuse({ code: "TeamIsClosed" });
  const changes = changedTeamFields(team.profile, wish);
  return changes.length === 0 || pageIsCurrent ? accept(changes) : refuse({ code: "TeamChangedMeanwhile" });
}

/** `parentId` null makes it a team without a parent. The tree stays a tree: no team comes to stand below itself. */
export function moveTeam(
  nodes: readonly TeamNode[],
  move: { readonly teamId: string; readonly parentId: string | null },
  actor: Actor,
): TeamDecision<{ fromParentId: string | null }> {
  const team = nodes.find((node) => node.teamId === move.teamId);
  if (!team || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (team.closed) return refuse({ code: "TeamIsClosed" });
  if (team.parentId === move.parentId) return refuse({ code: "TeamAlreadyThere" });

  const parent = nodes.find((node) => node.teamId === move.parentId) ?? null;
  const refused = parentRefusal({ wanted: move.parentId !== null, parent });
  if (refused) return refused;
  if (parent && (parent.teamId === team.teamId || ancestorsOf(nodes, parent.teamId).includes(team.teamId))) {
    return refuse({ code: "TeamBelowItself" });
  }
  return accept({ fromParentId: team.parentId });
}

/** What still lives in a team. */
export type TeamLife = { readonly openTeamsBelow: number; readonly members: number; readonly enrolments: number };

/** Only an empty team is closed; nobody is left in a team that does not exist. */
export function closeTeam(team: TeamNode | null, life: TeamLife, actor: Actor): TeamDecision<null> {
  if (!team || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (team.closed) return refuse({ code: "TeamIsClosed" });
  if (life.openTeamsBelow > 0) return refuse({ code: "TeamHasOpenTeamsBelow", count: life.openTeamsBelow });
  if (life.members > 0) return refuse({ code: "TeamHasMembers", count: life.members });
  if (life.enrolments > 0) return refuse({ code: "TeamHasEnrolments", count: life.enrolments });
  return accept(null);
}

export function reopenTeam(team: TeamNode | null, parent: TeamNode | null, actor: Actor): TeamDecision<null> {
  if (!team || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (!team.closed) return refuse({ code: "TeamIsOpen" });
  return parentRefusal({ wanted: team.parentId !== null, parent }) ?? accept(null);
}

import "server-only";
import { lockPublishing, publishLocalChanges } from "@/lib/curriculum/commands";
import { findEdition } from "@/lib/curriculum/queries";
import type { Caller } from "@/lib/domain/access";
import { accept, refuse } from "@/lib/domain/result";
import {
  addTeam as decideAdding,
  closeTeam as decideClosing,
  editTeam as decideEdit,
  moveTeam as decideMove,
  reopenTeam as decideReopening,
  type TeamDecision,
  type TeamProfile,
} from "@/lib/domain/team";
import { agreeToMove } from "@/lib/domain/team-move";
import { editionsOfBranch, followEditions, planTeamMove } from "@/lib/edition/facts";
import { type AuditAction, type AuditBody, recordEvent, recordEvents } from "@/lib/platform/audit";
import { toDbDay, todayIn } from "@/lib/platform/days";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { lockOrganisation } from "@/lib/platform/organisation";
import { insertAncestors, loadLife, loadTeam, loadTree, moveAncestors, seenState } from "./records";
import type { NewTeam, TeamEdit, TeamKey, TeamMove } from "./schema";

type Named = { teamId: string };

/** The form's key is the team's id: the same form sent twice is one team. */
export const addTeam = (input: NewTeam, { actor, now }: Caller) =>
  inTransaction<TeamDecision<Named>>(
    async (tx) => {
      await lockOrganisation(tx);
      const { onceKey: id, parentId, ...columns } = input;
      const same = await tx.team.findMany({ where: { OR: [{ id }, { code: input.code }] }, select: { id: true } });
      const parent = (await loadTree(tx)).find(({ teamId }) => teamId === parentId) ?? null;
      const codeTaken = same.some((team) => team.id !== id);
      const decision = decideAdding({ wanted: parentId !== null, parent, codeTaken }, actor);
      if (!decision.ok) return decision;
      if (same.length > 0) return accept({ teamId: id });

      await tx.team.create({ data: { ...columns, id, parentId, createdAt: now } });
      await insertAncestors(tx, id, parentId);
      await recordEvent(tx, { action: "TeamAdded", actorId: actor.id, subjectId: id, body: { parentId } });
      return accept({ teamId: id });
    },
    { onDuplicate: () => refuse({ code: "TeamCodeTaken" }) },
  );

export const editTeam = ({ teamId, seen, ...wish }: TeamEdit, { actor }: Caller) =>
  inTransaction<TeamDecision<Named>>(async (tx) => {
    const team = await loadTeam(tx, teamId);
    const pageIsCurrent = team !== null && seenState(team.profile) === seen;
    const decision = decideEdit(team, { wish, pageIsCurrent }, actor);
    if (!decision.ok) return decision;
    if (decision.value.length === 0) return accept({ teamId });

    await tx.team.update({ where: { id: teamId }, data: wish });
    const { timeZone, fiscalYearStartMonth } = wish;
    const body = { fields: decision.value, timeZone, fiscalYearStartMonth };
    await recordEvent(tx, { action: "TeamEdited", actorId: actor.id, subjectId: teamId, body });
    return accept({ teamId });
  });

type MoveWish = Omit<TeamMove, "seen"> & { readonly seen?: string | null };

/**
 * The whole tree is held while a branch moves: two moves at once could otherwise close a circle. The local curriculum of the new
 * place comes with the move (docs/decisions/094).
 */
export async function moveTeam({ teamId, parentId, seen = null }: MoveWish, caller: Caller) {
  const { actor } = caller;
  await remember(await editionsOfBranch(db(), teamId));
  return inTransaction<TeamDecision<Named>>(
    async (tx) => {
      await lockOrganisation(tx);
      await lockPublishing(tx);
      const decision = decideMove(await loadTree(tx), { teamId, parentId }, actor);
      if (!decision.ok) return decision;
      const { digest, leavesStepEmpty } = await planTeamMove(tx, { teamId, parentId });
      const agreed = agreeToMove({ isAsSeen: digest === null || digest === seen, leavesStepEmpty });
      if (!agreed.ok) return agreed;

      const before = await editionsOfBranch(tx, teamId);
      await tx.team.update({ where: { id: teamId }, data: { parentId } });
      await moveAncestors(tx, teamId, parentId);
      const followed = await bringCurriculum(tx, before, caller);
      const body = { fromParentId: decision.value.fromParentId, toParentId: parentId, ...followed };
      await recordEvent(tx, { action: "TeamMoved", actorId: actor.id, subjectId: teamId, body });
      return accept({ teamId });
    },
    { seconds: 120 },
  );
}

/** What is compared inside the transaction is in memory before: within it nobody waits for a second connection. */
const remember = (editions: ReadonlyMap<string, string>) =>
  Promise.all([...new Set(editions.values())].map(findEdition));

/** The editions of the teams' new places are put into force, and whoever has not begun the open STEP goes over to them. */
async function bringCurriculum(tx: Tx, before: ReadonlyMap<string, string>, caller: Caller) {
  await publishLocalChanges(tx, caller.now);
  return followEditions(tx, before, caller);
}

/** Mentorships, appointments and managers of the team end with it. */
export const closeTeam = ({ teamId }: TeamKey, { actor, now }: Caller) =>
  inTransaction<TeamDecision<Named>>(async (tx) => {
    await lockOrganisation(tx);
    const team = await loadTeam(tx, teamId);
    const today = todayIn(team?.profile.timeZone ?? "UTC", now);
    const decision = decideClosing(team, await loadLife(tx, teamId, today), actor);
    if (!decision.ok) return decision;

    await tx.team.update({ where: { id: teamId }, data: { closedOn: toDbDay(today) } });
    const body = await endWhatHangsOn(tx, teamId, { endedAt: now, endedById: actor.id });
    await recordEvent(tx, { action: "TeamClosed", actorId: actor.id, subjectId: teamId, body });
    return accept({ teamId });
  });

async function endWhatHangsOn(tx: Tx, teamId: string, data: { endedAt: Date; endedById: string }) {
  const held = { where: { teamId, endedAt: null }, data };
  const mentorships = await tx.mentorship.updateMany(held);
  const appointments = await tx.appointment.updateMany(held);
  const grants = await tx.capacityGrant.updateMany(held);
  return { mentorships: mentorships.count, appointments: appointments.count, grants: grants.count };
}

export const reopenTeam = ({ teamId }: TeamKey, { actor }: Caller) =>
  inTransaction<TeamDecision<Named>>(async (tx) => {
    await lockOrganisation(tx);
    const tree = await loadTree(tx);
    const team = tree.find((node) => node.teamId === teamId) ?? null;
    const parent = tree.find((node) => node.teamId === team?.parentId) ?? null;
    const decision = decideReopening(team, parent, actor);
    if (!decision.ok) return decision;

    await tx.team.update({ where: { id: teamId }, data: { closedOn: null } });
    await recordEvent(tx, { action: "TeamReopened", actorId: actor.id, subjectId: teamId, body: {} });
    return accept({ teamId });
  });

/** What a line of a CSV file does to a team, decided before. */
export type TeamWriting = {
  readonly teamId: string;
  readonly code: string;
  readonly isNew: boolean;
  readonly profile: TeamProfile;
  readonly parentId: string | null;
  readonly edits: boolean;
  readonly moves: boolean;
};

/** Within the caller's transaction, for the CSV import: every team first, then each to its place, in the order of the file. */
export async function writeTeams(tx: Tx, writings: readonly TeamWriting[], caller: Caller) {
  const { actor, now } = caller;
  const anyMoves = writings.some(({ moves }) => moves);
  if (anyMoves) await lockPublishing(tx);
  const before = anyMoves ? await editionsOfBranch(tx, null) : new Map<string, string>();
  for (const writing of writings) await writeTeam(tx, writing, now);
  const placed = writings.filter(({ isNew, moves, parentId }) => moves || (isNew && parentId !== null));
  for (const { teamId, parentId } of placed) {
    await tx.team.update({ where: { id: teamId }, data: { parentId } });
    await moveAncestors(tx, teamId, parentId);
  }
  if (anyMoves) await bringCurriculum(tx, before, caller);
  const event = (action: AuditAction, subjectId: string, body: AuditBody) => ({
    action,
    actorId: actor.id,
    subjectId,
    body,
  });
  await recordEvents(
    tx,
    writings.flatMap(({ teamId, isNew, edits, moves, parentId }) => [
      ...(isNew ? [event("TeamAdded", teamId, { parentId })] : []),
      ...(edits ? [event("TeamEdited", teamId, {})] : []),
      ...(moves ? [event("TeamMoved", teamId, { toParentId: parentId })] : []),
    ]),
  );
}

async function writeTeam(tx: Tx, { teamId: id, code, isNew, profile, edits }: TeamWriting, now: Date) {
  if (edits) await tx.team.update({ where: { id }, data: profile });
  if (!isNew) return;
  await tx.team.create({ data: { id, code, ...profile, createdAt: now } });
  await insertAncestors(tx, id, null);
}

import "server-only";
import { loadLocalGround, structuresOf } from "@/lib/curriculum/facts";
import { curriculumFor, editionsInForce } from "@/lib/curriculum/queries";
import type { Caller } from "@/lib/domain/access";
import type { EditionStructure, RoleGroupCode } from "@/lib/domain/curriculum";
import { type EditionAct, followTeam, type Movable } from "@/lib/domain/edition";
import { isDeadEnd } from "@/lib/domain/local-curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { recordEvents } from "@/lib/platform/audit";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { Prisma } from "@/prisma/generated/client";
import { digestOfMovable, verifiedCodes } from "./records";

type Act = { readonly actId: string; readonly reason: string };

/** A fact and an event for each; signed-off STEPs keep what they rested on. */
export async function writeEditionActs(tx: Tx, acts: readonly EditionAct[], { actId, reason }: Act, caller: Caller) {
  const { actor, now } = caller;
  await tx.editionDecision.createMany({
    data: acts.map(({ movable, outcome, cause }) => ({
      id: newId(now),
      actId,
      enrolmentId: movable.ref.enrolmentId,
      fromId: movable.fromEditionId,
      toId: movable.toEditionId,
      outcome,
      cause,
      reason,
      decidedById: actor.id,
      decidedAt: now,
    })),
  });
  const moved = Map.groupBy(
    acts.filter(({ outcome }) => outcome === "moved"),
    ({ movable }) => movable.toEditionId,
  );
  for (const [editionId, those] of moved) {
    const where = { id: { in: those.map(({ movable }) => movable.ref.enrolmentId) } };
    await tx.enrolment.updateMany({ where, data: { editionId } });
  }
  await recordEvents(
    tx,
    acts.map((act) => eventOf(act, actId, actor.id)),
  );
}

const eventOf = ({ movable, outcome, cause }: EditionAct, actId: string, actorId: string) => ({
  action: outcome === "moved" ? ("EnrolmentMovedToEdition" as const) : ("EnrolmentStaysOnEdition" as const),
  actorId,
  subjectId: movable.ref.traineeId,
  body: {
    enrolmentId: movable.ref.enrolmentId,
    fromEditionId: movable.fromEditionId,
    toEditionId: movable.toEditionId,
    cause,
    actId,
  },
});

/** Whoever is in a team and measured by what was in force there until now. */
export type Follower = Movable & {
  readonly name: string;
  readonly latinName: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly openStep: StepNumber;
};

type Pair = { readonly teamId: string; readonly fromId: string; readonly toId: string };
type FollowerRow = Omit<Follower, keyof Movable> & {
  enrolmentId: string;
  traineeId: string;
  teamId: string;
  ancestorIds: string[];
  editionId: string;
  verifiedCodes: string[];
};

/** With an open STEP; who is still on an earlier edition is left for a manager to decide. One statement. */
async function loadFollowers(tx: Tx, pairs: readonly Pair[]): Promise<Follower[]> {
  if (pairs.length === 0) return [];
  const rows = await tx.$queryRaw<FollowerRow[]>`
    select e.id as "enrolmentId", e."personId" as "traineeId", e."roleGroupCode", e."teamId", e."editionId", p.name, p."latinName",
           (select array_agg(a."ancestorId"::text order by a.depth) from "TeamAncestor" a where a."teamId" = e."teamId") as "ancestorIds",
           s."openStep"::int as "openStep", ${verifiedCodes} as "verifiedCodes"
      from unnest(${pairs.map(({ teamId }) => teamId)}::uuid[], ${pairs.map(({ fromId }) => fromId)}::uuid[]) as x("teamId", "fromId")
      join "Enrolment" e on e."teamId" = x."teamId" and e."editionId" = x."fromId" and e."endedOn" is null
      join "Person" p on p.id = e."personId"
      join "PersonStanding" s on s."enrolmentId" = e.id and s."openStep" is not null
     order by p.reading, p.id, e."roleGroupCode" nulls first`;
  const olds = new Map(await Promise.all([...new Set(pairs.map(({ fromId }) => fromId))].map(withCurriculum)));
  const toOf = new Map(pairs.map(({ teamId, toId }) => [teamId, toId]));
  return rows.map(({ enrolmentId, traineeId, teamId, ancestorIds, editionId, verifiedCodes: codes, ...shown }) => ({
    ...shown,
    ref: { enrolmentId, traineeId, roleGroupCode: shown.roleGroupCode, team: { teamId, ancestorIds } },
    fromEditionId: editionId,
    toEditionId: toOf.get(teamId) ?? editionId,
    hasBegun: codes.some((code) => olds.get(editionId)?.criterion(code)?.step === shown.openStep),
  }));
}
const withCurriculum = async (id: string) => [id, await curriculumFor(id)] as const;

/** What moving a team below another brings to those in it: from which edition to which, and to whom. */
export type TeamMovePlan = {
  readonly pairs: readonly {
    readonly fromId: string;
    readonly after: EditionStructure;
    readonly followers: readonly Follower[];
  }[];
  readonly leavesStepEmpty: boolean;
  /** Of everything above; null where nothing changes for anybody. */
  readonly digest: string | null;
};

type Moving = { readonly teamId: string; readonly parentId: string | null };

/** Six statements at most. */
export async function planTeamMove(tx: Tx, move: Moving): Promise<TeamMovePlan> {
  const lines = await loadLinesAfter(tx, move);
  const ground = await loadLocalGround(tx, null);
  const [after, before] = [structuresOf(ground, lines), await editionsInForce([...lines.keys()], tx)];
  const changing: (Pair & { structure: EditionStructure })[] = [];
  for (const [teamId, { structure, digest }] of after) {
    const fromId = before.get(teamId) ?? "";
    if ((await curriculumFor(fromId)).digest !== digest) changing.push({ teamId, fromId, toId: digest, structure });
  }
  const followers = await loadFollowers(tx, changing);
  const byPair = Map.groupBy(changing, ({ fromId, toId }) => `${fromId} ${toId}`);
  const pairs = [...byPair].map(([key, [first]]) => ({
    fromId: first?.fromId ?? "",
    after: first?.structure ?? ground.base,
    followers: followers.filter((each) => `${each.fromEditionId} ${each.toEditionId}` === key),
  }));
  const digest = changing.length === 0 ? null : digestOf([[...byPair.keys()].sort(), digestOfMovable(followers)]);
  return { pairs, leavesStepEmpty: isDeadEnd(changing.map(({ structure }) => structure)), digest };
}

/** The teams of the branch, each with the teams that would stand above it. One statement. */
async function loadLinesAfter(tx: Tx, { teamId, parentId }: Moving): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.$queryRaw<{ teamId: string; line: string[] }[]>`
    with branch as (select a."teamId" from "TeamAncestor" a where a."ancestorId" = ${teamId}::uuid)
    select b."teamId", array(
             select a."ancestorId"::text from "TeamAncestor" a
              where a."teamId" = b."teamId" and a."ancestorId" in (select "teamId" from branch)
             union select p."ancestorId"::text from "TeamAncestor" p where p."teamId" = ${parentId}::uuid) as line
      from branch b order by 1`;
  return new Map(rows.map(({ teamId: id, line }) => [id, line]));
}

/** Before the tree changes: what is in force for the teams of a branch, or for all. */
export async function editionsOfBranch(tx: Tx, rootId: string | null): Promise<ReadonlyMap<string, string>> {
  const root = rootId === null ? Prisma.sql`true` : Prisma.sql`"ancestorId" = ${rootId}::uuid`;
  const rows = await tx.$queryRaw<{ id: string }[]>`select distinct "teamId" as id from "TeamAncestor" where ${root}`;
  return editionsInForce(
    rows.map(({ id }) => id),
    tx,
  );
}

/** After the tree has changed and what holds was put into force: everybody whose team has another edition now follows by the rule. */
export async function followEditions(tx: Tx, before: ReadonlyMap<string, string>, caller: Caller) {
  const after = await editionsInForce([...before.keys()], tx);
  const pairs = [...before].flatMap(([teamId, fromId]) => {
    const toId = after.get(teamId) ?? fromId;
    return toId === fromId ? [] : [{ teamId, fromId, toId }];
  });
  const first = await loadFollowers(tx, pairs);
  await lockPeople(
    tx,
    first.map(({ ref }) => ref.traineeId),
  );
  const acts = followTeam(first.length === 0 ? [] : await loadFollowers(tx, pairs));
  if (acts.length > 0) await writeEditionActs(tx, acts, { actId: newId(caller.now), reason: "" }, caller);
  return {
    moved: acts.filter(({ outcome }) => outcome === "moved").length,
    stays: acts.filter(({ outcome }) => outcome === "stays").length,
  };
}

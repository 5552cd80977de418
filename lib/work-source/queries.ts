import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/access";
import { likelyPerson } from "@/lib/domain/work-analyst";
import { mayImportWork, sameWord, worksIn } from "@/lib/domain/work-source";
import { db } from "@/lib/platform/db";
import { listTeams, type TeamInTree } from "@/lib/team/queries";
import { loadSource, loadSources, type Source } from "./facts";
import { loadPeopleInReach, seenOf } from "./records";
import type { AnalystSeen } from "./schema";

/** Teams whose work the actor may bring in, open ones. One statement. */
export async function listWorkTeams(actor: Actor): Promise<readonly TeamInTree[]> {
  if (!mayImportWork(actor)) return [];
  const teams = await listTeams();
  return teams.filter(
    ({ id: teamId, ancestorIds, closedOn }) => closedOn === null && worksIn(actor, { teamId, ancestorIds }),
  );
}

/** Sources of these teams. One statement. */
export const listSources = (teams: readonly { readonly id: string }[]) =>
  loadSources(
    db(),
    teams.map(({ id }) => id),
  );

/** A source to be edited; null where it is not the actor's. One statement. */
export async function findSource(actor: Actor, sourceId: string): Promise<(Source & { readonly seen: string }) | null> {
  const source = await loadSource(db(), sourceId);
  return source && worksIn(actor, source.team) ? { ...source, seen: seenOf(source) } : null;
}

const keyOf = (shown: string) => createHash("sha256").update(sameWord(shown)).digest("base64url").slice(0, 16);

/** Names that are known and those of the waiting file, with who they are. Two statements more. */
export async function listAnalysts(actor: Actor, source: Source, unknown: readonly string[]) {
  const people = await loadPeopleInReach(db(), source, actor);
  const byId = new Map(people.map((person) => [person.personId, person]));
  const known = source.analysts.map(({ shown, personId }): AnalystSeen => {
    const person = (personId !== null && byId.get(personId)) || null;
    const isOfOthers = personId !== null && person === null;
    return { key: keyOf(shown), shown, aside: personId === null, person, isOfOthers, likely: null };
  });
  const fresh = unknown.map((shown): AnalystSeen => {
    const likely = likelyPerson(shown, people);
    return { key: keyOf(shown), shown, aside: false, person: null, isOfOthers: false, likely };
  });
  return { people, analysts: [...fresh, ...known] };
}

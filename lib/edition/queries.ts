import "server-only";
import { curriculumFor, findEdition } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { changesBetween, itemsOf } from "@/lib/domain/edition-items";
import { db } from "@/lib/platform/db";
import { digestOfMovable, loadMovable, loadPairs } from "./records";
import { type EditionPair, MOST_AT_ONCE } from "./schema";

/** Old editions that the actor's trainees are still measured by, each with the one in force; null for who manages none. */
export async function listEditions(actor: Actor) {
  if (actor.managedTeamIds.length === 0) return null;
  const pairs = await loadPairs(db(), actor);
  return Promise.all(
    pairs.map(async (pair) => {
      const [from, to] = [await curriculumFor(pair.fromId), await curriculumFor(pair.toId)];
      return { ...pair, changes: changesBetween(from.structure, to.structure).length };
    }),
  );
}

/** What the edition in force changes item by item, and whom it concerns, fifty at a time; null where there is no such pair. */
export async function findEditionChange(actor: Actor, pair: EditionPair) {
  if (actor.managedTeamIds.length === 0) return null;
  const [from, to] = await Promise.all([findEdition(pair.from), findEdition(pair.to)]);
  if (!from || !to) return null;
  const rows = await loadMovable(db(), actor, pair, { limit: MOST_AT_ONCE });
  const places = new Map(itemsOf(to.structure).map((item) => [item.code, item]));
  return {
    changes: changesBetween(from.structure, to.structure),
    isThere: (code: string) => places.has(code),
    rows,
    digest: digestOfMovable(rows),
  };
}

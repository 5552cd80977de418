import "server-only";
import { nodeOf, wordsOfLocal } from "@/lib/content/queries";
import type { Wording } from "@/lib/content/schema";
import type { EditionStructure } from "@/lib/domain/curriculum";
import { type Addition, compose, type LocalChanges } from "@/lib/domain/local-curriculum";
import type { LocalChangeRow } from "./records";

/** What local changes make of an edition and of the words. */

export type LocalWords = Pick<Wording, "items" | "parts">;

/** The changes that stand for a team: its own, those of the teams above it, and the organisation's. */
export function changesFor(rows: readonly LocalChangeRow[], line: readonly string[]): LocalChanges {
  const standing = rows.filter(({ teamId, isWithdrawn }) => !isWithdrawn && (teamId === null || line.includes(teamId)));
  return {
    exempted: standing.filter(({ item }) => item === null).map(({ itemCode }) => itemCode),
    additions: additionsIn(standing),
  };
}

export const additionsIn = (rows: readonly LocalChangeRow[]): Addition[] =>
  rows.flatMap(({ item: stored }) => {
    if (stored === null) return [];
    const { roleGroupCode, step, item } = stored;
    return [{ roleGroupCode, step, ...nodeOf(item) }];
  });

export const composedFor = (base: EditionStructure, rows: readonly LocalChangeRow[], line: readonly string[]) =>
  compose(base, changesFor(rows, line));

/** The words of every item that was ever added; null where there is none. */
export function localWords(rows: readonly LocalChangeRow[]): LocalWords | null {
  const said = rows.flatMap(({ item }) => (item === null ? [] : [wordsOfLocal(item.item)]));
  if (said.length === 0) return null;
  return {
    items: Object.fromEntries(said.flatMap(({ items }) => items)),
    parts: Object.fromEntries(said.flatMap(({ parts }) => parts)),
  };
}

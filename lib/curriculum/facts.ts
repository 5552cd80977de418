import "server-only";
import type { EditionStructure } from "@/lib/domain/curriculum";
import type { Tx } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { composedFor } from "./composing";
import { type LocalChangeRow, loadBase, loadLines, loadLocalChanges } from "./records";

export type { LocalChangeRow, StoredLocalItem } from "./records";

/** Everything that editions are composed of, in the transaction of whoever changes it. */
export type LocalGround = {
  readonly base: EditionStructure;
  readonly changes: readonly LocalChangeRow[];
  /** Each team that changed anything, and the one asked about, with the teams above it. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
};

/** Three statements. @throws before any content was loaded */
export async function loadLocalGround(tx: Tx, teamId: string | null): Promise<LocalGround> {
  const [base, changes] = [await loadBase(tx), await loadLocalChanges(tx)];
  if (!base) throw new Error("No curriculum is loaded: start the product with npm start.");
  const teamIds = [...changes.map((change) => change.teamId), teamId].filter((id) => id !== null);
  return { base: base.structure, changes, lines: await loadLines(tx, [...new Set(teamIds)]) };
}

/** The edition as it stands for a team, or for the organisation. */
export const structureAt = ({ base, changes, lines }: LocalGround, teamId: string | null) =>
  composedFor(base, changes, (teamId !== null && lines.get(teamId)) || []);

type Line = readonly string[];

/** The edition of each of these lines of teams; lines with the same changes are composed once. */
export function structuresOf({ base, changes }: LocalGround, lines: ReadonlyMap<string, Line>) {
  const changing = new Set(changes.map(({ teamId }) => teamId));
  const known = new Map<string, Composed>();
  const compose = (line: Line): Composed => {
    const key = line
      .filter((id) => changing.has(id))
      .sort()
      .join(" ");
    const structure = known.get(key)?.structure ?? composedFor(base, changes, line);
    const composed = known.get(key) ?? { structure, digest: digestOf(structure) };
    known.set(key, composed);
    return composed;
  };
  return new Map([...lines].map(([teamId, line]) => [teamId, compose(line)]));
}
type Composed = { readonly structure: EditionStructure; readonly digest: string };

/** Every edition in force, as it would be with these changes. */
export const structuresWith = (ground: LocalGround, changes: readonly LocalChangeRow[]) =>
  [null, ...ground.lines.keys()].map((teamId) => structureAt({ ...ground, changes }, teamId));

import { type Actor, canSetPolicy } from "./access";
import type { RoleGroupCode } from "./curriculum";
import type { StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";

/** 教材: what the organisation gives to read or watch, for a whole STEP or for one learning task or topic (product.md, words). */

export const MATERIAL_KINDS = ["video15", "lesson90", "reading", "other"] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** Where it is read. `roleGroupCode` null is basic education, which has STEP 0 alone; `itemCode` null is the whole STEP. */
export type MaterialPlace = {
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: StepNumber;
  readonly itemCode: string | null;
};

export type MaterialRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "MaterialsFull"; readonly max: number }
  | { readonly code: "MaterialGone" };
export type MaterialDecision<T> = Decision<T, MaterialRefusal>;

/** More than this is a library, not what somebody reads for a STEP. */
export const MOST_IN_ONE_PLACE = 30;

/** `places`: how many stand there already; null where the curriculum has no such place. */
export type MaterialFacts = { readonly rootTeamIds: readonly string[]; readonly standing: number | null };

/** At the end of its place; by who sets the organisation's numbers as well. */
export function addMaterial(facts: MaterialFacts, actor: Actor): MaterialDecision<{ position: number }> {
  if (facts.standing === null || !canSetPolicy(actor, facts.rootTeamIds)) return refuse({ code: "NotFound" });
  if (facts.standing >= MOST_IN_ONE_PLACE) return refuse({ code: "MaterialsFull", max: MOST_IN_ONE_PLACE });
  return accept({ position: facts.standing });
}

export type StandingMaterial = { readonly id: string; readonly isRemoved: boolean };

/** Rewording, removing and moving: what was taken out or reworded meanwhile is gone. */
export function changeMaterial(
  material: StandingMaterial | null,
  rootTeamIds: readonly string[],
  actor: Actor,
): MaterialDecision<null> {
  if (!material || !canSetPolicy(actor, rootTeamIds)) return refuse({ code: "NotFound" });
  return material.isRemoved ? refuse({ code: "MaterialGone" }) : accept(null);
}

export const DIRECTIONS = ["up", "down"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The ids of one place in their new order; the first cannot go up, nor the last down: they stay. */
export function moved(ids: readonly string[], id: string, direction: Direction): readonly string[] {
  const from = ids.indexOf(id);
  const to = direction === "up" ? from - 1 : from + 1;
  const other = ids[to];
  if (from < 0 || other === undefined) return ids;
  return ids.map((each, at) => (at === from ? other : at === to ? id : each));
}

import { flagOf, type PolicyValues } from "./policy";
import type { Progress } from "./progress";
import { conditionOf, leavesOf } from "./record-needs";
import type { CountCondition, CriterionRule, RecordKind } from "./rule";

/** Criteria that wait for an occasion: nobody can log what did not happen (product.md, 10). */

/** Exercises stand in for real occasions here, and this record is one of them. */
export const standsIn = (rule: CriterionRule, kind: RecordKind): boolean =>
  (kind === "exercise" || kind === "drillCase") &&
  leavesOf(rule).some((leaf) => conditionOf(leaf).exercisesCount !== undefined);

/**
 * What would bring the occasion. `drill`: one of these scenes. `exercise`: an exercise, or a real incident.
 * `incident`: a real one only, because policy lets no exercise stand in. `judgement`: a mentor may judge that there was none.
 */
export const OCCASIONS = ["drill", "exercise", "incident", "judgement"] as const;
export type Occasion = (typeof OCCASIONS)[number];
export type OccasionWait = { readonly occasion: Occasion; readonly subCases: readonly string[] };

/** What an unmet criterion waits for; null where its trainee can go on by themselves, or others have to act first. */
export function waitsFor(
  { code, rule }: { readonly code: string; readonly rule: CriterionRule },
  { met, next }: Pick<Progress, "met" | "next">,
  policy: PolicyValues,
): OccasionWait | null {
  if (met) return null;
  if (next.act === "drill") return { occasion: "drill", subCases: next.subCases };
  const leaves = leavesOf(rule);
  if (next.act === "askJudgement" && leaves.some((leaf) => leaf.kind === "attest" && leaf.conditional)) {
    return { occasion: "judgement", subCases: [] };
  }
  if (next.act !== "record") return null;
  const found = leaves.map((leaf) => occasionOf(conditionOf(leaf), code, policy)).find((each) => each !== null);
  return found ? { occasion: found, subCases: [] } : null;
}

/** May ever wait for an occasion, however far it is: where to look at all. */
export const mayWait = (rule: CriterionRule): boolean =>
  leavesOf(rule).some((leaf) => {
    if (leaf.kind === "caseDrill" || (leaf.kind === "attest" && leaf.conditional === true)) return true;
    const { kinds, exercisesCount } = conditionOf(leaf);
    return exercisesCount !== undefined || kinds?.every((kind) => RARE.includes(kind)) === true;
  });

const RARE: readonly RecordKind[] = ["incident", "exercise", "drillCase"];

/** Where exercises may stand in, a real incident is asked for; else whatever asks for nothing but what has to happen first. */
function occasionOf({ kinds, exercisesCount }: CountCondition, code: string, policy: PolicyValues): Occasion | null {
  if (exercisesCount) {
    return flagOf(`${code}.exercisesCount`, exercisesCount.default, policy) ? "exercise" : "incident";
  }
  if (!kinds?.every((kind) => RARE.includes(kind))) return null;
  return kinds.some((kind) => kind !== "incident") ? "exercise" : "incident";
}

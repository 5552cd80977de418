import type { PlainDay } from "./calendar";
import type { DrillCase, EditionStructure } from "./curriculum";
import type { ClaimFact } from "./facts";
import { leavesOf } from "./record-needs";
import type { CriterionRule, Supervision } from "./rule";

/** The cases that a person has met: for each sub-case the supervision reached, and when. */

/** One thing that is known of a sub-case: a record of it, verified or not, or a drill planned for a day. */
export type SceneFact = {
  readonly subCase: string;
  readonly standing: "verified" | "waiting" | "planned";
  readonly supervision: Supervision | null;
  readonly on: PlainDay;
};

/** `reached`: at the supervision asked for. `begun`: below it. */
export const SCENE_STATES = ["reached", "begun", "waiting", "planned", "open"] as const;
export type SceneState = (typeof SCENE_STATES)[number];

export type Scene = {
  readonly subCase: string;
  readonly state: SceneState;
  readonly supervision: Supervision | null;
  /** Of the first day at that supervision; of what waits the latest; of what is planned the next. */
  readonly on: PlainDay | null;
};
export type CaseRow = { readonly caseCode: string; readonly scenes: readonly Scene[] };

/** Cases in their order, whatever was done. `asked`: the supervision that a drill must reach. */
export const caseGrid = (cases: readonly DrillCase[], facts: readonly SceneFact[], asked: number): readonly CaseRow[] =>
  cases.map(({ code, subCases }) => ({
    caseCode: code,
    scenes: subCases.map((subCase) =>
      sceneOf(
        subCase,
        facts.filter((fact) => fact.subCase === subCase),
        asked,
      ),
    ),
  }));

function sceneOf(subCase: string, facts: readonly SceneFact[], asked: number): Scene {
  const verified = best(facts.filter(({ standing }) => standing === "verified"));
  if (verified) {
    const { supervision, on } = verified;
    return { subCase, state: (supervision ?? 0) >= asked ? "reached" : "begun", supervision, on };
  }
  const days = (which: SceneFact["standing"]) =>
    facts.filter(({ standing }) => standing === which).sort((a, b) => (a.on < b.on ? -1 : 1));
  const waiting = days("waiting").at(-1);
  if (waiting) return { subCase, state: "waiting", supervision: waiting.supervision, on: waiting.on };
  const [planned] = days("planned");
  return { subCase, state: planned ? "planned" : "open", supervision: null, on: planned?.on ?? null };
}

/** The highest supervision, on the first day that it was reached. */
const best = (facts: readonly SceneFact[]): SceneFact | undefined =>
  [...facts].sort((a, b) => (b.supervision ?? 0) - (a.supervision ?? 0) || (a.on < b.on ? -1 : 1))[0];

/** What the claims of a person say of sub-cases; a record that counts in two role groups says it once. */
export function scenesIn(claims: readonly ClaimFact[]): readonly SceneFact[] {
  const told = claims.flatMap(({ subCase, standing, confirmed, claimed, happenedOn: on, recordId }) => {
    if (subCase === null || standing === "withdrawn" || standing === "sentBack") return [];
    const isVerified = standing === "verified" && confirmed !== null;
    const fact = { subCase, on, supervision: (isVerified ? confirmed : claimed).supervision };
    return [{ recordId, fact: { ...fact, standing: isVerified ? ("verified" as const) : ("waiting" as const) } }];
  });
  const isTold = ({ recordId, fact }: (typeof told)[number]) =>
    fact.standing === "waiting" && told.some((each) => each.recordId === recordId && each.fact.standing === "verified");
  return told.filter((each) => !isTold(each)).map(({ fact }) => fact);
}

/** Scenes met at the supervision asked for. */
export const reachedIn = (grid: readonly CaseRow[]): number =>
  grid.flatMap(({ scenes }) => scenes).filter(({ state }) => state === "reached").length;

const drillOf = (rule: CriterionRule) => leavesOf(rule).flatMap((leaf) => (leaf.kind === "caseDrill" ? [leaf] : []));

/** Role groups whose training asks for case drills, and the least supervision that any of them asks for. */
export function drillsIn({ roleGroups }: EditionStructure) {
  const found = roleGroups.flatMap(({ code, steps }) =>
    steps.flatMap(({ criteria }) => criteria.flatMap(({ rule }) => drillOf(rule).map((leaf) => ({ code, leaf })))),
  );
  const asked = Math.min(...found.map(({ leaf }) => leaf.minSupervision));
  return { roleGroups: [...new Set(found.map(({ code }) => code))], asked: found.length > 0 ? asked : 1 };
}

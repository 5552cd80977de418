import { type Actor, canSetPolicy, managesTeam, type TeamRef } from "./access";
import {
  type CriterionNode,
  type EditionStructure,
  type ItemNode,
  type RoleGroupCode,
  type RoleGroupStructure,
  type StepStructure,
  type TaskNode,
  type TopicNode,
  TRACKS,
} from "./curriculum";
import type { StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";
import { criteriaFor, topicsToLearn } from "./step";

/** 組織独自の育成体系: items that the organisation or a team adds, and items of the source that it leaves out (product.md, 15). */

export const SECTIONS = ["topic", "goal", "task", "reference", "criterion"] as const;
export type Section = (typeof SECTIONS)[number];

/** Where an added item stands, at the end of its section. Topics belong to STEP 0, everything else to STEP1–3. */
export type LocalPlace = {
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: StepNumber;
};
export type Addition = LocalPlace &
  (
    | { readonly section: "topic"; readonly node: TopicNode }
    | { readonly section: "goal" | "reference"; readonly node: ItemNode }
    | { readonly section: "task"; readonly node: TaskNode }
    | { readonly section: "criterion"; readonly node: CriterionNode }
  );
export type LocalChanges = { readonly additions: readonly Addition[]; readonly exempted: readonly string[] };

export const isLocal = (code: string) => code.startsWith("local.");

export const hasPlace = ({ roleGroupCode, step }: LocalPlace, section: Section) =>
  section === "topic" ? step === 0 : step > 0 && roleGroupCode !== null;

/** The edition that an enrolment is measured against: the content's, less what is exempted, and what was added after it. */
export function compose(base: EditionStructure, { additions: added, exempted }: LocalChanges): EditionStructure {
  const out = new Set(exempted);
  const additions = added.filter(({ node }) => !out.has(node.code));
  const education = additions.filter(({ roleGroupCode }) => roleGroupCode === null);
  return {
    ...base,
    basicEducation: [...without(base.basicEducation, out), ...topicsOf(education)],
    roleGroups: base.roleGroups.map((group) => composeGroup(group, additions.filter(inGroup(group.code)), out)),
  };
}

const inGroup =
  (code: RoleGroupCode) =>
  ({ roleGroupCode }: Addition) =>
    roleGroupCode === code;
const topicsOf = (additions: readonly Addition[]) =>
  additions.flatMap((each) => (each.section === "topic" ? [each.node] : []));
const itemsOf = (additions: readonly Addition[], section: "goal" | "reference") =>
  additions.flatMap((each) => (each.section === section ? [each.node] : []));

function composeGroup(group: RoleGroupStructure, additions: readonly Addition[], out: ReadonlySet<string>) {
  const common = topicsOf(additions.filter(({ step }) => step === 0));
  return {
    ...group,
    commonEducation: [...without(group.commonEducation, out), ...common],
    steps: group.steps.map((step) =>
      composeStep(
        step,
        additions.filter((each) => each.step === step.step),
        out,
      ),
    ),
  };
}

const composeStep = (step: StepStructure, additions: readonly Addition[], out: ReadonlySet<string>): StepStructure => ({
  ...step,
  goals: [...without(step.goals, out), ...itemsOf(additions, "goal")],
  tasks: [...without(step.tasks, out), ...additions.flatMap((each) => (each.section === "task" ? [each.node] : []))],
  references: [...without(step.references, out), ...itemsOf(additions, "reference")],
  criteria: [
    ...step.criteria.filter(({ code, heading }) => !out.has(code) && !(heading && out.has(heading))),
    ...additions.flatMap((each) => (each.section === "criterion" ? [each.node] : [])),
  ],
});

type Nested = { readonly code: string; readonly children: readonly Nested[] };

/** What has lost all its parts goes with them: a heading alone would become something to be done. */
const without = <T extends Nested & { readonly children: readonly T[] }>(
  nodes: readonly T[],
  out: ReadonlySet<string>,
): readonly T[] =>
  nodes
    .filter(({ code }) => !out.has(code))
    .map((node) => ({ ...node, children: without(node.children, out) }))
    .filter(({ code, children }) => children.length > 0 || isLeafIn(nodes, code));

const isLeafIn = (nodes: readonly Nested[], code: string) =>
  nodes.some((node) => node.code === code && node.children.length === 0);

/** STEPs that could never be signed off: without a criterion, in one of their tracks, or without a topic. */
export function deadEnds({ basicEducation, roleGroups }: EditionStructure): readonly LocalPlace[] {
  const basic = topicsToLearn(basicEducation).length === 0 ? [{ roleGroupCode: null, step: 0 as const }] : [];
  return [...basic, ...roleGroups.flatMap(deadEndsIn)];
}

function deadEndsIn({ code: roleGroupCode, tracks, commonEducation, steps }: RoleGroupStructure): LocalPlace[] {
  const ways = tracks.length === 0 ? [[...TRACKS]] : tracks.map((track) => [track]);
  const empty = steps.filter((step) => ways.some((way) => criteriaFor(step, way).length === 0));
  const common = topicsToLearn(commonEducation).length === 0 ? [{ roleGroupCode, step: 0 as const }] : [];
  return [...common, ...empty.map(({ step }) => ({ roleGroupCode, step }))];
}

export const isDeadEnd = (editions: readonly EditionStructure[]) => editions.some((each) => deadEnds(each).length > 0);

export type LocalRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "ItemExemptedBefore" }
  | { readonly code: "StepWouldBeEmpty" }
  | { readonly code: "LocalItemHasNoPlace" }
  | { readonly code: "LocalItemUnsound" }
  | { readonly code: "LocalChangeWithdrawn" };
export type LocalDecision<T> = Decision<T, LocalRefusal>;

/** The organisation, or one team with those below it. */
export type Reach = { readonly rootTeamIds: readonly string[]; readonly team: TeamRef | null };

/** Who sets the organisation's numbers changes its curriculum; a team's is its manager's too. */
export const mayChangeLocally = (actor: Actor, { rootTeamIds, team }: Reach) =>
  canSetPolicy(actor, rootTeamIds) || (team !== null && managesTeam(actor, team));

/** `codes`: of the edition as it stands there; `after`: the editions in force as they would stand, of every team. */
export type ChangeFacts = {
  readonly reach: Reach | null;
  readonly codes: ReadonlySet<string>;
  readonly isExempted: boolean;
  readonly after: readonly EditionStructure[];
};

export function exempt(code: string, facts: ChangeFacts, actor: Actor): LocalDecision<null> {
  if (!facts.reach || !mayChangeLocally(actor, facts.reach)) return refuse({ code: "NotFound" });
  if (facts.isExempted) return refuse({ code: "ItemExemptedBefore" });
  if (!facts.codes.has(code)) return refuse({ code: "NotFound" });
  return isDeadEnd(facts.after) ? refuse({ code: "StepWouldBeEmpty" }) : accept(null);
}

export function add(
  addition: LocalPlace & { readonly section: Section },
  facts: Pick<ChangeFacts, "reach">,
  actor: Actor,
): LocalDecision<null> {
  if (!facts.reach || !mayChangeLocally(actor, facts.reach)) return refuse({ code: "NotFound" });
  return hasPlace(addition, addition.section) ? accept(null) : refuse({ code: "LocalItemHasNoPlace" });
}

/** Taking an addition back may leave a STEP without a criterion, where those of the source were exempted. */
export function withdraw(
  change: { readonly isWithdrawn: boolean } | null,
  facts: Pick<ChangeFacts, "reach" | "after">,
  actor: Actor,
): LocalDecision<null> {
  if (!change || !facts.reach || !mayChangeLocally(actor, facts.reach)) return refuse({ code: "NotFound" });
  if (change.isWithdrawn) return refuse({ code: "LocalChangeWithdrawn" });
  return isDeadEnd(facts.after) ? refuse({ code: "StepWouldBeEmpty" }) : accept(null);
}

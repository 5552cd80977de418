import type {
  CriterionNode,
  EditionStructure,
  ItemNode,
  StepStructure,
  TaskNode,
  TopicNode,
} from "@/lib/domain/curriculum";
import type { CriterionRule } from "@/lib/domain/rule";
import type { StepFile } from "./file-shapes";
import type { ContentFiles } from "./files";
import type { CriterionShape, GoalShape, HeadingShape, ReferenceShape, TaskShape, TopicShape } from "./item-shapes";
import type { RuleShape } from "./rule-shape";

/** Codes, nesting and rules, without a word: what an edition is. */
export const structureOf = ({ basicEducation, roleGroups, caseDrills }: ContentFiles): EditionStructure => ({
  basicEducation: basicEducation.value.topics.map(topicNode),
  roleGroups: roleGroups.map(({ group: { value }, steps }) => ({
    code: value.code,
    number: value.number,
    tracks: (value.tracks ?? []).map(({ code }) => code),
    commonEducation: value.commonEducation.map(topicNode),
    steps: steps.map((step) => stepStructure(step.value)),
  })),
  drillCases: caseDrills.value.cases.map(({ code, subCases }) => ({
    code,
    subCases: subCases.map((each) => each.code),
  })),
});

const topicNode = ({ code, assumed, children }: TopicShape): TopicNode => ({
  code,
  ...(assumed && { assumed }),
  children: (children ?? []).map(topicNode),
});

const stepStructure = ({ step, goals, tasks, references, criteria }: StepFile): StepStructure => ({
  step,
  goals: goals.map((goal) => itemNode(goal)),
  tasks: tasks.map((task) => taskNode(task, { kind: "study" })),
  references: references.map((reference) => itemNode(reference)),
  criteria: criteria.flatMap(leaves),
});

type Inherited = Pick<ItemNode, "track">;

/** A child stands under its parent's track unless it says otherwise. */
const trackOf = (item: Inherited, parent: Inherited): Inherited => {
  const track = item.track ?? parent.track;
  return track ? { track } : {};
};

const itemNode = (item: GoalShape | ReferenceShape, parent: Inherited = {}): ItemNode => {
  const track = trackOf(item, parent);
  return { code: item.code, ...track, children: (item.children ?? []).map((child) => itemNode(child, track)) };
};

const taskNode = (task: TaskShape, parent: Inherited & Pick<TaskNode, "kind">): TaskNode => {
  const inherited = { kind: task.kind ?? parent.kind, ...trackOf(task, parent) };
  return {
    code: task.code,
    ...inherited,
    ...(task.case && { case: task.case }),
    children: (task.children ?? []).map((child) => taskNode(child, inherited)),
  };
};

const leaves = (item: CriterionShape | HeadingShape): CriterionNode[] =>
  "heading" in item
    ? item.children.map((child) => ({ ...criterionNode(child, item), heading: item.code }))
    : [criterionNode(item, {})];

const criterionNode = (item: CriterionShape, parent: Inherited): CriterionNode => ({
  code: item.code,
  ...trackOf(item, parent),
  ...(item.mode && { mode: item.mode }),
  rule: wordless(item.rule),
});

/** The rule with the names of its checkpoints, parts and techniques taken off. */
export function wordless(rule: RuleShape): CriterionRule {
  const bare: CriterionRule = rule;
  return JSON.parse(JSON.stringify(bare, (key, value) => (key === "name" ? undefined : value)));
}

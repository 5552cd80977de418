import type { ContentFiles } from "./files";
import type { CriterionShape, HeadingShape } from "./item-shapes";
import { type SimpleRuleShape, simpleRules } from "./rule-shape";
import type { NamedPart } from "./words";

/** Leaf criteria: headings of the source are looked through. */
export const criteriaIn = (items: readonly (CriterionShape | HeadingShape)[]): CriterionShape[] =>
  items.flatMap((item) => ("heading" in item ? item.children : [item]));

export const leafCriteria = ({ roleGroups }: ContentFiles): CriterionShape[] =>
  roleGroups.flatMap(({ steps }) => steps.flatMap((step) => criteriaIn(step.value.criteria)));

/** The checkpoints, parts and techniques that a criterion's rule names. */
export const namedPartsOf = (criterion: CriterionShape): readonly NamedPart[] =>
  simpleRules(criterion.rule).flatMap(partsOf);

function partsOf(rule: SimpleRuleShape): readonly NamedPart[] {
  const counted = "counts" in rule ? (rule.counts.parts ?? []) : [];
  if (rule.kind === "techniques") return [...rule.of, ...counted];
  if (rule.kind !== "attest") return counted;
  return [...("fromList" in rule.checkpoints ? [] : rule.checkpoints), ...(rule.parts ?? [])];
}

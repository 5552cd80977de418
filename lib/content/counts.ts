import type { EditionStructure } from "@/lib/domain/curriculum";
import { RULE_KINDS } from "@/lib/domain/rule";
import type { Content } from "./schema";

type Nested = { readonly children: readonly Nested[] };

const all = (items: readonly Nested[]): number => items.reduce((sum, { children }) => sum + 1 + all(children), 0);

const criteriaOf = ({ roleGroups }: EditionStructure) =>
  roleGroups.flatMap(({ steps }) => steps.flatMap(({ criteria }) => criteria));

/** What the content holds, by kind. */
export function contentCounts({ structure, words }: Content): (readonly [string, number])[] {
  const { roleGroups, basicEducation, drillCases } = structure;
  const steps = roleGroups.flatMap((group) => group.steps);
  const criteria = criteriaOf(structure);
  const headings = new Set(criteria.flatMap(({ heading }) => heading ?? []));
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return [
    ["topics of basic education", all(basicEducation)],
    ["role descriptions", sum(words.roleGroups.map(({ description }) => all(description)))],
    ["topics of common education", sum(roleGroups.map(({ commonEducation }) => all(commonEducation)))],
    ["goals", sum(steps.map(({ goals }) => all(goals)))],
    ["tasks", sum(steps.map(({ tasks }) => all(tasks)))],
    ["references", sum(steps.map(({ references }) => all(references)))],
    ["headings of criteria", headings.size],
    ...RULE_KINDS.map(
      (kind) => [`criteria: ${kind}`, criteria.filter(({ rule }) => rule.kind === kind).length] as const,
    ),
    ["role groups", roleGroups.length],
    ["roles of table 2-1", words.roles.length],
    ["STEPs of table 1-1", words.steps.length],
    ["drill cases", drillCases.length],
    ["drill sub-cases", sum(drillCases.map(({ subCases }) => subCases.length))],
    ["policy: named by the source", words.policy.filter(({ origin }) => origin === "named").length],
    ["policy: needed by a rule", words.policy.filter(({ origin }) => origin === "silent").length],
    ["policy: ours", words.policy.filter(({ origin }) => origin === "platform").length],
  ];
}

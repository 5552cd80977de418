import type { EditionStructure, RoleGroupCode, Track } from "./curriculum";
import type { Section } from "./local-curriculum";
import type { StepNumber } from "./proficiency";
import type { CriterionRule } from "./rule";

/** Two editions side by side, item by item (product.md, 15). */

export type EditionItem = {
  readonly code: string;
  readonly section: Section;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: StepNumber;
  readonly track: Track | null;
  /** Of a criterion. */
  readonly rule: CriterionRule | null;
};

type Nested = { readonly code: string; readonly track?: Track; readonly children: readonly Nested[] };
type Place = Pick<EditionItem, "section" | "roleGroupCode" | "step">;

const flat = (nodes: readonly Nested[], place: Place): EditionItem[] =>
  nodes.flatMap(({ code, track = null, children }) => [
    { code, ...place, track, rule: null },
    ...flat(children, place),
  ]);

/** Every item of an edition, once, with its place. */
export const itemsOf = ({ basicEducation, roleGroups }: EditionStructure): readonly EditionItem[] => [
  ...flat(basicEducation, { section: "topic", roleGroupCode: null, step: 0 }),
  ...roleGroups.flatMap(({ code: roleGroupCode, commonEducation, steps }) => [
    ...flat(commonEducation, { section: "topic", roleGroupCode, step: 0 }),
    ...steps.flatMap(({ step, goals, tasks, references, criteria }) => [
      ...flat(goals, { section: "goal", roleGroupCode, step }),
      ...flat(tasks, { section: "task", roleGroupCode, step }),
      ...flat(references, { section: "reference", roleGroupCode, step }),
      ...criteria.map(({ code, track = null, rule }) => ({
        code,
        section: "criterion" as const,
        roleGroupCode,
        step,
        track,
        rule,
      })),
    ]),
  ]),
];

/** `before` null: added. `after` null: removed. Both: its rule, track or place changed. */
export type ItemChange = { readonly before: EditionItem | null; readonly after: EditionItem | null };

/** Item by item, what the second edition changes; the words do not count. In the order of the new one, what is gone last. */
export function changesBetween(before: EditionStructure, after: EditionStructure): readonly ItemChange[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const was = new Map(old.map((item) => [item.code, item]));
  const is = new Set(now.map(({ code }) => code));
  const newOrOther = now.flatMap((item): ItemChange[] => {
    const earlier = was.get(item.code) ?? null;
    return earlier && isSame(earlier, item) ? [] : [{ before: earlier, after: item }];
  });
  return [...newOrOther, ...old.filter(({ code }) => !is.has(code)).map((item) => ({ before: item, after: null }))];
}

/** The database keeps the fields of a rule in an order of its own. */
const inOrder = (_key: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const isSame = (a: EditionItem, b: EditionItem) => JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

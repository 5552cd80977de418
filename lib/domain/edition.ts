import { type Actor, type EnrolmentRef, manages } from "./access";
import type { EditionStructure, RoleGroupCode, Track } from "./curriculum";
import type { Section } from "./local-curriculum";
import type { StepNumber } from "./proficiency";
import { accept, type Decision, refuse } from "./result";
import type { CriterionRule } from "./rule";

/** Two editions side by side, and who moves from one to the other (product.md, 15). */

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

export type EditionRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "EditionStale" }
  | { readonly code: "EditionReasonMissing" };

/** One enrolment that is measured by an edition other than the one in force for its team. */
export type Movable = {
  readonly ref: EnrolmentRef;
  readonly fromEditionId: string;
  readonly toEditionId: string;
  /** Something in the open STEP was verified or judged already. */
  readonly hasBegun: boolean;
};

/** The rule of position task books: who has begun the STEP stays until it is signed off, others move. */
export const movesByRule = ({ hasBegun }: Movable) => !hasBegun;

export type EditionAct = {
  readonly movable: Movable;
  readonly outcome: "moved" | "stays";
  readonly cause: "rule" | "manager";
};

/** What was shown of each, as the form sends it back. */
export type MoveWish = {
  readonly shown: readonly string[];
  readonly moving: readonly string[];
  /** Of the preview that was looked at. */
  readonly previewed: string;
  readonly reason: string | null;
};

/** A decision for each that was shown: by the rule, or by the manager otherwise, with a reason. */
export function moveToEdition(
  wish: MoveWish,
  facts: { readonly movable: readonly Movable[]; readonly digest: string },
  actor: Actor,
): Decision<readonly EditionAct[], EditionRefusal> {
  const asked = new Set(wish.shown);
  const mine = facts.movable.filter(({ ref }) => asked.has(ref.enrolmentId) && manages(actor, ref));
  if (mine.length === 0 || wish.previewed !== facts.digest) {
    const sees = facts.movable.some(({ ref }) => manages(actor, ref));
    return refuse(sees || mine.length > 0 ? { code: "EditionStale" } : { code: "NotFound" });
  }
  if (mine.length < asked.size) return refuse({ code: "NotFound" });
  const acts = mine.map((movable) => actOn(movable, wish.moving.includes(movable.ref.enrolmentId)));
  const otherwise = acts.some(({ cause }) => cause === "manager");
  return otherwise && wish.reason === null ? refuse({ code: "EditionReasonMissing" }) : accept(acts);
}

/** Where a team goes under another curriculum, everybody in it follows by the rule; a manager may decide otherwise afterwards. */
export const followTeam = (movable: readonly Movable[]): readonly EditionAct[] =>
  movable.map((each) => actOn(each, movesByRule(each)));

const actOn = (movable: Movable, moves: boolean): EditionAct => ({
  movable,
  outcome: moves ? "moved" : "stays",
  cause: moves === movesByRule(movable) ? "rule" : "manager",
});

import { type Actor, type EnrolmentRef, manages } from "./access";
import { accept, type Decision, refuse } from "./result";

/** Who moves from one edition to the other (product.md, 15). */

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

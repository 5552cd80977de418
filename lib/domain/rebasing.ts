import { type Actor, type EnrolmentRef, manages } from "./access";
import type { CriterionNode } from "./curriculum";
import { isSameValue, type PolicyValue, type PolicyValues } from "./policy";
import type { StepNumber } from "./proficiency";
import type { CriterionProgress } from "./progress";
import { policyUsedBy } from "./rested-on";
import { accept, type Decision, refuse } from "./result";

/** An open STEP measured by today's values instead of those of the day it opened (product.md, 13). */

export type RebasingRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "RebasingStale" }
  | { readonly code: "RebasingNeedless" };

/** The parameters that decide on a STEP: those its criteria name, and whether it is countersigned. */
export const measuringCodes = (
  step: StepNumber,
  criteria: readonly CriterionNode[],
  values: PolicyValues,
): readonly string[] => [...Object.keys(policyUsedBy(criteria, values)), `platform.countersign.step${step}`].sort();

export type ValueChange = { readonly code: string; readonly before: PolicyValue; readonly after: PolicyValue };

/** A value that the STEP did not keep was today's all along: no change. */
export const changedValues = (
  codes: readonly string[],
  before: PolicyValues,
  after: PolicyValues,
): readonly ValueChange[] =>
  codes.flatMap((code) => {
    const [was, is] = [before[code], after[code]];
    return was === undefined || is === undefined || isSameValue(was, is) ? [] : [{ code, before: was, after: is }];
  });

type Reached = { readonly met: boolean; readonly have: number; readonly need: number };
export type CriterionShift = {
  readonly criterionCode: string;
  readonly before: Reached;
  readonly after: Reached;
  /** Which way it flips; null where it stays as it is, only nearer or farther. */
  readonly flip: "toMet" | "toUnmet" | null;
};

const reached = ({ met, have, need }: CriterionProgress): Reached => ({ met, have, need });
const isSame = (a: Reached, b: Reached) => a.met === b.met && a.have === b.have && a.need === b.need;
const flipOf = (before: Reached, after: Reached) =>
  before.met === after.met ? null : after.met ? ("toMet" as const) : ("toUnmet" as const);

/** What other values do to the criteria of a STEP, as the one rule engine says; what stays as it is is left out. */
export const shiftsOf = (
  before: readonly CriterionProgress[],
  after: readonly CriterionProgress[],
): readonly CriterionShift[] =>
  before.flatMap((each) => {
    const then = after.find(({ criterionCode }) => criterionCode === each.criterionCode);
    if (!then) return [];
    const [was, is] = [reached(each), reached(then)];
    return isSame(was, is)
      ? []
      : [{ criterionCode: each.criterionCode, before: was, after: is, flip: flipOf(was, is) }];
  });

/** What re-basing would do to one STEP. */
export type RebasingEffect = {
  readonly enrolmentId: string;
  readonly step: StepNumber;
  readonly values: readonly ValueChange[];
  readonly shifts: readonly CriterionShift[];
  readonly hasOpenRequest: boolean;
};

/** A request that waits cannot be signed while a criterion is unmet. */
export const holdsUpRequest = ({ hasOpenRequest, shifts }: RebasingEffect) =>
  hasOpenRequest && shifts.some(({ flip }) => flip === "toUnmet");

export type RebasingFacts = {
  readonly enrolments: readonly { readonly ref: EnrolmentRef; readonly effect: RebasingEffect | null }[];
  /** Of what was shown, and of what would happen now. */
  readonly previewed: string;
  readonly digest: string;
};

/** By a manager of each of them; refused as a whole where anything is not as it was shown. */
export function rebase(
  asked: readonly string[],
  facts: RebasingFacts,
  actor: Actor,
): Decision<readonly RebasingEffect[], RebasingRefusal> {
  const mine = facts.enrolments.filter(({ ref }) => manages(actor, ref));
  if (mine.length === 0 || mine.length < new Set(asked).size) return refuse({ code: "NotFound" });
  if (facts.previewed !== facts.digest) return refuse({ code: "RebasingStale" });
  const effects = mine.flatMap(({ effect }) => (effect && effect.values.length > 0 ? [effect] : []));
  return effects.length === 0 ? refuse({ code: "RebasingNeedless" }) : accept(effects);
}

import { type Actor, canSetPolicy } from "./access";
import type { PlainDay } from "./calendar";
import { isSameValue, type PolicyValue } from "./policy";
import { accept, type Decision, refuse } from "./result";

/** 規定値を定める: a value, the day from which it holds, and why (product.md, 13). */

export type PolicyRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "PolicyOutOfRange"; readonly min: number; readonly max: number }
  | { readonly code: "PolicyNotAnOption" }
  | { readonly code: "PolicyListLength"; readonly min: number; readonly max: number }
  | { readonly code: "PolicyEntryTwice" }
  | { readonly code: "PolicyDayPast" }
  | { readonly code: "PolicyUnchanged" };
export type PolicyDecision<T> = Decision<T, PolicyRefusal>;

/** What a parameter takes, as its definition says. */
export type PolicyRange =
  | { readonly kind: "number"; readonly min: number; readonly max: number }
  | { readonly kind: "choice"; readonly options: readonly { readonly code: string }[] }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly min: number; readonly max: number };

export type PolicySet = { readonly value: PolicyValue; readonly holdsFrom: PlainDay };

export type PolicyFacts = {
  readonly range: PolicyRange;
  readonly today: PlainDay;
  readonly rootTeamIds: readonly string[];
  /** The value that would hold on the day asked for without this setting. */
  readonly valueThen: PolicyValue;
};

/** STEPs that opened before that day stay on the values of the day they opened. */
export function setPolicy(
  { value, holdsFrom }: PolicySet,
  facts: PolicyFacts | null,
  actor: Actor,
): PolicyDecision<PolicySet> {
  if (!facts || !canSetPolicy(actor, facts.rootTeamIds)) return refuse({ code: "NotFound" });
  if (holdsFrom < facts.today) return refuse({ code: "PolicyDayPast" });
  const misfit = misfitOf(value, facts.range);
  if (misfit) return refuse(misfit);
  return isSameValue(value, facts.valueThen) ? refuse({ code: "PolicyUnchanged" }) : accept({ value, holdsFrom });
}

function misfitOf(value: PolicyValue, range: PolicyRange): PolicyRefusal | null {
  switch (range.kind) {
    case "number":
      return isWithin(value, range) ? null : { code: "PolicyOutOfRange", min: range.min, max: range.max };
    case "choice":
      return range.options.some(({ code }) => code === value) ? null : { code: "PolicyNotAnOption" };
    case "flag":
      return typeof value === "boolean" ? null : { code: "PolicyNotAnOption" };
    case "list":
      return listMisfitOf(value, range);
  }
}

function listMisfitOf(value: PolicyValue, { min, max }: { min: number; max: number }): PolicyRefusal | null {
  if (typeof value !== "object" || value.length < min || value.length > max) {
    return { code: "PolicyListLength", min, max };
  }
  return new Set(value.map(({ code }) => code)).size < value.length ? { code: "PolicyEntryTwice" } : null;
}

const isWithin = (value: PolicyValue, { min, max }: { min: number; max: number }) =>
  typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;

import type { Amount, ParamRef } from "./rule";

/** Values the organisation set (規定値), or our defaults where it set none. */

/** An entry of a list parameter: reading material, the scope of solo duty, a kind of incident. */
export type PolicyListItem = { readonly code: string };
export type PolicyValue = number | string | boolean | readonly PolicyListItem[];

/** Parameter code → value, as they hold for one STEP (the day it opened) or today. */
export type PolicyValues = Readonly<Record<string, PolicyValue>>;

/** A value that a rule needs is missing or of the wrong kind: a bug, because values are checked where they are set. */
export class PolicyValueInvalid extends Error {
  override readonly name = "PolicyValueInvalid";
  readonly param: string;
  readonly expected: string;

  constructor(param: string, expected: string) {
    super(`${param}: expected ${expected}`);
    this.param = param;
    this.expected = expected;
  }
}

const isAmount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** A whole number from 0, fixed by the source or set by the organisation. @throws PolicyValueInvalid */
export function amountOf(amount: Amount, policy: PolicyValues): number {
  const [name, value] = typeof amount === "number" ? ["rule", amount] : [amount.param, policy[amount.param]];
  if (!isAmount(value)) throw new PolicyValueInvalid(name, "a whole number");
  return value;
}

/** One of a closed set, fixed by the source or set by the organisation. @throws PolicyValueInvalid */
export function choiceOf<const T extends string>(choice: T | ParamRef, options: readonly T[], policy: PolicyValues): T {
  const [name, value] = typeof choice === "string" ? ["rule", choice] : [choice.param, policy[choice.param]];
  const found = options.find((option) => option === value);
  if (found === undefined) throw new PolicyValueInvalid(name, options.join(" | "));
  return found;
}

/** Codes of a list parameter, each once; a list that was never set is empty. @throws PolicyValueInvalid */
export function listOf(param: string, policy: PolicyValues): readonly string[] {
  const value = policy[param] ?? [];
  if (typeof value !== "object") throw new PolicyValueInvalid(param, "a list");
  return [...new Set(value.map(({ code }) => code))];
}

/** A yes or no that the organisation may set; `fallback` where it did not. @throws PolicyValueInvalid */
export function flagOf(param: string, fallback: boolean, policy: PolicyValues): boolean {
  const value = policy[param] ?? fallback;
  if (typeof value !== "boolean") throw new PolicyValueInvalid(param, "true or false");
  return value;
}

/** The database keeps the fields of an entry in an order of its own. */
const inOrder = (_key: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
export const isSameValue = (a: PolicyValue, b: PolicyValue) =>
  JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

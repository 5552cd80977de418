import { daysBetween, lastDayOfPeriod, latestOf, type PlainDay } from "./calendar";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "./curriculum";
import { amountOf, type PolicyValues } from "./policy";
import { STEP_NUMBERS, type StepNumber } from "./proficiency";

/** 経験の新しさ, optional for each role group: somebody stays current while verified work is younger than N months (product.md, 12). */

export const currencyParam = (code: RoleGroupCode) => `platform.currency.${code}`;

/** Null where the organisation does not look at it. */
export function currencyMonths(code: RoleGroupCode | null, policy: PolicyValues): number | null {
  if (code === null || !(currencyParam(code) in policy)) return null;
  return amountOf({ param: currencyParam(code) }, policy) || null;
}

/** Role groups with a limit, each with its months. */
export type CurrencyRule = { readonly roleGroupCode: RoleGroupCode; readonly months: number };
export const currencyRules = (policy: PolicyValues): readonly CurrencyRule[] =>
  ROLE_GROUP_CODES.flatMap((roleGroupCode) => {
    const months = currencyMonths(roleGroupCode, policy);
    return months === null ? [] : [{ roleGroupCode, months }];
  });

export type CurrencyFacts = {
  readonly lastVerifiedOn: PlainDay | null;
  /** Days on which STEPs that count were signed off or recognised: recognised people have no records at first. */
  readonly completedOn: readonly PlainDay[];
};

/** The later of the latest verified work and the latest completed STEP; null before either. */
export const countedFrom = ({ lastVerifiedOn, completedOn }: CurrencyFacts): PlainDay | null =>
  latestOf([...completedOn, ...(lastVerifiedOn === null ? [] : [lastVerifiedOn])]);

/** So many days before, and not earlier, somebody is named as falling out. */
export const ENDING_DAYS = 60;

export type Currency = {
  readonly from: PlainDay;
  /** The last day on which the person counts. */
  readonly lastDay: PlainDay;
  readonly daysLeft: number;
  readonly state: "current" | "ending" | "out";
};

/** Leave does not lengthen it: what was not practised is not fresh, whatever the reason. */
export function currencyOf(from: PlainDay, months: number, today: PlainDay): Currency {
  const lastDay = lastDayOfPeriod(from, months);
  const daysLeft = daysBetween(today, lastDay);
  const state = daysLeft < 0 ? "out" : daysLeft <= ENDING_DAYS ? "ending" : "current";
  return { from, lastDay, daysLeft, state };
}

/**
 * STEPs that a record may be claimed for: those not completed. Who has completed them all goes on with STEP3 where the role group
 * asks for fresh work; otherwise nobody could stay current.
 */
export function claimableSteps(
  roleGroupCode: RoleGroupCode | null,
  completed: ReadonlySet<StepNumber>,
  policy: PolicyValues,
): readonly StepNumber[] {
  const open = STEP_NUMBERS.filter((step) => !completed.has(step));
  const isThrough = completed.has(1) && completed.has(2) && completed.has(3);
  return isThrough && currencyMonths(roleGroupCode, policy) !== null ? [...open, 3] : open;
}

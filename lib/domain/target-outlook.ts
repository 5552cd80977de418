import { addDays, daysBetween, monthOf, monthsApart, type PlainDay } from "./calendar";
import { daysOnLeaveWithin, type LeaveSpan } from "./leave";
import { fractionMet, type Progress } from "./progress";
import type { StepProgress, TopicProgress } from "./step";

/** Whether a target date will be kept, by what was done so far. */

export type TargetFacts = {
  readonly today: PlainDay;
  readonly targetOn: PlainDay;
  readonly facts: { readonly enrolledOn: PlainDay; readonly leaves: readonly LeaveSpan[] };
  readonly measured: Measured;
};

/** A STEP as it is measured: its criteria, or the topics of an education. */
type Measured = {
  readonly openedOn: PlainDay | null;
  readonly progress: StepProgress | null;
  readonly topics: TopicProgress | null;
  readonly allMet: boolean;
};

/** What stands between today and the date. `expectedOn` is null where nothing has moved yet. */
export type TargetOutlook =
  | { readonly state: "onTrack" }
  | { readonly state: "passed"; readonly days: number }
  | { readonly state: "monthsShort"; readonly needed: number; readonly left: number }
  | { readonly state: "tooSlow"; readonly expectedOn: PlainDay | null };

/** A pace is not told before this many days of training. */
export const PACE_DAYS = 30;

/**
 * At risk in one of three ways, in this order.
 * 1. The date is past, and the STEP is not signed off.
 * 2. A criterion asks for records of more months in a row than are left, this month and that of the date included.
 * 3. At the pace so far (the mean share of all criteria over the days since the STEP opened, leave left out) everything would be met
 *    only after the date, or nothing has moved. Not told in the first 30 days, nor in the first quarter of the time until the date.
 * Whatever is met and waits for its signature is on track until the date is past.
 */
export function targetOutlook(facts: TargetFacts): TargetOutlook {
  const { today, targetOn, measured } = facts;
  if (today > targetOn) return { state: "passed", days: daysBetween(targetOn, today) };
  if (measured.allMet) return { state: "onTrack" };
  const needed = Math.max(0, ...(measured.progress?.criteria ?? []).map(monthsNeeded));
  const left = monthsApart(monthOf(today), monthOf(targetOn)) + 1;
  if (needed > left) return { state: "monthsShort", needed, left };
  return paceOutlook(facts);
}

/** The mean share of what is asked for, 0–1. */
function shareOf({ progress, topics }: Measured): number {
  if (!progress) return (topics?.done.length ?? 0) / Math.max(1, topics?.all ?? 0);
  return progress.criteria.reduce((sum, each) => sum + fractionMet(each), 0) / Math.max(1, progress.all);
}

function paceOutlook({ today, targetOn, facts: { enrolledOn, leaves }, measured }: TargetFacts): TargetOutlook {
  const beganOn = measured.openedOn ?? enrolledOn;
  const trained = daysBetween(beganOn, today) - daysOnLeaveWithin(leaves, { from: beganOn, to: today });
  const isEarly = daysBetween(beganOn, today) * 4 < daysBetween(beganOn, targetOn);
  if (trained < PACE_DAYS || isEarly) return { state: "onTrack" };
  const share = shareOf(measured);
  if (share === 0) return { state: "tooSlow", expectedOn: null };
  const expectedOn = addDays(today, Math.ceil((trained * (1 - share)) / share));
  return expectedOn > targetOn ? { state: "tooSlow", expectedOn } : { state: "onTrack" };
}

export const isAtRisk = ({ state }: TargetOutlook): boolean => state !== "onTrack";

/** Months of records still to come: of alternatives the quickest, of what is all asked for the slowest. */
export function monthsNeeded({ met, kind, label, unit, have, need, combine, parts }: Progress): number {
  if (met) return 0;
  const ofParts = parts.map(monthsNeeded);
  if (ofParts.length > 0) return combine === "any" ? Math.min(...ofParts) : Math.max(...ofParts);
  const countsMonths = unit === "months" && (kind === "cadence" || kind === "duration") && label !== "perMonth";
  return countsMonths ? Math.max(0, need - have) : 0;
}

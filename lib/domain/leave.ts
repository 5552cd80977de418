import { type Actor, managesTeam, type PersonRef } from "./access";
import {
  addDays,
  type DayRange,
  dayOfMonth,
  daysBetween,
  earliestOf,
  firstDayOf,
  lastDayOf,
  latestOf,
  type PlainDay,
  type PlainMonth,
} from "./calendar";
import type { PolicyValues } from "./policy";
import { amountOf } from "./policy";
import { accept, type Decision, refuse } from "./result";

/** 休業・休職: days off work, without a cause. Long ones: single days off are not entered (product.md, 18). */

/** Both days belong to it; `toOn` null: until somebody says when it ends. */
export type LeaveSpan = { readonly fromOn: PlainDay; readonly toOn: PlainDay | null };

const FOREVER: PlainDay = "9999-12-31";
const lastOf = ({ toOn }: LeaveSpan) => toOn ?? FOREVER;

/** The leave that covers a day, if one does. */
export const leaveOn = <L extends LeaveSpan>(leaves: readonly L[], day: PlainDay): L | null =>
  leaves.find((leave) => leave.fromOn <= day && day <= lastOf(leave)) ?? null;

export const isOnLeave = (leaves: readonly LeaveSpan[], day: PlainDay): boolean => leaveOn(leaves, day) !== null;

/** How many days between two, both included, lie in one of them; they never overlap. */
export const daysOnLeaveWithin = (leaves: readonly LeaveSpan[], { from: first, to: last }: DayRange): number => {
  const within = (leave: LeaveSpan) => {
    const from = latestOf([leave.fromOn, first]) ?? first;
    const to = earliestOf([lastOf(leave), last]) ?? last;
    return from <= to ? daysBetween(from, to) + 1 : 0;
  };
  return leaves.reduce((sum, leave) => sum + within(leave), 0);
};

/** How many days of a month. */
export const daysOnLeave = (leaves: readonly LeaveSpan[], month: PlainMonth): number =>
  daysOnLeaveWithin(leaves, { from: firstDayOf(month), to: lastDayOf(month) });

/** From how many days of leave a month neither breaks a run of months nor counts in it; 0: leave changes nothing. */
export const LEAVE_DAYS_PARAM = "platform.leave.daysInMonth";
const OUR_DAYS = 15;

/** A month that was mostly leave is passed over, unless it holds what it asks for. A short month needs no more than its days. */
export function isPassedOver(leaves: readonly LeaveSpan[], month: PlainMonth, policy: PolicyValues): boolean {
  const least = LEAVE_DAYS_PARAM in policy ? amountOf({ param: LEAVE_DAYS_PARAM }, policy) : OUR_DAYS;
  return least > 0 && daysOnLeave(leaves, month) >= Math.min(least, dayOfMonth(lastDayOf(month)));
}

export type LeaveRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "EndsBeforeItBegins" }
  | { readonly code: "LeaveOverlaps" }
  | { readonly code: "OwnLeaveTooLongAgo"; readonly days: number }
  | { readonly code: "LeaveOver" };
export type LeaveDecision<T> = Decision<T, LeaveRefusal>;

/** The person themself, or a manager of a team of theirs; an administrator does not read when somebody is away. */
export const mayKeepLeave = (actor: Actor, { personId, teams }: PersonRef): boolean =>
  actor.id === personId || teams.some((team) => managesTeam(actor, team));

/** One's own leave is entered ahead, or soon after it began: what lies further back a manager enters. */
export const OWN_LEAVE_BACK_DAYS = 31;

export type LeaveFacts = {
  readonly person: PersonRef;
  readonly today: PlainDay;
  /** Those that stand, not taken back. */
  readonly leaves: readonly (LeaveSpan & { readonly leaveId: string })[];
};

export function enterLeave(wish: LeaveSpan, facts: LeaveFacts | null, actor: Actor): LeaveDecision<LeaveSpan> {
  if (!facts || !mayKeepLeave(actor, facts.person)) return refuse({ code: "NotFound" });
  if (wish.toOn !== null && wish.toOn < wish.fromOn) return refuse({ code: "EndsBeforeItBegins" });
  const isLate = wish.fromOn < addDays(facts.today, -OWN_LEAVE_BACK_DAYS);
  if (isLate && actor.id === facts.person.personId) {
    return refuse({ code: "OwnLeaveTooLongAgo", days: OWN_LEAVE_BACK_DAYS });
  }
  const meets = facts.leaves.some((leave) => leave.fromOn <= lastOf(wish) && wish.fromOn <= lastOf(leave));
  return meets ? refuse({ code: "LeaveOverlaps" }) : accept(wish);
}

type Kept = { readonly leave: LeaveFacts["leaves"][number]; readonly changed: boolean };

/** Sets the last day, while the leave is not over. Setting the same day twice changes nothing. */
export function endLeave(
  { leaveId, toOn }: { readonly leaveId: string; readonly toOn: PlainDay },
  facts: LeaveFacts | null,
  actor: Actor,
): LeaveDecision<Kept> {
  const leave = facts?.leaves.find((each) => each.leaveId === leaveId);
  if (!facts || !leave || !mayKeepLeave(actor, facts.person)) return refuse({ code: "NotFound" });
  if (leave.toOn === toOn) return accept({ leave, changed: false });
  if (lastOf(leave) < facts.today) return refuse({ code: "LeaveOver" });
  if (toOn < leave.fromOn) return refuse({ code: "EndsBeforeItBegins" });
  const others = facts.leaves.filter((each) => each !== leave);
  const meets = others.some((each) => each.fromOn <= toOn && leave.fromOn <= lastOf(each));
  return meets ? refuse({ code: "LeaveOverlaps" }) : accept({ leave, changed: true });
}

/** Takes back what did not happen. Once it is over it is history, on which months were counted. */
export function withdrawLeave(leaveId: string, facts: LeaveFacts | null, actor: Actor): LeaveDecision<Kept> {
  const leave = facts?.leaves.find((each) => each.leaveId === leaveId);
  if (!facts || !leave || !mayKeepLeave(actor, facts.person)) return refuse({ code: "NotFound" });
  return lastOf(leave) < facts.today ? refuse({ code: "LeaveOver" }) : accept({ leave, changed: true });
}

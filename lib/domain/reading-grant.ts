import type { Actor, EnrolmentRef } from "./access";
import { daysBetween, type PlainDay } from "./calendar";
import { accept, type Decision, refuse } from "./result";

/** 閲覧の許可: an auditor sees who, what and when; the texts only while a manager lets them (product.md, 17). */

/** Days that one grant may last, the first and the last among them. */
export const LONGEST_READING_DAYS = 30;

export type ReadingWish = { readonly auditorId: string; readonly fromOn: PlainDay; readonly toOn: PlainDay };
export type ReadingGround = {
  readonly today: PlainDay;
  /** Teams that the actor manages and in which the grant would hold; none where it is not theirs to give. */
  readonly teamIds: readonly string[];
  /** The person it is about; null for everybody in the teams. */
  readonly personId: string | null;
  /** Whether the person chosen is an auditor today. */
  readonly isAuditor: boolean;
};
export type ReadingRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "NoSuchAuditor" }
  | { readonly code: "EndsBeforeItBegins" }
  | { readonly code: "ReadingInPast" }
  | { readonly code: "ReadingTooLong"; readonly days: number }
  | { readonly code: "ReadingOver" };

export function grantReading(
  wish: ReadingWish,
  ground: ReadingGround,
  actor: Pick<Actor, "id">,
): Decision<{ teamIds: readonly string[] }, ReadingRefusal> {
  const { today, teamIds, personId, isAuditor } = ground;
  if (teamIds.length === 0 || personId === actor.id) return refuse({ code: "NotFound" });
  if (!isAuditor || wish.auditorId === actor.id || wish.auditorId === personId)
    return refuse({ code: "NoSuchAuditor" });
  if (wish.toOn < wish.fromOn) return refuse({ code: "EndsBeforeItBegins" });
  if (wish.toOn < today) return refuse({ code: "ReadingInPast" });
  const tooLong = daysBetween(wish.fromOn, wish.toOn) >= LONGEST_READING_DAYS;
  return tooLong ? refuse({ code: "ReadingTooLong", days: LONGEST_READING_DAYS }) : accept({ teamIds });
}

export type ReadingFact = {
  readonly fromOn: PlainDay;
  readonly toOn: PlainDay;
  readonly withdrawnById: string | null;
};
export const READING_STATES = ["now", "ahead", "over", "withdrawn"] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** It lapses by itself: nothing has to happen for it to be over. */
export function readingState({ fromOn, toOn, withdrawnById }: ReadingFact, today: PlainDay): ReadingState {
  if (withdrawnById !== null) return "withdrawn";
  if (today < fromOn) return "ahead";
  return today <= toOn ? "now" : "over";
}

type Held = ReadingFact & { readonly isTheirs: boolean };

/** Any manager of one of its teams may end it before its time. Ended twice by the same person it is ended once. */
export function withdrawReading<G extends Held>(
  grant: G | null,
  today: PlainDay,
  actor: Pick<Actor, "id">,
): Decision<{ readonly grant: G; readonly isRepeat: boolean }, ReadingRefusal> {
  if (!grant?.isTheirs) return refuse({ code: "NotFound" });
  if (grant.withdrawnById === actor.id) return accept({ grant, isRepeat: true });
  const state = readingState(grant, today);
  const isOver = state === "over" || state === "withdrawn";
  return isOver ? refuse({ code: "ReadingOver" }) : accept({ grant, isRepeat: false });
}

/** A grant that holds today covers the enrolments of its teams and of those below them. */
export const coversEnrolment = (grant: { readonly teamIds: readonly string[] }, { team }: Pick<EnrolmentRef, "team">) =>
  grant.teamIds.some((teamId) => team.ancestorIds.includes(teamId));

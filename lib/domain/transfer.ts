import { type Actor, type EnrolmentRef, manages, managesTeam, type TeamRef } from "./access";
import { latestOf, type PlainDay } from "./calendar";
import { accept, type Decision, refuse } from "./result";

/** 異動: an enrolment goes on in another team. What was done stays; what waits goes to the pool of the new team. */

export type TransferRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "EnrolmentEnded" }
  | { readonly code: "TransferToSameTeam" }
  | { readonly code: "TeamIsClosed" }
  | { readonly code: "DayInFuture" }
  | { readonly code: "TransferBeforeItBegan" };

/** An enrolment that moves; those of the person that run in the same team may go along. */
export type MovableEnrolment = {
  readonly ref: EnrolmentRef;
  readonly enrolledOn: PlainDay;
  readonly endedOn: PlainDay | null;
  readonly lastMovedOn: PlainDay | null;
};

export type TransferFacts = {
  readonly asked: MovableEnrolment;
  /** Others of the person that run. */
  readonly others: readonly MovableEnrolment[];
  readonly to: TeamRef & { readonly closed: boolean };
  readonly today: PlainDay;
};

export type TransferWish = { readonly movedOn: PlainDay; readonly all: boolean };

/** An administrator, or who manages both teams: nobody sends people to a team that is not theirs. Never one's own. */
export const mayTransfer = (actor: Actor, enrolment: EnrolmentRef, to: TeamRef): boolean =>
  actor.id !== enrolment.traineeId && (actor.isAdmin || (manages(actor, enrolment) && managesTeam(actor, to)));

export function transfer(
  { movedOn, all }: TransferWish,
  facts: TransferFacts | null,
  actor: Actor,
): Decision<readonly EnrolmentRef[], TransferRefusal> {
  if (!facts || !mayTransfer(actor, facts.asked.ref, facts.to)) return refuse({ code: "NotFound" });
  const { asked, others, to, today } = facts;
  if (asked.endedOn !== null) return refuse({ code: "EnrolmentEnded" });
  if (asked.ref.team.teamId === to.teamId) return refuse({ code: "TransferToSameTeam" });
  if (to.closed) return refuse({ code: "TeamIsClosed" });
  if (movedOn > today) return refuse({ code: "DayInFuture" });
  const along = others.filter(({ ref }) => ref.team.teamId === asked.ref.team.teamId);
  const moving = all ? [asked, ...along] : [asked];
  const tooEarly = moving.some(
    (each) => movedOn < (latestOf([each.enrolledOn, each.lastMovedOn ?? each.enrolledOn]) ?? ""),
  );
  return tooEarly ? refuse({ code: "TransferBeforeItBegan" }) : accept(moving.map(({ ref }) => ref));
}

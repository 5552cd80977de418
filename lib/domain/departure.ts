import type { TeamRef } from "./access";
import { latestOf, type PlainDay } from "./calendar";
import type { PersonFacts } from "./person";
import { accept, type Decision, refuse } from "./result";

/** What ends by itself once the last day of a membership, or in the organisation, is over. */

/** 所属, with where its team stands in the tree. */
export type Belonging = { readonly membershipId: string; readonly team: TeamRef; readonly toOn: PlainDay | null };

/** A mentorship, or an appointment as countersigner or reviewer, by the day of the act. `team` null is the whole organisation. */
export type HeldThere = { readonly id: string; readonly team: TeamRef | null; readonly sinceOn: PlainDay };

/** What the trainee asked for and nobody has decided. */
export type AskedFor = { readonly id: string; readonly askedOn: PlainDay };

const isOver = ({ toOn }: Belonging, today: PlainDay) => toOn !== null && toOn < today;

/** One of the teams stands above the other, or they are the same. */
const areInLine = (a: TeamRef, b: TeamRef) => a.ancestorIds.includes(b.teamId) || b.ancestorIds.includes(a.teamId);

const carrying = (team: TeamRef | null, belongings: readonly Belonging[]) =>
  team === null ? [] : belongings.filter((each) => areInLine(each.team, team));

/**
 * What was held in a team ends with the membership that it rested on, unless another carries it too. Who was appointed for the
 * whole organisation, in a team that they never belonged to, or after the last day, holds by the act alone.
 */
export const endedByDay = <H extends HeldThere>(
  held: readonly H[],
  belongings: readonly Belonging[],
  today: PlainDay,
): H[] =>
  held.filter(({ team, sinceOn }) => {
    const rests = carrying(team, belongings).filter(({ toOn }) => toOn === null || sinceOn <= toOn);
    return rests.length > 0 && rests.every((each) => isOver(each, today));
  });

/** The last day of who is left without any membership; null while one stands or is to come, and where there was none. */
const lastDayAnywhere = (belongings: readonly Belonging[], today: PlainDay): PlainDay | null =>
  belongings.every((each) => isOver(each, today)) ? latestOf(belongings.flatMap(({ toOn }) => toOn ?? [])) : null;

/** Nobody decides for who belongs nowhere: what they had asked for by their last day is taken back. In another team it goes on. */
export function takenBackByDay<A extends AskedFor>(
  asked: readonly A[],
  belongings: readonly Belonging[],
  today: PlainDay,
): A[] {
  const lastDay = lastDayAnywhere(belongings, today);
  return lastDay === null ? [] : asked.filter(({ askedOn }) => askedOn <= lastDay);
}

type Around<H> = { readonly held: readonly H[]; readonly belongings: readonly Belonging[]; readonly today: PlainDay };

/** What would end with one membership, told before its last day is set. `isLast`: what was asked for is taken back as well. */
export function endingWith<H extends HeldThere>(membershipId: string, { held, belongings, today }: Around<H>) {
  const standing = belongings.filter((each) => !isOver(each, today));
  const restsOnlyThere = ({ team }: H) => {
    const rests = carrying(team, standing);
    return rests.length > 0 && rests.every((each) => each.membershipId === membershipId);
  };
  return {
    held: held.filter(restsOnlyThere),
    isLast: standing.length > 0 && standing.every((each) => each.membershipId === membershipId),
  };
}

/** The day after their last day a person is deactivated. Not the last administrator: somebody must be able to let the others in. */
export function leaveByDay(
  person: PersonFacts | null,
  today: PlainDay,
): Decision<null, { readonly code: "NotDue" } | { readonly code: "LastAdministrator" }> {
  const endsOn = person?.profile.endsOn ?? null;
  if (!person || person.deactivated || endsOn === null || endsOn >= today) return refuse({ code: "NotDue" });
  return person.isLastAdministrator ? refuse({ code: "LastAdministrator" }) : accept(null);
}

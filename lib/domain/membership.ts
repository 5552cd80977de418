import { type Actor, canManagePeople } from "./access";
import { addDays, type PlainDay } from "./calendar";
import { accept, type Decision, refuse } from "./result";

/** 所属 / 兼務: a person in a team from a day to a day, both included. */
export type MembershipSpan = {
  readonly membershipId: string;
  readonly teamId: string;
  readonly isMain: boolean;
  readonly fromOn: PlainDay;
  readonly toOn: PlainDay | null;
};
export type MembershipWish = Omit<MembershipSpan, "membershipId">;

export type MembershipRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "TeamIsClosed" }
  | { readonly code: "EndsBeforeItBegins" }
  | { readonly code: "AlreadyMember" }
  | { readonly code: "MainTeamOverlaps" }
  | { readonly code: "MembershipEnded" };

/** What joining does: the main membership that it takes over from, if any, ends the day before. */
export type Joined = { readonly ended: { readonly membershipId: string; readonly toOn: PlainDay } | null };

const FOREVER: PlainDay = "9999-12-31";

export const standsOn = (span: Pick<MembershipSpan, "fromOn" | "toOn">, day: PlainDay): boolean =>
  span.fromOn <= day && day <= (span.toOn ?? FOREVER);

export const overlaps = (
  a: Pick<MembershipSpan, "fromOn" | "toOn">,
  b: Pick<MembershipSpan, "fromOn" | "toOn">,
): boolean => a.fromOn <= (b.toOn ?? FOREVER) && b.fromOn <= (a.toOn ?? FOREVER);

/** A transfer (異動): an open-ended main membership that began earlier makes way for the new one. */
const makesWay = (span: MembershipSpan, wish: MembershipWish) =>
  span.isMain && wish.isMain && span.toOn === null && span.fromOn < wish.fromOn;

/** The person's memberships, and whether the team is open; null where the person or the team is not there. */
export type JoinFacts = { readonly memberships: readonly MembershipSpan[]; readonly teamIsClosed: boolean };

export function join(facts: JoinFacts | null, wish: MembershipWish, actor: Actor): Decision<Joined, MembershipRefusal> {
  if (!facts || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (facts.teamIsClosed) return refuse({ code: "TeamIsClosed" });
  if (wish.toOn !== null && wish.toOn < wish.fromOn) return refuse({ code: "EndsBeforeItBegins" });

  const meeting = facts.memberships.filter((span) => overlaps(span, wish));
  if (meeting.some((span) => span.teamId === wish.teamId)) return refuse({ code: "AlreadyMember" });
  const mains = wish.isMain ? meeting.filter((span) => span.isMain) : [];
  if (mains.some((span) => !makesWay(span, wish))) return refuse({ code: "MainTeamOverlaps" });

  const [before] = mains;
  return accept({ ended: before ? { membershipId: before.membershipId, toOn: addDays(wish.fromOn, -1) } : null });
}

type Leaving<T> = { readonly membership: T; readonly changed: boolean };

export function leave<T extends MembershipSpan>(
  membership: T | null,
  { toOn, today }: { readonly toOn: PlainDay; readonly today: PlainDay },
  actor: Actor,
): Decision<Leaving<T>, MembershipRefusal> {
  if (!membership || !canManagePeople(actor)) return refuse({ code: "NotFound" });
  if (membership.toOn === toOn) return accept({ membership, changed: false });
  if (membership.toOn !== null && membership.toOn < today) return refuse({ code: "MembershipEnded" });
  if (toOn < membership.fromOn) return refuse({ code: "EndsBeforeItBegins" });
  return accept({ membership, changed: true });
}

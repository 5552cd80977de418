import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import { normaliseReading } from "@/lib/domain/person";
import { isAway } from "@/lib/leave/scope";
import { toDbDay } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { Prisma } from "@/prisma/generated/client";

/** The database twins of the predicates in lib/domain/access.ts; tests/integration/people/scope.test.ts proves them equal. */

const below = (teamIds: readonly string[]): Prisma.TeamWhereInput => ({
  ancestors: { some: { ancestorId: { in: [...teamIds] } } },
});

/** Twin of `standsOn`: the membership holds on that day. */
export const standingOn = (on: PlainDay): Prisma.MembershipWhereInput => ({
  fromOn: { lte: toDbDay(on) },
  OR: [{ toOn: null }, { toOn: { gte: toDbDay(on) } }],
});

/** Twin of `isActiveOn`. */
export const activeOn = (on: PlainDay): Prisma.PersonWhereInput => ({
  deactivatedAt: null,
  OR: [{ endsOn: null }, { endsOn: { gte: toDbDay(on) } }],
});

/**
 * The person `m` has neither been deactivated nor had their last day, nor is on leave, by the database's clock: who reviews is asked by
 * statements that know no reader's day, and the teams' days differ by hours at most.
 */
export const isHere = Prisma.sql`${stays()} and not ${isAway}`;

/** The same, whether on leave or not. */
export const belongsHere = stays();

function stays() {
  return Prisma.sql`m."deactivatedAt" is null
  and (m."endsOn" is null or m."endsOn" >= (now() at time zone ${DEFAULT_ZONE})::date)`;
}

/** Twin of `managesTeam`. */
export const teamsManagedBy = (actor: Actor): Prisma.TeamWhereInput => below(actor.managedTeamIds);

/** Twin of `canViewPerson`: oneself, everybody for an administrator, for a manager who belongs to their teams on that day. */
export const peopleVisibleTo = (actor: Actor, on: PlainDay): Prisma.PersonWhereInput =>
  actor.isAdmin
    ? {}
    : {
        OR: [{ id: actor.id }, { memberships: { some: { AND: [standingOn(on), { team: teamsManagedBy(actor) }] } } }],
      };

/** The same as `peopleVisibleTo`, for statements written by hand; `p` is the person. */
export const visiblePeople = (actor: Actor, on: PlainDay): Prisma.Sql =>
  actor.isAdmin
    ? Prisma.sql`true`
    : Prisma.sql`(p.id = ${actor.id}::uuid or exists (
        select 1 from "Membership" vm join "TeamAncestor" va on va."teamId" = vm."teamId"
         where vm."personId" = p.id and vm."fromOn" <= ${on}::date and (vm."toOn" is null or vm."toOn" >= ${on}::date)
           and va."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[])))`;

/** A mentorship or appointment covers its role group there, and basic education; without a role group it covers all. */
const covered = (held: { roleGroupCode: string | null; teamId: string | null }): Prisma.EnrolmentWhereInput => ({
  ...(held.teamId !== null && { team: below([held.teamId]) }),
  ...(held.roleGroupCode !== null && { OR: [{ roleGroupCode: null }, { roleGroupCode: held.roleGroupCode }] }),
});

/** Nothing held shows nothing: Prisma reads an empty `OR` beside another filter as no filter at all. */
const anyOf = (ways: Prisma.EnrolmentWhereInput[]): Prisma.EnrolmentWhereInput =>
  ways.length > 0 ? { OR: ways } : { id: { in: [] } };

/** Twin of `manages`. */
export const enrolmentsManagedBy = (actor: Actor): Prisma.EnrolmentWhereInput => ({
  personId: { not: actor.id },
  team: teamsManagedBy(actor),
});

/** Twin of `mentors`. */
export const enrolmentsMentoredBy = (actor: Actor): Prisma.EnrolmentWhereInput => ({
  personId: { not: actor.id },
  ...anyOf(actor.mentorships.map(covered)),
});

/** Twin of `canViewEnrolment`. */
export const enrolmentsVisibleTo = (actor: Actor): Prisma.EnrolmentWhereInput => ({
  OR: [
    { personId: actor.id },
    enrolmentsMentoredBy(actor),
    enrolmentsManagedBy(actor),
    { personId: { not: actor.id }, ...anyOf(actor.appointments.map(covered)) },
  ],
});

/** Every word of what was typed names the person `p`. */
export const peopleNamed = (q: string): Prisma.Sql =>
  Prisma.join([Prisma.sql`true`, ...wordsOf(q).map(matching)], " and ");

const wordsOf = (q: string) => q.normalize("NFKC").split(/\s+/u).filter(Boolean).slice(0, 5);

/** A word of the name (spaces in it do not matter), the reading in any kana, the Latin name, the address or the number. */
function matching(word: string) {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(
    replace(replace(p.name, ' ', ''), '　', '') ilike ${like(word)} or replace(p.reading, ' ', '') ilike ${like(normaliseReading(word))}
    or p."latinName" ilike ${like(word)} or p.email ilike ${like(word)} or p."employeeNumber" ilike ${like(word)})`;
}

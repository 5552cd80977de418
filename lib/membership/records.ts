import "server-only";
import type { JoinFacts, MembershipSpan } from "@/lib/domain/membership";
import { fromDbDay } from "@/lib/platform/days";
import { lockPeople, type Tx } from "@/lib/platform/db";

type Row = { id: string; teamId: string; isMain: boolean; fromOn: Date; toOn: Date | null };

const span = ({ id, teamId, isMain, fromOn, toOn }: Row): MembershipSpan => ({
  membershipId: id,
  teamId,
  isMain,
  fromOn: fromDbDay(fromOn),
  toOn: toOn && fromDbDay(toOn),
});

/** The person locked, the team kept from closing. */
export async function loadJoin(tx: Tx, personId: string, teamId: string): Promise<JoinFacts | null> {
  await lockPeople(tx, [personId]);
  const person = await tx.person.findUnique({ where: { id: personId }, select: { memberships: true } });
  const [team] = await tx.$queryRaw<{ closed: boolean }[]>`
    select "closedOn" is not null as closed from "Team" where id = ${teamId}::uuid for share`;
  if (!person || !team) return null;
  return { memberships: person.memberships.map(span), teamIsClosed: team.closed };
}

export async function loadMembership(tx: Tx, membershipId: string) {
  const found = await tx.membership.findUnique({ where: { id: membershipId }, select: { personId: true } });
  if (!found) return null;
  await lockPeople(tx, [found.personId]);
  const row = await tx.membership.findUniqueOrThrow({ where: { id: membershipId } });
  return { personId: row.personId, ...span(row) };
}

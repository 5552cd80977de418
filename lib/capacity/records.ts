import "server-only";
import type { CapacityWish, GrantFacts, StandingGrant } from "@/lib/domain/capacity-grant";
import { isActiveOn } from "@/lib/domain/person";
import { fromDbDay } from "@/lib/platform/days";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { standingAdministrators } from "./scope";

/** The person locked; null where there is none. */
export async function loadGrantFacts(tx: Tx, wish: CapacityWish, today: string): Promise<GrantFacts | null> {
  await lockPeople(tx, [wish.personId]);
  const person = await tx.person.findUnique({
    where: { id: wish.personId },
    select: { deactivatedAt: true, endsOn: true, grants: { where: { capacity: wish.capacity, endedAt: null } } },
  });
  if (!person) return null;
  const standing = {
    deactivated: person.deactivatedAt !== null,
    endsOn: person.endsOn && fromDbDay(person.endsOn),
  };
  return {
    personIsActive: isActiveOn(standing, today),
    team: await loadOpenness(tx, wish.teamId),
    alreadyHeld: person.grants.some(({ teamId }) => wish.capacity !== "manager" || teamId === wish.teamId),
  };
}

async function loadOpenness(tx: Tx, teamId: string | null) {
  if (teamId === null) return null;
  const [team] = await tx.$queryRaw<{ closed: boolean }[]>`
    select "closedOn" is not null as closed from "Team" where id = ${teamId}::uuid for share`;
  return team ?? null;
}

export async function loadGrant(tx: Tx, grantId: string): Promise<StandingGrant | null> {
  const grant = await tx.capacityGrant.findUnique({ where: { id: grantId } });
  if (!grant) return null;
  const others = await tx.capacityGrant.count({
    where: { ...standingAdministrators, personId: { not: grant.personId } },
  });
  const { personId, capacity, teamId, endedAt } = grant;
  return { grantId, personId, capacity, teamId, ended: endedAt !== null, isLastAdministrator: others === 0 };
}

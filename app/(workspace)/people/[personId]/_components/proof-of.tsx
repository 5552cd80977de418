import { ProofButton } from "@/components/audit/proof-button";
import { type Actor, canTakeProof } from "@/lib/domain/access";
import { standsOn } from "@/lib/domain/membership";
import type { PersonPage } from "@/lib/people/queries";

/** The proof of what the audit trail has about the person, for who may take it. */
export function ProofOf({ person, actor }: { person: PersonPage; actor: Actor }) {
  const { personId, profile, memberships, today } = person;
  const standing = memberships.filter((membership) => standsOn(membership, today));
  const teams = person.teams
    .filter(({ id }) => standing.some(({ team }) => team.id === id))
    .map(({ id, ancestorIds }) => ({ teamId: id, ancestorIds }));
  if (!canTakeProof(actor, { personId, teams })) return null;
  return <ProofButton person={{ ...profile, id: personId }} isOwn={personId === actor.id} className="mt-6" />;
}

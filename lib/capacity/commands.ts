import "server-only";
import type { Caller } from "@/lib/domain/access";
import { type CapacityDecision, grantCapacity as decideGrant, endCapacity } from "@/lib/domain/capacity-grant";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { lockOrganisation, organisationToday } from "@/lib/platform/organisation";
import { loadGrant, loadGrantFacts } from "./records";
import type { GrantEnd, NewGrant } from "./schema";

type Granted = { personId: string };

export const grantCapacity = (input: NewGrant, { actor, now }: Caller) =>
  inTransaction<CapacityDecision<Granted>>(
    async (tx) => {
      const facts = await loadGrantFacts(tx, input, await organisationToday(tx, now));
      const { onceKey: id, personId, reason } = input;
      if (await grantedBefore(tx, input, actor.id)) return accept({ personId });
      const decision = decideGrant(input, facts, actor);
      if (!decision.ok) return decision;

      const { capacity, teamId } = decision.value;
      const granted = { grantedById: actor.id, grantedAt: now };
      await tx.capacityGrant.create({ data: { id, personId, capacity, teamId, reason, ...granted } });
      const body = { grantId: id, capacity, teamId };
      await recordEvent(tx, { action: "CapacityGranted", actorId: actor.id, subjectId: personId, body });
      return accept({ personId });
    },
    { onDuplicate: () => refuse({ code: "CapacityAlreadyHeld" }) },
  );

/** The form's key is the grant's id: the same form sent twice is one grant. */
const grantedBefore = async (tx: Tx, { onceKey, personId }: NewGrant, actorId: string) =>
  (await tx.capacityGrant.count({ where: { id: onceKey, personId, grantedById: actorId } })) > 0;

/** One at a time in the organisation: two administrators who end each other's grant leave one of them. */
export const endGrant = ({ grantId, reason }: GrantEnd, { actor, now }: Caller) =>
  inTransaction<CapacityDecision<Granted>>(async (tx) => {
    await lockOrganisation(tx);
    const decision = endCapacity(await loadGrant(tx, grantId), actor);
    if (!decision.ok) return decision;

    const { personId, capacity, teamId } = decision.value;
    const ended = { endedAt: now, endedById: actor.id, endReason: reason };
    await tx.capacityGrant.update({ where: { id: grantId }, data: ended });
    const body = { grantId, capacity, teamId };
    await recordEvent(tx, { action: "CapacityEnded", actorId: actor.id, subjectId: personId, body });
    return accept({ personId });
  });

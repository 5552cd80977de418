import "server-only";
import type { Caller } from "@/lib/domain/access";
import { join, leave, type MembershipRefusal } from "@/lib/domain/membership";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { organisationToday } from "@/lib/platform/organisation";
import { loadJoin, loadMembership } from "./records";
import type { MembershipEnd, NewMembership } from "./schema";

type MembershipDecision = Decision<{ personId: string }, MembershipRefusal>;

/** A new main membership ends the open one before it the day before: a transfer is one act. */
export const addMembership = (input: NewMembership, { actor, now }: Caller) =>
  inTransaction<MembershipDecision>(
    async (tx) => {
      const { onceKey: id, personId, teamId, fromOn, toOn } = input;
      const facts = await loadJoin(tx, personId, teamId);
      if (await addedBefore(tx, input, actor.id)) return accept({ personId });
      const isMain = input.kind === "main";
      const decision = join(facts, { teamId, isMain, fromOn, toOn }, actor);
      if (!decision.ok) return decision;

      const { ended } = decision.value;
      if (ended) {
        await tx.membership.update({ where: { id: ended.membershipId }, data: { toOn: toDbDay(ended.toOn) } });
      }
      const days = { fromOn: toDbDay(fromOn), toOn: toOn === null ? null : toDbDay(toOn) };
      const made = { createdAt: now, createdById: actor.id };
      await tx.membership.create({ data: { id, personId, teamId, isMain, ...days, ...made } });
      const body = { membershipId: id, teamId, isMain, fromOn, toOn, endedMembershipId: ended?.membershipId ?? null };
      await recordEvent(tx, { action: "MembershipAdded", actorId: actor.id, subjectId: personId, body });
      return accept({ personId });
    },
    { onDuplicate: () => refuse({ code: "AlreadyMember" }) },
  );

/** The form's key is the membership's id: the same form sent twice is one membership. */
const addedBefore = async (tx: Tx, { onceKey, personId }: NewMembership, actorId: string) =>
  (await tx.membership.count({ where: { id: onceKey, personId, createdById: actorId } })) > 0;

/** Sets the last day, also of one that has an end already and still stands. */
export const endMembership = ({ membershipId, toOn }: MembershipEnd, { actor, now }: Caller) =>
  inTransaction<MembershipDecision>(async (tx) => {
    const today = await organisationToday(tx, now);
    const decision = leave(await loadMembership(tx, membershipId), { toOn, today }, actor);
    if (!decision.ok) return decision;

    const { membership, changed } = decision.value;
    const { personId, teamId } = membership;
    if (!changed) return accept({ personId });
    await tx.membership.update({ where: { id: membershipId }, data: { toOn: toDbDay(toOn) } });
    const body = { membershipId, teamId, toOn };
    await recordEvent(tx, { action: "MembershipEnded", actorId: actor.id, subjectId: personId, body });
    return accept({ personId });
  });

import "server-only";
import type { Actor, Caller } from "@/lib/domain/access";
import {
  grantReading as decideGranting,
  withdrawReading as decideWithdrawal,
  type ReadingRefusal,
} from "@/lib/domain/reading-grant";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction } from "@/lib/platform/db";
import { organisationToday } from "@/lib/platform/organisation";
import { loadGrant, loadGround } from "./records";
import type { ReadingForm, ReadingKey } from "./schema";

type About = { readonly personId: string | null; readonly teamId: string | null };
type Outcome = Decision<About, ReadingRefusal | { readonly code: "Busy" }>;

/** Lets an auditor read the texts of one person's training, or of a team's, for some days. The form's key is the grant's id. */
export const grantReading = ({ onceKey: id, ...form }: ReadingForm, { actor, now }: Caller) =>
  inTransaction<Outcome>(
    async (tx) => {
      const { personId, teamId, auditorId, fromOn, toOn, reason } = form;
      const ground = await loadGround(tx, form, actor, now);
      if (await tx.readingGrant.count({ where: { id, grantedById: actor.id } })) return accept({ personId, teamId });
      const decision = decideGranting(form, ground, actor);
      if (!decision.ok) return decision;

      const teamIds = [...decision.value.teamIds];
      const days = { fromOn: toDbDay(fromOn), toOn: toDbDay(toOn) };
      const by = { grantedById: actor.id, grantedAt: now };
      await tx.readingGrant.create({ data: { id, auditorId, personId, teamIds, reason, ...days, ...by } });
      const body = { grantId: id, auditorId, personId, teamIds, fromOn, toOn };
      await recordEvent(tx, { action: "ReadingGranted", actorId: actor.id, subjectId: personId ?? auditorId, body });
      return accept({ personId, teamId });
    },
    { onDuplicate: () => refuse({ code: "NotFound" }) },
  );

/** Ends it before its time. */
export const withdrawReading = ({ grantId }: ReadingKey, { actor, now }: Caller) =>
  inTransaction<Outcome>(async (tx) => {
    const today = await organisationToday(tx, now);
    const decision = decideWithdrawal(await loadGrant(tx, grantId, actor), today, actor);
    if (!decision.ok) return decision;
    const { grant, isRepeat } = decision.value;
    const { personId, auditorId } = grant;
    const done = accept({ personId, teamId: grant.teamIds[0] ?? null });
    if (isRepeat) return done;

    await tx.readingGrant.update({ where: { id: grantId }, data: { withdrawnById: actor.id, withdrawnAt: now } });
    const subjectId = personId ?? auditorId;
    await recordEvent(tx, { action: "ReadingWithdrawn", actorId: actor.id, subjectId, body: { grantId, auditorId } });
    return done;
  });

/** That an auditor opened somebody's texts by such a grant: each time. */
export async function noteReading(actor: Actor, { personId, grantIds }: Opened) {
  if (grantIds.length === 0) return;
  await inTransaction<Decision<null, { readonly code: "Busy" }>>(async (tx) => {
    await recordEvent(tx, { action: "TextsRead", actorId: actor.id, subjectId: personId, body: { grantIds } });
    return accept(null);
  });
}
type Opened = { readonly personId: string; readonly grantIds: readonly string[] };

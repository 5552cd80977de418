import "server-only";
import { type Actor, manages } from "@/lib/domain/access";
import { consequencesOf, reinstate, restoredBy } from "@/lib/domain/revocation";
import { db } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { loadCompletion, loadRevocable, loadRevoked, ofCompletion, ofRevocation } from "./records";
import type { ReinstatementPage, RevocationPage } from "./schema";

/** A sign-off or recognition that the actor may revoke, with what rests on it; null where it is not there, revoked or not theirs. Three statements. */
export async function findRevocable(actor: Actor, completionId: string): Promise<RevocationPage | null> {
  const row = await loadCompletion(db(), ofCompletion(completionId));
  if (!row) return null;
  const { facts, mentorships, completion } = await loadRevocable(db(), row);
  if (facts.revoked || !manages(actor, facts.enrolment)) return null;
  const consequences = consequencesOf(facts);
  const ending = mentorships.filter(({ mentorshipId }) => consequences.mentorships.includes(mentorshipId));
  return { completion, consequences, mentorships: ending, seen: digestOf(consequences) };
}

/** A revocation that stands and that the actor may lift; null where there is none of theirs. Three statements. */
export async function findReinstatable(actor: Actor, revocationId: string): Promise<ReinstatementPage | null> {
  const row = await loadCompletion(db(), ofRevocation(revocationId));
  if (!row?.revokedBy || row.reinstatedBy) return null;
  const { facts, mentorships, completion } = await loadRevoked(db(), row);
  if (!manages(actor, facts.enrolment)) return null;
  const { byId: id, by: name, byLatin: latinName, on } = row.revokedBy;
  const restored = restoredBy(facts);
  const decision = reinstate(facts, true, actor);
  const code = decision.ok ? null : decision.refusal.code;
  return {
    completion,
    revoked: { on, by: { id, name, latinName }, reason: row.reason ?? "" },
    restored,
    mentorships,
    why: code === "NewerSignOffStands" || code === "RequestForStepWaits" ? code : null,
    seen: digestOf(restored),
  };
}

import "server-only";
import { type Actor, manages } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { digestOfEffects, findGround, loadCandidates, loadRebasable } from "./records";
import { MOST_AT_ONCE, type RebasingFilter } from "./schema";

/** Open STEPs of the actor's trainees that are measured by other values than today's, 50 a page; null for who manages none. */
export async function listRebasable(actor: Actor, { q, page }: RebasingFilter, now: Date) {
  if (actor.managedTeamIds.length === 0) return null;
  const window = { limit: MOST_AT_ONCE, offset: (page - 1) * MOST_AT_ONCE };
  const rows = await loadCandidates(actor, await findPolicyValuesNow(now), { search: q, ...window });
  return { rows, total: rows[0]?.total ?? 0 };
}

/** What re-basing these people would do, computed by the rules that decide later; null where one of them is not the actor's. */
export async function previewRebasing(actor: Actor, enrolmentIds: readonly string[], now: Date) {
  if (enrolmentIds.length === 0 || actor.managedTeamIds.length === 0) return null;
  const ground = await findGround(enrolmentIds, now);
  const rebasable = await loadRebasable(db(), enrolmentIds, ground, now);
  const isMine = rebasable.every(({ training }) => manages(actor, training.ref));
  if (!isMine || rebasable.length < new Set(enrolmentIds).size) return null;
  return { rebasable, digest: digestOfEffects(rebasable) };
}

import type { Caller } from "@/lib/domain/access";
import { newId } from "@/lib/platform/ids";
import { reinstateCompletion, revokeCompletion } from "@/lib/revocation/commands";
import { findReinstatable, findRevocable } from "@/lib/revocation/queries";

/** As a manager does it: the page is opened, and what it lists is confirmed. Without a page, what nobody saw. */

const REASON = "証跡の取り違えがわかったため";
const UNSEEN = "unseen";

export async function revocationOf(completionId: string, { actor }: Caller) {
  const page = await findRevocable(actor, completionId);
  return { onceKey: newId(), completionId, seen: page?.seen ?? UNSEEN, reason: REASON };
}

export const revoked = async (completionId: string, caller: Caller) =>
  revokeCompletion(await revocationOf(completionId, caller), caller);

export async function reinstatementOf(revocationId: string, { actor }: Caller) {
  const page = await findReinstatable(actor, revocationId);
  return { revocationId, seen: page?.seen ?? UNSEEN, reason: "確かめ直し、証跡に誤りがなかったため" };
}

export const reinstated = async (revocationId: string, caller: Caller) =>
  reinstateCompletion(await reinstatementOf(revocationId, caller), caller);

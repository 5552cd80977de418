import "server-only";
import { type Actor, canViewEnrolment, manages } from "@/lib/domain/access";
import { loadSignOff } from "./records";
import type { SignedStep } from "./schema";

/**
 * One decision, exactly as it was: the records, values and words that it rested on, who signed, and what became of it. For whoever
 * may see the enrolment, also when it has ended; null for everybody else. One statement.
 */
export async function findSignedStep(actor: Actor, signOffId: string): Promise<SignedStep | null> {
  const loaded = await loadSignOff(signOffId, actor.id);
  if (!loaded || !canViewEnrolment(actor, loaded.enrolment)) return null;
  const stands = loaded.revocations.every(({ reinstated }) => reinstated !== null);
  return { ...loaded, mayRevoke: stands && manages(actor, loaded.enrolment) };
}

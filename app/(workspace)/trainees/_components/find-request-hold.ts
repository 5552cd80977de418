import { requestToTake } from "@/components/sign-off/sheet-rows";
import type { Actor } from "@/lib/domain/access";
import { findHold } from "@/lib/hold/queries";
import type { StepSheet } from "@/lib/sign-off/schema";

/** Who has taken on the request for this STEP; null where none waits for a mentor's signature. */
export async function findRequestHold(actor: Actor, sheet: StepSheet, now: Date) {
  const subjectId = requestToTake(sheet);
  return subjectId === null ? null : findHold(actor, { subject: "signOff", subjectId }, now);
}

import { notFound } from "next/navigation";
import type { Actor } from "@/lib/domain/access";
import { plans } from "@/lib/domain/drill";
import { requireActor } from "@/lib/platform/session";

/** Pages for mentors and managers; for everybody else they are not there. */
export async function requirePlanner(): Promise<Actor> {
  const actor = await requireActor();
  return plans(actor) ? actor : notFound();
}

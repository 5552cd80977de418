import "server-only";
import type { Actor } from "@/lib/domain/access";
import { findPerson } from "@/lib/people/queries";
import { now } from "@/lib/platform/clock";
import { uuid } from "@/lib/platform/fields";

/** The person that the address names, with the teams; null where it names none that the actor may see. */
export async function findChosen(actor: Actor, personId: string | string[] | undefined) {
  const id = uuid().safeParse(personId);
  return id.success ? findPerson(actor, id.data, now()) : null;
}

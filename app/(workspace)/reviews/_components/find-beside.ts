import type { Actor } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { findQueue } from "@/lib/queue/queries";
import { queueParams } from "@/lib/queue/schema";

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The queue beside whatever is open, as the address asks for it. */
export async function findBeside(actor: Actor, searchParams: Search) {
  const search = await searchParams;
  const params = queueParams.parse(search);
  const at = now();
  return { at, beside: { params, done: search.done, queue: await findQueue(actor, params, at) } };
}

import "server-only";
import type { Actor } from "@/lib/domain/access";

/** Far beyond the 99 that the navigation tells. */
const MANY = 500;
const KEPT_FOR_MS = 30_000;
const LARGEST = 1000;

type Known = { readonly waiting: number; readonly askedAt: number };
const globals = globalThis as { sodateManyWaiting?: Map<string, Known> };
const keyOf = (actor: Actor) => JSON.stringify(actor);

/**
 * Counting what waits for somebody who oversees thousands costs as much as their page does. Where it is far more than the navigation
 * tells, it is asked once in half a minute: nobody decides on four hundred in that time, so what is told stays true.
 */
export function manyKnown(actor: Actor, nowMs: number): number | null {
  const found = globals.sodateManyWaiting?.get(keyOf(actor));
  return found && Math.abs(nowMs - found.askedAt) < KEPT_FOR_MS ? found.waiting : null;
}

export function keepIfMany(actor: Actor, waiting: number, nowMs: number): void {
  globals.sodateManyWaiting ??= new Map();
  const known = globals.sodateManyWaiting;
  if (known.size >= LARGEST) known.clear();
  if (waiting >= MANY) known.set(keyOf(actor), { waiting, askedAt: nowMs });
  else known.delete(keyOf(actor));
}

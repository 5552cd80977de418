import type { Actor } from "@/lib/domain/access";
import type { UsualWaits } from "@/lib/domain/queue";

/** The usual wait moves slowly: the process asks once in ten minutes for each pool. */
const KEPT_FOR_MS = 10 * 60_000;
const LARGEST = 1000;

/** The medians, and the organisation's own figure for while there is little history. */
export type KnownWaits = { readonly waits: UsualWaits; readonly fallbackDays: number };
type Known = { readonly waits: Promise<KnownWaits>; readonly askedAt: number };
const globals = globalThis as { sodateUsualWaits?: Map<string, Known> };

export function rememberedWaits(key: string, nowMs: number, ask: () => Promise<KnownWaits>): Promise<KnownWaits> {
  globals.sodateUsualWaits ??= new Map();
  const known = globals.sodateUsualWaits;
  const found = known.get(key);
  if (found && Math.abs(nowMs - found.askedAt) < KEPT_FOR_MS) return found.waits;
  if (known.size >= LARGEST) known.clear();
  const waits = ask();
  known.set(key, { waits, askedAt: nowMs });
  waits.catch(() => known.delete(key));
  return waits;
}

/** Whoever reviews the same people shares the figure; one's own enrolments are nobody's pool, so the person is part of it. */
export const keyOfReviewer = ({ id, mentorships, appointments, managedTeamIds }: Actor) =>
  JSON.stringify([id, mentorships, appointments, managedTeamIds]);

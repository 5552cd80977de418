import "server-only";
import { type Actor, managesTeam, type TeamRef } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import { type CurrencyRule, ENDING_DAYS } from "@/lib/domain/currency";
import { loadFalling } from "./records";
import type { Falling } from "./schema";

const FALLING_SHOWN = 50;

/** Who has fallen out of date in a team of the actor's or falls out within 60 days; null where no role group has a limit. One statement at most. */
export async function listFalling(
  actor: Actor,
  team: TeamRef,
  { rules, today }: { rules: readonly CurrencyRule[]; today: PlainDay },
): Promise<Falling | null> {
  if (rules.length === 0 || !managesTeam(actor, team)) return null;
  const rows = await loadFalling({ teamId: team.teamId, rules, today, days: ENDING_DAYS, limit: FALLING_SHOWN });
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

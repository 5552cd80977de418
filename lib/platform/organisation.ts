import "server-only";
import { todayIn } from "./days";
import type { Tx } from "./db";

const DEFAULT_ZONE = "Asia/Tokyo";

/** Serialises what concerns the whole organisation: who administers it, and how its teams hang together. */
export const lockOrganisation = (tx: Tx) => tx.$queryRaw`select id from "Organisation" for update`;

/** The organisation's day: in the zone of its oldest team without a parent. */
export async function organisationToday(tx: Tx, now: Date): Promise<string> {
  const root = await tx.team.findFirst({
    where: { parentId: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { timeZone: true },
  });
  return todayIn(root?.timeZone ?? DEFAULT_ZONE, now);
}

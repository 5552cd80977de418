import "server-only";
import type { Actor } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import type { DeadJobRow } from "./schema";

export const DEAD_JOBS_A_PAGE = 50;

/** What was given up, the latest first; null for who is no administrator. */
export async function listDeadJobs(actor: Actor, page: number) {
  if (!actor.isAdmin) return null;
  const rows = await db().$queryRaw<DeadJobRow[]>`
    select id, kind, key, failure, attempts::int, "madeAt", "deadAt", count(*) over ()::int as total
      from "Job" where "deadAt" is not null
     order by "deadAt" desc, id limit ${DEAD_JOBS_A_PAGE} offset ${(page - 1) * DEAD_JOBS_A_PAGE}`;
  return { rows, total: rows[0]?.total ?? 0 };
}

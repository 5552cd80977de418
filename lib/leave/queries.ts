import "server-only";
import type { Actor } from "@/lib/domain/access";
import { visiblePeople } from "@/lib/people/scope";
import { todayIn } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import type { LeaveRow, LeavesPage } from "./schema";

/** A person's leave, the latest first; null where it is not the actor's to read (`mayKeepLeave`). One statement. */
export async function listLeaves(actor: Actor, personId: string, now: Date): Promise<LeavesPage | null> {
  const today = todayIn(DEFAULT_ZONE, now);
  const [row] = await db().$queryRaw<{ leaves: LeaveRow[] }[]>`
    select (select coalesce(json_agg(x), '[]') from (
        select l.id as "leaveId", to_char(l."fromOn", 'YYYY-MM-DD') as "fromOn", to_char(l."toOn", 'YYYY-MM-DD') as "toOn",
               b.name as "byName", b."latinName" as "byLatinName"
          from "Leave" l join "Person" b on b.id = l."enteredById"
         where l."personId" = p.id and l."withdrawnAt" is null order by l."fromOn" desc) x) as leaves
      from "Person" p where p.id = ${personId}::uuid and ${visiblePeople({ ...actor, isAdmin: false }, today)}`;
  return row ? { personId, today, leaves: row.leaves } : null;
}

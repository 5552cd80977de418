import "server-only";
import type { Actor } from "@/lib/domain/access";
import { enrolmentsVisibleTo } from "@/lib/people/scope";
import { fromDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { claimWaitsForReview } from "@/lib/reviews/scope";
import type { TransferRow, WaitingCounts } from "./schema";

/** What of an enrolment waits for a decision and would go to a new pool; null where it is not there or not the actor's to move. One statement. */
export async function countWhatMoves(actor: Actor, enrolmentId: string, now: Date): Promise<WaitingCounts | null> {
  const [row] = await db().$queryRaw<WaitingCounts[]>`
    select (select count(distinct c."recordId")::int from "RecordClaim" c where c."enrolmentId" = e.id and ${claimWaitsForReview}) as records,
           (select count(*)::int from "JudgementRequest" j where j."enrolmentId" = e.id and j."closedAt" is null) as judgements,
           (select count(*)::int from "SignOffRequest" q where q."enrolmentId" = e.id and q."isOpen") as requests,
           (select count(*)::int from "Hold" h where h."enrolmentId" = e.id and h."endedAt" is null and h.until > ${now}) as holds,
           (select count(*)::int from "Enrolment" o where o."personId" = e."personId" and o."teamId" = e."teamId"
               and o."endedOn" is null and o.id <> e.id) as others
      from "Enrolment" e where e.id = ${enrolmentId}::uuid and e."endedOn" is null and e."personId" <> ${actor.id}::uuid
       and (${actor.isAdmin} or exists (select 1 from "TeamAncestor" a
              where a."teamId" = e."teamId" and a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[])))`;
  return row ?? null;
}

/** Moves of a person's enrolments that the actor may see, the latest first, each act once. Two statements. */
export async function listTransfers(actor: Actor, personId: string): Promise<readonly TransferRow[]> {
  const names = { select: { nameJa: true, nameEn: true } } as const;
  const rows = await db().transfer.findMany({
    where: { enrolment: { AND: [{ personId }, enrolmentsVisibleTo(actor)] } },
    orderBy: [{ movedOn: "desc" }, { id: "asc" }],
    distinct: ["movedAt", "toTeamId"],
    include: { fromTeam: names, toTeam: names },
  });
  const people = await db().person.findMany({
    where: { id: { in: rows.map(({ movedById }) => movedById) } },
    select: { id: true, name: true, latinName: true },
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows.map(({ id, movedOn, fromTeam, toTeam, reason, movedById }) => ({
    id,
    movedOn: fromDbDay(movedOn),
    fromTeam,
    toTeam,
    reason,
    by: byId.get(movedById) ?? { name: "", latinName: "" },
  }));
}

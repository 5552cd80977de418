import "server-only";
import type { Actor } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

export type ShellCounts = { readonly sentBack: number; readonly reviews: number };

/** Enrolments of others that the reader mentors, or whose basic education they manage. */
const mentored = ({ id, mentorships, managedTeamIds }: Actor) => Prisma.sql`(
  select e.id
    from json_to_recordset(${JSON.stringify(mentorships)}::json) as m("roleGroupCode" text, "teamId" uuid)
    join "Enrolment" e on (e."roleGroupCode" = m."roleGroupCode" or e."roleGroupCode" is null)
     and (m."teamId" is null or e."teamId" in (select a."teamId" from "TeamAncestor" a where a."ancestorId" = m."teamId"))
   where e."endedOn" is null and e."personId" <> ${id}::uuid
  union
  select e.id from "TeamAncestor" a join "Enrolment" e on e."teamId" = a."teamId"
   where a."ancestorId" = any(${[...managedTeamIds]}::uuid[]) and e."roleGroupCode" is null
     and e."endedOn" is null and e."personId" <> ${id}::uuid)`;

/** Enrolments of others that the reader may countersign. */
const countersigned = ({ id, appointments, managedTeamIds }: Actor) => Prisma.sql`(
  select e.id from "TeamAncestor" a join "Enrolment" e on e."teamId" = a."teamId"
   where a."ancestorId" = any(${[...managedTeamIds]}::uuid[]) and e."personId" <> ${id}::uuid
  union
  select e.id
    from json_to_recordset(${JSON.stringify(appointments)}::json) as p(kind text, "teamId" uuid, "roleGroupCode" text)
    join "TeamAncestor" a on a."ancestorId" = p."teamId" join "Enrolment" e on e."teamId" = a."teamId"
   where p.kind = 'countersigner' and e."personId" <> ${id}::uuid
     and (p."roleGroupCode" is null or e."roleGroupCode" is null or e."roleGroupCode" = p."roleGroupCode"))`;

/** Everything that the navigation counts, in one statement. */
export async function loadShellCounts(actor: Actor): Promise<ShellCounts> {
  const [row] = await db().$queryRaw<ShellCounts[]>`
    with mentored as ${mentored(actor)}, countersigned as ${countersigned(actor)}
    select
      (select count(*)::int from "Remark" r join "Enrolment" e on e.id = r."enrolmentId"
        where e."personId" = ${actor.id}::uuid and r."settledAt" is null and r."answeredAt" is null) as "sentBack",
      ((select count(distinct c."recordId")::int from "RecordClaim" c join "PracticeRecord" p on p.id = c."recordId"
         where c."enrolmentId" in (select id from mentored) and c."withdrawnAt" is null and p."withdrawnAt" is null
           and not exists (select 1 from "Verification" v where v."claimId" = c.id and v."withdrawnAt" is null)
           and not exists (select 1 from "Remark" r where r."claimId" = c.id and r."settledAt" is null))
       + (select count(*)::int from "JudgementRequest" j where j."enrolmentId" in (select id from mentored) and j."closedAt" is null)
       + (select count(*)::int from "SignOffRequest" q left join "MentorSignature" g on g."requestId" = q.id
           where not exists (select 1 from "RequestOutcome" o where o."requestId" = q.id)
             and ((g."requestId" is null and q."enrolmentId" in (select id from mentored))
               or (g."mentorId" <> ${actor.id}::uuid and q."enrolmentId" in (select id from countersigned))))) as reviews`;
  return row ?? { sentBack: 0, reviews: 0 };
}

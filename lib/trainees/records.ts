import "server-only";
import type { Actor } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import { claimWaitsForReview, viewableBy } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";

export type LoadedTrainee = {
  readonly personId: string;
  readonly name: string;
  readonly latinName: string;
  readonly teamJa: string;
  readonly teamEn: string;
  readonly timeZone: string;
  readonly enrolmentIds: readonly string[];
  readonly waiting: number;
  readonly lastVerifiedOn: string | null;
  readonly lastLoggedOn: string | null;
  readonly enrolledOn: string;
};
type Loaded = { readonly total: number; readonly rows: readonly LoadedTrainee[] };
type Asked = { readonly search: string | null; readonly offset: number; readonly limit: number };

/** A name, its reading or Latin form, or an employee number holds what was typed. */
const holding = (search: string | null) => {
  if (search === null) return Prisma.sql`true`;
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(p.name ilike ${pattern} or replace(p.name, ' ', '') ilike ${pattern} or p.reading ilike ${pattern}
    or replace(p.reading, ' ', '') ilike ${pattern} or p."latinName" ilike ${pattern} or p."employeeNumber" ilike ${pattern})`;
};

/** People whose enrolments the actor may see, by reading, 50 a page. One statement. */
export async function loadTrainees(actor: Actor, { search, offset, limit }: Asked): Promise<Loaded> {
  const [row] = await db().$queryRaw<Loaded[]>`
    with seen as materialized (select e.id, e."personId", e."teamId", e."enrolledOn" from "Enrolment" e where e."endedOn" is null and ${viewableBy(actor)}),
    found as materialized (select p.id, p.name, p."latinName", p.reading from "Person" p
                            where p.id in (select "personId" from seen) and ${holding(search)}),
    shown as (select * from found order by reading, id limit ${limit} offset ${offset})
    select (select count(*)::int from found) as total,
           (select coalesce(json_agg(x), '[]') from (
             select s.id as "personId", s.name, s."latinName", t."nameJa" as "teamJa", t."nameEn" as "teamEn", t."timeZone",
                    own.ids as "enrolmentIds", to_char(own.since, 'YYYY-MM-DD') as "enrolledOn",
                    (select to_char(max(st."lastVerifiedOn"), 'YYYY-MM-DD') from "PersonStanding" st where st."enrolmentId" = any(own.ids)) as "lastVerifiedOn",
                    (select to_char(max(r."loggedAt") at time zone t."timeZone", 'YYYY-MM-DD') from "PracticeRecord" r where r."personId" = s.id) as "lastLoggedOn",
                    (select count(distinct c."recordId")::int from "RecordClaim" c
                      where c."enrolmentId" = any(own.ids) and ${claimWaitsForReview}) as waiting
               from shown s
               join lateral (select array_agg(e.id) as ids, min(e."enrolledOn") as since, (array_agg(e."teamId" order by e."enrolledOn"))[1] as "teamId"
                               from seen e where e."personId" = s.id) own on true
               join "Team" t on t.id = own."teamId"
              order by s.reading, s.id) x) as rows`;
  return row ?? { total: 0, rows: [] };
}

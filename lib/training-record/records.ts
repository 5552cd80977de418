import "server-only";
import { db } from "@/lib/platform/db";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { anyId } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import type { PersonEntry, RecordEntry } from "./schema";

/** Days are those of the enrolment's team. Texts are given only for the enrolments in `readable`. */
export type Seen = {
  readonly visible: readonly string[];
  readonly readable: readonly string[];
  readonly readerId: string;
};

export const dayThere = (instant: string) => Prisma.raw(`to_char(${instant} at time zone t."timeZone", 'YYYY-MM-DD')`);
export const dayHere = (instant: string) =>
  Prisma.sql`to_char(${Prisma.raw(instant)} at time zone ${DEFAULT_ZONE}, 'YYYY-MM-DD')`;
export const plainDay = (day: string) => Prisma.raw(`to_char(${day}, 'YYYY-MM-DD')`);
export const who = (person: string) =>
  Prisma.raw(`json_build_object('name', ${person}.name, 'latinName', ${person}."latinName")`);
export const acted = (person: string, day: Prisma.Sql) =>
  Prisma.sql`json_build_object('by', ${who(person)}, 'on', ${day})`;
export const actedOrNull = (person: string, day: Prisma.Sql) =>
  Prisma.sql`case when ${Prisma.raw(`${person}.id`)} is null then null else ${acted(person, day)} end`;
export const textOf = (column: string, { readable }: Seen) =>
  Prisma.sql`case when e.id = ${anyId(readable)} then ${Prisma.raw(column)} end`;

export type LoadedPerson = PersonEntry & { readonly head: { readonly events: number; readonly hash: string } };

const deactivationsOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('by', case when m.id is null then null else ${who("m")} end, 'on', ${dayHere('d."deactivatedAt"')},
           'back', ${actedOrNull("b", dayHere('d."reactivatedAt"'))})
           order by d."deactivatedAt", d.id), '[]')
    from "Deactivation" d left join "Person" m on m.id = d."deactivatedById" left join "Person" b on b.id = d."reactivatedById"
   where d."personId" = p.id)`;

/** Without a cause, as everywhere (product.md, 18). */
const leavesOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('fromOn', ${plainDay('l."fromOn"')}, 'toOn', ${plainDay('l."toOn"')}) order by l."fromOn"), '[]')
    from "Leave" l where l."personId" = p.id and l."withdrawnAt" is null)`;

/** Who it is about, with every team they were in; and where the audit trail ends now. One statement. */
export async function loadPerson(personId: string, readsLeave: boolean): Promise<LoadedPerson | null> {
  const [row] = await db().$queryRaw<LoadedPerson[]>`
    select p.id, p.name, p."latinName", p.reading, p."employeeNumber", p.affiliation, ${plainDay('p."endsOn"')} as "endsOn",
           ${deactivationsOf} as deactivations, case when ${readsLeave} then ${leavesOf} else '[]' end as leaves,
           (select json_build_object('events', h.seq, 'hash', encode(h.hash, 'hex')) from audit.head h) as head,
           (select coalesce(json_agg(json_build_object('teamJa', t."nameJa", 'teamEn', t."nameEn",
                     'fromOn', ${plainDay('m."fromOn"')}, 'toOn', ${plainDay('m."toOn"')}, 'isMain', m."isMain")
                   order by m."fromOn", m.id), '[]')
              from "Membership" m join "Team" t on t.id = m."teamId" where m."personId" = p.id) as memberships
      from "Person" p where p.id = ${personId}::uuid`;
  return row ?? null;
}

const claimsOf = (seen: Seen) => Prisma.sql`
  select coalesce(json_agg(json_build_object('id', c.id, 'enrolmentId', c."enrolmentId", 'criterionCode', c."criterionCode",
           'state', case when c."withdrawnAt" is not null then 'withdrawn' when v.id is not null then 'verified'
                         when exists (select 1 from "Remark" k where k."claimId" = c.id and k."settledAt" is null) then 'sentBack'
                         else 'waiting' end,
           'verified', ${actedOrNull("m", dayThere('v."verifiedAt"'))}, 'byReviewer', coalesce(v."byReviewer", false)) order by c.id), '[]')
    from "RecordClaim" c join "Enrolment" e on e.id = c."enrolmentId" join "Team" t on t.id = e."teamId"
    left join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null left join "Person" m on m.id = v."verifiedById"
   where c."recordId" = r.id and e.id = ${anyId(seen.visible)}`;

/** What a record says beside its title. */
const detailsOf = Prisma.sql`json_build_object(
  'periodCovered', to_char(r."periodCovered", 'YYYY-MM'), 'incidentRef', r."incidentRef", 'subCase', r."subCase", 'technique', r.technique,
  'readingItem', r."readingItem", 'judged', r.judged, 'right', r."right", 'mentorPresentName', r."mentorPresentName",
  'mentorPresent', (select ${who("mp")} from "Person" mp where mp.id = r."mentorPresentId"))`;

/** Where a record came from, if nobody typed it: an event logged once for many, or a file of a system. */
const originOf = Prisma.sql`case
  when exists (select 1 from "ProposedRecord" pr where pr."recordId" = r.id) then 'event'
  when exists (select 1 from "ImportedRecord" im where im."recordId" = r.id) then 'import' end`;

/** Twin of `canReadRecordText`, of records that were found by their claims. */
const readable = ({ readerId, readable: texts }: Seen) => Prisma.sql`(
  r."personId" = ${readerId}::uuid
  or (r.tlp = 'RED' and r."mentorPresentId" = ${readerId}::uuid)
  or (r.tlp <> 'RED' and exists (select 1 from "RecordClaim" c where c."recordId" = r.id and c."enrolmentId" = ${anyId(texts)})))`;

/** Everything that was logged, newest first: to the trainee all of it, to others what was claimed where they look. One statement. */
export const loadRecords = (personId: string, seen: Seen): Promise<RecordEntry[]> => db().$queryRaw<RecordEntry[]>`
  select r.id, row_number() over (order by r."happenedOn", r.id)::int as number,
         ${plainDay('r."happenedOn"')} as "happenedOn", ${dayHere('r."loggedAt"')} as "loggedOn", r.kind, r.tlp, case when x.reads then r.title end as title, r.supervision,
         (select count(*)::int from "Evidence" ev where ev."recordId" = r.id) as "evidenceCount",
         case when x.reads then (select coalesce(json_agg(ev.value order by ev.position), '[]') from "Evidence" ev where ev."recordId" = r.id)
              else '[]'::json end as evidence,
         case when exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id) then 'corrected'
              when r."withdrawnAt" is not null then 'withdrawn' else 'stands' end as state,
         r."correctsId" is not null as "isCorrection", case when x.reads then ${detailsOf} end as details, ${originOf} as origin,
         (${claimsOf(seen)}) as claims
    from "PracticeRecord" r cross join lateral (select ${readable(seen)} as reads) x
   where r."personId" = ${personId}::uuid
     and (r."personId" = ${seen.readerId}::uuid
          or exists (select 1 from "RecordClaim" c where c."recordId" = r.id and c."enrolmentId" = ${anyId(seen.visible)}))
   order by r."happenedOn" desc, r.id desc`;

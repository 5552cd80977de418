import "server-only";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { JudgementEntry, PersonEntry, RecordEntry, RemarkEntry, StepEntry } from "./schema";

/** Days are those of the enrolment's team. Texts are given only for the enrolments in `readable`. */
export type Seen = {
  readonly visible: readonly string[];
  readonly readable: readonly string[];
  readonly readerId: string;
};

const ids = (list: readonly string[]) => Prisma.sql`any(${[...list]}::uuid[])`;
const dayThere = (instant: string) => Prisma.raw(`to_char(${instant} at time zone t."timeZone", 'YYYY-MM-DD')`);
const plainDay = (day: string) => Prisma.raw(`to_char(${day}, 'YYYY-MM-DD')`);
const who = (person: string) =>
  Prisma.raw(`json_build_object('name', ${person}.name, 'latinName', ${person}."latinName")`);
const acted = (person: string, day: Prisma.Sql) => Prisma.sql`json_build_object('by', ${who(person)}, 'on', ${day})`;
const textOf = (column: string, { readable }: Seen) =>
  Prisma.sql`case when e.id = ${ids(readable)} then ${Prisma.raw(column)} end`;

export type LoadedPerson = PersonEntry & { readonly head: { readonly events: number; readonly hash: string } };

/** Who it is about, with every team they were in; and where the audit trail ends now. One statement. */
export async function loadPerson(personId: string): Promise<LoadedPerson | null> {
  const [row] = await db().$queryRaw<LoadedPerson[]>`
    select p.id, p.name, p."latinName", p.reading, p."employeeNumber",
           (select json_build_object('events', h.seq, 'hash', encode(h.hash, 'hex')) from audit.head h) as head,
           (select coalesce(json_agg(json_build_object('teamJa', t."nameJa", 'teamEn', t."nameEn",
                     'fromOn', ${plainDay('m."fromOn"')}, 'toOn', ${plainDay('m."toOn"')}, 'isMain', m."isMain")
                   order by m."fromOn", m.id), '[]')
              from "Membership" m join "Team" t on t.id = m."teamId" where m."personId" = p.id) as memberships
      from "Person" p where p.id = ${personId}::uuid`;
  return row ?? null;
}

const revocationsOf = (key: Prisma.Sql, seen: Seen) => Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', v.id, 'by', ${who("r")}, 'on', ${dayThere('v."revokedAt"')}, 'reason', ${textOf("v.reason", seen)},
           'lifted', case when l.id is null then null else json_build_object('by', ${who("l")}, 'on', ${dayThere('v."reinstatedAt"')},
                       'reason', ${textOf('v."reinstateReason"', seen)}) end) order by v."revokedAt", v.id), '[]')
    from "Revocation" v join "Person" r on r.id = v."revokedById" left join "Person" l on l.id = v."reinstatedById" where ${key})`;

const signOffs = (seen: Seen) => Prisma.sql`
  select s.id, s."enrolmentId", e."roleGroupCode", s.step, 'signOff' as kind, ${acted("m", plainDay('s."signedOn"'))} as signed,
         s."byReviewer", case when n.id is null then null else ${acted("n", dayThere('s."countersignedAt"'))} end as countersigned,
         (select count(*)::int from "FrozenClaim" f where f."signOffId" = s.id) as claims, null::text as reason,
         encode(sha256(convert_to(s."restedOn"::text, 'UTF8')), 'hex') as digest, s."restedOn" ->> 'edition' as edition,
         coalesce(s."restedOn" -> 'items', '[]'::jsonb) as items, ${revocationsOf(Prisma.sql`v."signOffId" = s.id`, seen)} as revocations
    from "StepSignOff" s join "Enrolment" e on e.id = s."enrolmentId" join "Team" t on t.id = e."teamId"
    join "Person" m on m.id = s."mentorId" left join "Person" n on n.id = s."countersignedById"
   where e.id = ${ids(seen.visible)}`;

const recognitions = (seen: Seen) => Prisma.sql`
  select r.id, r."enrolmentId", e."roleGroupCode", r.step, 'recognition', ${acted("m", plainDay('r."recognisedOn"'))},
         false, null::json, 0, ${textOf("r.reason", seen)}, null, null, '[]'::jsonb,
         ${revocationsOf(Prisma.sql`v."recognitionId" = r.id`, seen)}
    from "Recognition" r join "Enrolment" e on e.id = r."enrolmentId" join "Team" t on t.id = e."teamId"
    join "Person" m on m.id = r."recognisedById"
   where e.id = ${ids(seen.visible)}`;

const remarksOf = (seen: Seen) => Prisma.sql`
  select k.id, k."enrolmentId", k."criterionCode", ${acted("m", dayThere('k."madeAt"'))} as made, ${textOf("k.reason", seen)} as reason,
         (select ${plainDay('r."happenedOn"')} from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
           where c.id = k."claimId") as "recordOn",
         case when k."settledAt" is not null then 'settled' when k."answeredAt" is not null then 'answered' else 'open' end as state
    from "Remark" k join "Enrolment" e on e.id = k."enrolmentId" join "Team" t on t.id = e."teamId" join "Person" m on m.id = k."byId"
   where e.id = ${ids(seen.visible)} order by k."madeAt" desc, k.id`;

/** Of each checkpoint the latest judgement, as everywhere. */
const judgementsOf = (seen: Seen) => Prisma.sql`
  select distinct on (a."enrolmentId", a."criterionCode", a.checkpoint) a."enrolmentId", a."criterionCode", a.checkpoint,
         a.judgement, a.supervision, ${acted("m", plainDay('a."judgedOn"'))} as judged, a."byReviewer", ${textOf("nullif(a.comment, '')", seen)} as comment
    from "Attestation" a join "Enrolment" e on e.id = a."enrolmentId" join "Person" m on m.id = a."judgedById"
   where e.id = ${ids(seen.visible)} order by a."enrolmentId", a."criterionCode", a.checkpoint, a.attempt desc`;

export type LoadedHistory = {
  readonly steps: readonly StepEntry[];
  readonly remarks: readonly RemarkEntry[];
  readonly judgements: readonly JudgementEntry[];
};

/** What was decided about these enrolments, standing or not. One statement. */
export async function loadHistory(seen: Seen): Promise<LoadedHistory> {
  const [row] = await db().$queryRaw<LoadedHistory[]>`
    select (select coalesce(json_agg(x order by x.signed ->> 'on', x.step, x.id), '[]') from (
              ${signOffs(seen)} union all ${recognitions(seen)}) x) as steps,
           (select coalesce(json_agg(x), '[]') from (${remarksOf(seen)}) x) as remarks,
           (select coalesce(json_agg(x), '[]') from (${judgementsOf(seen)}) x) as judgements`;
  return row ?? { steps: [], remarks: [], judgements: [] };
}

const claimsOf = (seen: Seen) => Prisma.sql`
  select coalesce(json_agg(json_build_object('enrolmentId', c."enrolmentId", 'criterionCode', c."criterionCode",
           'state', case when c."withdrawnAt" is not null then 'withdrawn' when v.id is not null then 'verified'
                         when exists (select 1 from "Remark" k where k."claimId" = c.id and k."settledAt" is null) then 'sentBack'
                         else 'waiting' end,
           'verified', case when v.id is null then null else ${acted("m", dayThere('v."verifiedAt"'))} end) order by c.id), '[]')
    from "RecordClaim" c join "Enrolment" e on e.id = c."enrolmentId" join "Team" t on t.id = e."teamId"
    left join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null left join "Person" m on m.id = v."verifiedById"
   where c."recordId" = r.id and e.id = ${ids(seen.visible)}`;

/** Twin of `canReadRecordText`, of records that were found by their claims. */
const readable = ({ readerId, readable: texts }: Seen) => Prisma.sql`(
  r."personId" = ${readerId}::uuid
  or (r.tlp = 'RED' and r."mentorPresentId" = ${readerId}::uuid)
  or (r.tlp <> 'RED' and exists (select 1 from "RecordClaim" c where c."recordId" = r.id and c."enrolmentId" = ${ids(texts)})))`;

/** Everything that was logged, newest first: to the trainee all of it, to others what was claimed where they look. One statement. */
export const loadRecords = (personId: string, seen: Seen): Promise<RecordEntry[]> => db().$queryRaw<RecordEntry[]>`
  select r.id, ${plainDay('r."happenedOn"')} as "happenedOn", r.kind, r.tlp, case when x.reads then r.title end as title, r.supervision,
         (select count(*)::int from "Evidence" ev where ev."recordId" = r.id) as "evidenceCount",
         case when x.reads then (select coalesce(json_agg(ev.value order by ev.position), '[]') from "Evidence" ev where ev."recordId" = r.id)
              else '[]'::json end as evidence,
         case when exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id) then 'corrected'
              when r."withdrawnAt" is not null then 'withdrawn' else 'stands' end as state,
         r."correctsId" is not null as "isCorrection", (${claimsOf(seen)}) as claims
    from "PracticeRecord" r cross join lateral (select ${readable(seen)} as reads) x
   where r."personId" = ${personId}::uuid
     and (r."personId" = ${seen.readerId}::uuid
          or exists (select 1 from "RecordClaim" c where c."recordId" = r.id and c."enrolmentId" = ${ids(seen.visible)}))
   order by r."happenedOn" desc, r.id desc`;

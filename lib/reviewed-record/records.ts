import "server-only";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { RemarkFact } from "@/lib/domain/remark";
import { db } from "@/lib/platform/db";
import { instant, person } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import type { ClaimView, RecordView, RemarkView } from "./schema";

/** A claim of the record as it is stored, whoever's it is to see. */
export type RecordClaimRow = Pick<
  ClaimView,
  "claimId" | "enrolmentId" | "claimedAt" | "isFrozen" | "verified" | "remarks"
> & {
  readonly criterionCode: string;
  readonly roleGroupCode: RoleGroupCode | null;
  /** Everything on the criterion that is not settled. */
  readonly openRemarks: readonly RemarkFact[];
};

type Derived =
  | "timeZone"
  | "today"
  | "isReadable"
  | "lateDays"
  | "claims"
  | "otherRoleGroups"
  | "earlierRemarks"
  | "recent";
/** What belongs to an enrolment says so: the reader sees only that of theirs. */
type OfEnrolment<T> = readonly (T & { readonly enrolmentId: string })[];
export type RecordRow = Omit<RecordView, Derived> & {
  readonly claims: readonly RecordClaimRow[];
  readonly earlierRemarks: OfEnrolment<RemarkView>;
  readonly recent: OfEnrolment<RecordView["recent"][number]>;
};

const remarksWhere = (where: Prisma.Sql) => Prisma.sql`(
  select coalesce(json_agg(json_build_object('remarkId', k.id, 'enrolmentId', k."enrolmentId", 'by', ${person("m")}, 'madeAt', ${instant('k."madeAt"')},
           'reason', k.reason, 'answer', k.answer, 'isSettled', k."settledAt" is not null) order by k."madeAt"), '[]')
    from "Remark" k join "Person" m on m.id = k."byId" where ${where})`;

const openRemarks = Prisma.sql`(
  select coalesce(json_agg(json_build_object('remarkId', k.id, 'criterionCode', k."criterionCode", 'claimId', k."claimId",
           'madeAt', ${instant('k."madeAt"')}, 'answeredAt', ${instant('k."answeredAt"')})), '[]')
    from "Remark" k
   where k."enrolmentId" = c."enrolmentId" and k."criterionCode" = c."criterionCode" and k."settledAt" is null)`;

const claimsOf = Prisma.sql`(
  select coalesce(json_agg(x), '[]') from (
    select c.id as "claimId", c."enrolmentId", e."roleGroupCode", c."criterionCode", ${instant('c."claimedAt"')} as "claimedAt",
           exists (select 1 from "FrozenClaim" f where f."claimId" = c.id) as "isFrozen",
           case when v.id is not null then json_build_object('verificationId', v.id, 'by', ${person("vp")},
             'at', ${instant('v."verifiedAt"')}, 'byReviewer', v."byReviewer", 'comment', v.comment,
             'confirmed', json_build_object('supervision', v.supervision, 'mentorPresent', v."mentorPresent", 'parts', v.parts,
                                            'judged', v.judged, 'right', v."right")) end as verified,
           ${remarksWhere(Prisma.sql`k."claimId" = c.id`)} as remarks, ${openRemarks} as "openRemarks"
      from "RecordClaim" c join "Enrolment" e on e.id = c."enrolmentId"
      left join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null
      left join "Person" vp on vp.id = v."verifiedById"
     where c."recordId" = r.id and c."withdrawnAt" is null
     order by e."roleGroupCode" nulls first, c."criterionCode") x)`;

/** The latest records of the person that somebody verified, this one aside. */
const recentOf = Prisma.sql`(
  select coalesce(json_agg(x), '[]') from (
    select o.id as "recordId", latest."enrolmentId", to_char(o."happenedOn", 'YYYY-MM-DD') as "happenedOn", ${person("vp")} as by
      from "PracticeRecord" o
      join lateral (select v."verifiedById", oc."enrolmentId" from "RecordClaim" oc join "Verification" v on v."claimId" = oc.id
                     where oc."recordId" = o.id and v."withdrawnAt" is null limit 1) latest on true
      join "Person" vp on vp.id = latest."verifiedById"
     where o."personId" = r."personId" and o.id <> r.id and o."withdrawnAt" is null
     order by o."happenedOn" desc limit 10) x)`;

/** The record with everything said about it. One statement. Unscoped: the caller shows only what the reader may see. */
export async function loadRecordRow(recordId: string): Promise<RecordRow | null> {
  const [row] = await db().$queryRaw<RecordRow[]>`
    select r.id as "recordId", ${person("p")} as trainee, to_char(r."happenedOn", 'YYYY-MM-DD') as "happenedOn",
           ${instant('r."loggedAt"')} as "loggedAt", r."correctsId" is not null as "isCorrection", r."withdrawnAt" is not null as "isWithdrawn",
           (select count(*)::int from "PracticeRecord" o where o."personId" = r."personId"
               and o."loggedAt" between r."loggedAt" - interval '12 hours' and r."loggedAt" + interval '12 hours') as "loggedThatDay",
           r.kind, r.title, r.did, r.learned, r.supervision, case when mp.id is not null then ${person("mp")} end as "mentorPresent",
           r."mentorPresentName", r.tlp, r."incidentRef", to_char(r."periodCovered", 'YYYY-MM') as "periodCovered",
           r."subCase", r.technique, r."readingItem", r.judged, r."right",
           exists (select 1 from "ImportedRecord" i where i."recordId" = r.id) as "isImported",
           (select coalesce(json_agg(json_build_object('kind', ev.kind, 'value', ev.value) order by ev.position), '[]')
              from "Evidence" ev where ev."recordId" = r.id) as evidence,
           ${remarksWhere(Prisma.sql`k."claimId" in (select oc.id from "RecordClaim" oc where oc."recordId" = r."correctsId")`)} as "earlierRemarks",
           ${recentOf} as recent, ${claimsOf} as claims
      from "PracticeRecord" r join "Person" p on p.id = r."personId"
      left join "Person" mp on mp.id = r."mentorPresentId"
     where r.id = ${recordId}::uuid`;
  return row ?? null;
}

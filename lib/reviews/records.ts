import "server-only";
import type { Caller, EnrolmentRef } from "@/lib/domain/access";
import type { ClaimStanding, ConfirmedFacts } from "@/lib/domain/facts";
import { type HoldFact, standingHold } from "@/lib/domain/hold";
import { type RemarkFact, settledBy } from "@/lib/domain/remark";
import type { Supervision } from "@/lib/domain/rule";
import { tellRemark } from "@/lib/domain/told-remarks";
import type { ReviewedClaim, ReviewQuality } from "@/lib/domain/verification";
import { holdOn } from "@/lib/hold/scope";
import { inChunks } from "@/lib/platform/chunks";
import { db, lockPeople, type Tx } from "@/lib/platform/db";
import { commit } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { anyId } from "@/lib/platform/sql";
import { type EnrolmentRow, loadEnrolments } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";

/** A claim with what its decision writes: when it was claimed, how often it was decided before, remarks on its criterion. */
export type ClaimUnderReview = ReviewedClaim & {
  readonly recordId: string;
  readonly claimedAt: string;
  readonly attempts: number;
  readonly editionId: string;
  readonly tlp: string;
  readonly isResubmitted: boolean;
  readonly verificationId: string | null;
  readonly remarks: readonly RemarkFact[];
};

type RawClaim = {
  claimId: string;
  recordId: string;
  enrolmentId: string;
  criterionCode: string;
  parts: string[];
  claimedAt: string;
  attempts: number;
  takenBack: boolean;
  isFrozen: boolean;
  tlp: string;
  isResubmitted: boolean;
  supervision: Supervision | null;
  mentorPresent: boolean;
  judged: number | null;
  right: number | null;
  verificationId: string | null;
  verified: ReviewedClaim["verified"];
  returned: ReviewedClaim["returned"];
  remarks: RemarkFact[];
  hold: HoldFact | null;
};

/** Who decided and when, on the clock of the enrolment's team. */
const decidedBy = (person: string, at: string) =>
  Prisma.raw(
    `'byId', ${person}.id, 'by', ${person}.name, 'byLatin', ${person}."latinName",
   'on', to_char(${at} at time zone t."timeZone", 'YYYY-MM-DD'), 'time', to_char(${at} at time zone t."timeZone", 'HH24:MI')`,
  );

const isoInstant = (column: string) =>
  Prisma.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const remarksOnCriterion = Prisma.sql`(
  select coalesce(json_agg(json_build_object('remarkId', k.id, 'criterionCode', k."criterionCode", 'claimId', k."claimId",
           'madeAt', ${isoInstant('k."madeAt"')}, 'answeredAt', ${isoInstant('k."answeredAt"')})), '[]')
    from "Remark" k
   where k."enrolmentId" = c."enrolmentId" and k."criterionCode" = c."criterionCode" and k."settledAt" is null)`;

const returnedNow = Prisma.sql`(
  select json_build_object(${decidedBy("m", 'k."madeAt"')}, 'reason', k.reason)
    from "Remark" k join "Person" m on m.id = k."byId"
   where k."claimId" = c.id and k."settledAt" is null and k."answeredAt" is null
   order by k."madeAt" desc limit 1)`;

/** Claims as a decision looks at them. Two statements, whatever their number. Unscoped: the caller authorises on each. */
async function loadClaimsWhere(tx: Tx, where: Prisma.Sql, now: Date): Promise<ClaimUnderReview[]> {
  const rows = await tx.$queryRaw<RawClaim[]>`
    select c.id as "claimId", c."recordId", c."enrolmentId", c."criterionCode", c.parts, ${isoInstant('c."claimedAt"')} as "claimedAt",
           (select count(*)::int from "Verification" a where a."claimId" = c.id) as attempts,
           (c."withdrawnAt" is not null or r."withdrawnAt" is not null) as "takenBack",
           exists (select 1 from "FrozenClaim" f where f."claimId" = c.id) as "isFrozen",
           r.tlp, (r."correctsId" is not null or exists (select 1 from "Remark" k where k."claimId" = c.id)) as "isResubmitted",
           r.supervision, (r."mentorPresentId" is not null or r."mentorPresentName" is not null) as "mentorPresent",
           r.judged, r."right", v.id as "verificationId",
           case when v.id is not null then json_build_object(${decidedBy("p", 'v."verifiedAt"')},
             'confirmed', json_build_object('supervision', v.supervision, 'mentorPresent', v."mentorPresent",
                                            'parts', v.parts, 'judged', v.judged, 'right', v."right")) end as verified,
           ${returnedNow} as returned, ${remarksOnCriterion} as remarks,
           ${holdOn("record", Prisma.sql`r.id`)} as hold
      from "RecordClaim" c
      join "PracticeRecord" r on r.id = c."recordId"
      join "Enrolment" e on e.id = c."enrolmentId" join "Team" t on t.id = e."teamId"
      left join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null
      left join "Person" p on p.id = v."verifiedById"
     where ${where}
     order by c."claimedAt", c.id`;
  const enrolmentIds = [...new Set(rows.map(({ enrolmentId }) => enrolmentId))];
  const enrolments = await loadEnrolments(tx, Prisma.sql`e.id = ${anyId(enrolmentIds)}`);
  return rows.flatMap((row) => {
    const enrolment = enrolments.find(({ ref }) => ref.enrolmentId === row.enrolmentId);
    return enrolment ? [claimUnderReview(row, enrolment, now)] : [];
  });
}

const claimUnderReview = (row: RawClaim, enrolment: EnrolmentRow, now: Date): ClaimUnderReview => ({
  claimId: row.claimId,
  recordId: row.recordId,
  criterionCode: row.criterionCode,
  claimedAt: row.claimedAt,
  attempts: row.attempts,
  editionId: enrolment.editionId,
  tlp: row.tlp,
  isResubmitted: row.isResubmitted,
  isFrozen: row.isFrozen,
  standing: standingOf(row),
  ...under(enrolment),
  hold: standingHold(row.hold, now),
  claimed: claimedFacts(row),
  verificationId: row.verificationId,
  verified: row.verified,
  returned: row.returned,
  remarks: row.remarks,
});

/** What permissions look at. */
export const under = ({
  ref,
  mentors,
}: EnrolmentRow): { enrolment: EnrolmentRef; pool: { hasOtherMentor: boolean } } => ({
  enrolment: ref,
  pool: { hasOtherMentor: mentors.length > 0 },
});

const claimedFacts = ({ supervision, mentorPresent, parts, judged, right }: RawClaim): ConfirmedFacts => ({
  supervision,
  mentorPresent,
  parts,
  judged,
  right,
});

function standingOf({ takenBack, verified, returned }: RawClaim): ClaimStanding {
  if (takenBack) return "withdrawn";
  if (verified) return "verified";
  return returned ? "sentBack" : "waiting";
}

export const loadClaimsOfRecord = (tx: Tx, recordId: string, now: Date) =>
  loadClaimsWhere(tx, Prisma.sql`c."recordId" = ${recordId}::uuid`, now);
export const loadClaimsOfRecords = (tx: Tx, recordIds: readonly string[], now: Date) =>
  loadClaimsWhere(tx, Prisma.sql`c."recordId" = ${anyId(recordIds)}`, now);
export const loadClaim = async (tx: Tx, claimId: string, now: Date) =>
  (await loadClaimsWhere(tx, Prisma.sql`c.id = ${claimId}::uuid`, now))[0] ?? null;

/** The person whose record it is, locked; nobody's where there is no such record, which the decision then refuses. */
export async function lockTraineeOf(tx: Tx, recordId: string): Promise<string> {
  const record = await tx.practiceRecord.findUnique({ where: { id: recordId }, select: { personId: true } });
  if (record) await lockPeople(tx, [record.personId]);
  return record?.personId ?? "";
}

/** Records of one person that are decided in one transaction. */
export type Lot = { readonly personId: string; readonly recordIds: readonly string[] };
/** The person is not locked for longer than a moment. */
const LARGEST_LOT = 100;

/** By person, in the order given, some at a time. What is not there is in none. */
export async function findLots(recordIds: readonly string[]): Promise<Lot[]> {
  const rows = await db().practiceRecord.findMany({
    where: { id: { in: [...recordIds] } },
    select: { id: true, personId: true },
  });
  const owner = new Map(rows.map(({ id, personId }) => [id, personId]));
  const known = [...new Set(recordIds)].filter((id) => owner.has(id));
  return [...Map.groupBy(known, (id) => owner.get(id) ?? "")].flatMap(([personId, all]) =>
    all.flatMap((_, from) =>
      from % LARGEST_LOT === 0 ? [{ personId, recordIds: all.slice(from, from + LARGEST_LOT) }] : [],
    ),
  );
}

/** Editions that the claims of these records are measured against. */
export async function findEditions(recordIds: readonly string[]): Promise<string[]> {
  const rows = await db().enrolment.findMany({
    where: { claims: { some: { recordId: { in: [...recordIds] } } } },
    distinct: ["editionId"],
    select: { editionId: true },
  });
  return rows.map(({ editionId }) => editionId);
}

type Confirming = {
  readonly claim: ClaimUnderReview;
  readonly confirmed: ConfirmedFacts;
  readonly comment: string;
  readonly quality: ReviewQuality;
};

export const settledByVerifying = (claim: ClaimUnderReview): string[] =>
  settledBy(claim.remarks, { type: "claimVerified", ...claim });

/** The verifications, and what they settle. */
export async function insertVerifications(tx: Tx, confirming: readonly Confirming[], { actor, now }: Caller) {
  if (confirming.length === 0) return;
  const rows = confirming.map(({ claim, confirmed, comment, quality }) => ({
    id: newId(now),
    claimId: claim.claimId,
    attempt: claim.attempts,
    verifiedById: actor.id,
    verifiedAt: now,
    byReviewer: quality === "reviewer",
    ...confirmed,
    parts: [...confirmed.parts],
    comment,
  }));
  await inChunks(rows, (data) => tx.verification.createMany({ data }));
  await settle(
    tx,
    confirming.flatMap(({ claim }) => settledByVerifying(claim)),
    { actor, now },
  );
}

/** Answers given on the same claim before are judged by sending it back again. */
export const settledByRemark = ({ claimId, remarks }: ClaimUnderReview): string[] =>
  remarks.filter((remark) => remark.claimId === claimId && remark.answeredAt !== null).map(({ remarkId }) => remarkId);

/** The remark that opens, and what it settles. As the event tells it. */
export async function insertRemark(tx: Tx, claim: ClaimUnderReview, reason: string, { actor, now }: Caller) {
  await settle(tx, settledByRemark(claim), { actor, now });
  const [remarkId, { salt, content }] = [newId(now), commit(reason)];
  await tx.remark.create({
    data: {
      id: remarkId,
      salt,
      enrolmentId: claim.enrolment.enrolmentId,
      criterionCode: claim.criterionCode,
      claimId: claim.claimId,
      byId: actor.id,
      madeAt: now,
      reason,
    },
  });
  return tellRemark({ remarkId, content });
}

const settle = (tx: Tx, remarkIds: readonly string[], { actor, now }: Caller) =>
  tx.remark.updateMany({
    where: { id: { in: [...remarkIds] }, settledAt: null },
    data: { settledAt: now, settledById: actor.id },
  });

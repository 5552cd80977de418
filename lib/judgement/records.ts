import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { PlacedCriterion } from "@/lib/curriculum/schema";
import { type Attesting, leastSupervisionOf, type StandingJudgement } from "@/lib/domain/attestation";
import { type HoldFact, standingHold } from "@/lib/domain/hold";
import type { PolicyValues } from "@/lib/domain/policy";
import type { RemarkFact, RemarkUnderReview } from "@/lib/domain/remark";
import { holdOn } from "@/lib/hold/scope";
import { db, lockPeople, type Tx } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { type EnrolmentRow, loadEnrolments, ofEnrolment, policyFor, todayOf } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import type { AnswerView } from "./schema";

/** What holds whoever judges. Read before the transaction, which must not wait for a second connection. */
type Ground = { readonly criterion: PlacedCriterion; readonly policyToday: PolicyValues };
type Asked = { readonly enrolmentId: string; readonly criterionCode: string };

/** Null where the enrolment has no such criterion. */
export async function findGround({ enrolmentId, criterionCode }: Asked, now: Date): Promise<Ground | null> {
  const [row] = await loadEnrolments(db(), ofEnrolment(enrolmentId));
  if (!row) return null;
  const criterion = (await curriculumFor(row.editionId)).criterion(criterionCode);
  if (!criterion || !applies(criterion, row)) return null;
  return { criterion, policyToday: await findPolicyValues(todayOf(row, now)) };
}

const applies = ({ roleGroup, track }: PlacedCriterion, { ref, tracks }: EnrolmentRow) =>
  roleGroup === ref.roleGroupCode && (track === undefined || tracks.includes(track));

export type JudgedCriterion = Attesting & {
  readonly traineeId: string;
  readonly today: string;
  readonly requestId: string | null;
  readonly remarks: readonly RemarkFact[];
  /** How often each checkpoint was judged before. */
  readonly attempts: ReadonlyMap<string, number>;
};

/** The trainee locked, and everything that a judgement of the criterion rests on. */
export async function loadJudged(
  tx: Tx,
  { enrolmentId, criterionCode }: Asked,
  { criterion, policyToday }: Ground,
  now: Date,
): Promise<JudgedCriterion | null> {
  const owner = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  if (!owner) return null;
  await lockPeople(tx, [owner.personId]);
  const [row] = await loadEnrolments(tx, ofEnrolment(enrolmentId));
  if (!row) return null;
  const where = { enrolmentId, criterionCode };
  const judged = await tx.attestation.findMany({ where, orderBy: { attempt: "asc" } });
  const request = await tx.judgementRequest.findFirst({ where: { ...where, closedAt: null } });
  const remarks = await tx.remark.findMany({ where: { ...where, settledAt: null } });
  return {
    rule: criterion.rule,
    leastSupervision: leastSupervisionOf(criterion),
    policy: policyFor(row, criterion.step, policyToday),
    enrolment: row.ref,
    pool: { hasOtherMentor: row.mentors.length > 0 },
    stepCompleted: row.completions.some(({ step }) => step === criterion.step),
    standing: latestOf(judged),
    requestedAt: request?.requestedAt.toISOString() ?? null,
    hold: standingHold(await loadHold(tx, request?.id ?? null), now),
    traineeId: row.ref.traineeId,
    today: todayOf(row, now),
    requestId: request?.id ?? null,
    remarks: remarks.map(remarkFact),
    attempts: new Map(judged.map(({ checkpoint, attempt }) => [checkpoint, attempt + 1])),
  };
}

async function loadHold(tx: Tx, requestId: string | null): Promise<HoldFact | null> {
  if (requestId === null) return null;
  const [row] = await tx.$queryRaw<{ hold: HoldFact | null }[]>`
    select ${holdOn("judgement", Prisma.sql`j.id`)} as hold
      from "JudgementRequest" j join "Enrolment" e on e.id = j."enrolmentId" join "Team" t on t.id = e."teamId"
     where j.id = ${requestId}::uuid`;
  return row?.hold ?? null;
}

type JudgedRow = {
  readonly checkpoint: string;
  readonly judgement: string;
  readonly supervision: number | null;
  readonly comment: string;
  readonly judgedById: string;
  readonly judgedAt: Date;
};

/** Rows come oldest first: the last of each checkpoint stands. */
const latestOf = (rows: readonly JudgedRow[]): StandingJudgement[] => [
  ...new Map(rows.map((row) => [row.checkpoint, standingJudgement(row)])).values(),
];

const standingJudgement = ({ checkpoint, judgement, supervision, comment, judgedById, judgedAt }: JudgedRow) =>
  ({
    checkpoint,
    judgement,
    supervision,
    comment,
    byId: judgedById,
    judgedAt: judgedAt.toISOString(),
  }) as StandingJudgement;

type RemarkRow = {
  readonly id: string;
  readonly criterionCode: string;
  readonly claimId: string | null;
  readonly madeAt: Date;
  readonly answeredAt: Date | null;
};

const remarkFact = ({ id, criterionCode, claimId, madeAt, answeredAt }: RemarkRow): RemarkFact => ({
  remarkId: id,
  criterionCode,
  claimId,
  madeAt: madeAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
});

export type LoadedRemark = RemarkUnderReview & { readonly requestId: string | null };

/** The trainee locked. Null where there is no such remark. */
export async function loadRemark(tx: Tx, remarkId: string): Promise<LoadedRemark | null> {
  const owner = await tx.remark.findUnique({
    where: { id: remarkId },
    select: { enrolmentId: true, enrolment: { select: { personId: true } } },
  });
  if (!owner) return null;
  await lockPeople(tx, [owner.enrolment.personId]);
  const [row] = await loadEnrolments(tx, ofEnrolment(owner.enrolmentId));
  const remark = await tx.remark.findUnique({ where: { id: remarkId }, include: { claim: claimThatWaits } });
  if (!row || !remark) return null;
  return {
    ...remarkFact(remark),
    requestId: remark.requestId,
    enrolment: row.ref,
    pool: { hasOtherMentor: row.mentors.length > 0 },
    settledById: remark.settledById,
    claimStands: remark.claim !== null && stillWaits(remark.claim),
  };
}

const claimThatWaits = {
  select: {
    withdrawnAt: true,
    record: { select: { withdrawnAt: true } },
    verifications: { where: { withdrawnAt: null }, select: { id: true } },
  },
} as const;

const stillWaits = (claim: {
  withdrawnAt: Date | null;
  record: { withdrawnAt: Date | null };
  verifications: readonly unknown[];
}) => claim.withdrawnAt === null && claim.record.withdrawnAt === null && claim.verifications.length === 0;

export const settle = (tx: Tx, remarkIds: readonly string[], by: { actorId: string; now: Date }) =>
  tx.remark.updateMany({
    where: { id: { in: [...remarkIds] }, settledAt: null },
    data: { settledAt: by.now, settledById: by.actorId },
  });

type RemarkShown = Pick<
  AnswerView,
  "remarkId" | "code" | "by" | "madeAt" | "reason" | "answer" | "answeredAt" | "isSettled" | "enrolmentId"
> & { readonly traineeId: string };

/** A remark with who made it. One statement. Unscoped: the caller shows it only to who may see the enrolment. */
export async function findRemarkRow(remarkId: string): Promise<RemarkShown | null> {
  const [row] = await db().$queryRaw<RemarkShown[]>`
    select k.id as "remarkId", k."enrolmentId", e."personId" as "traineeId", k."criterionCode" as code, k.reason, k.answer,
           to_char(k."madeAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "madeAt",
           to_char(k."answeredAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "answeredAt",
           k."settledAt" is not null as "isSettled", json_build_object('id', m.id, 'name', m.name, 'latinName', m."latinName") as by
      from "Remark" k join "Enrolment" e on e.id = k."enrolmentId" join "Person" m on m.id = k."byId"
     where k.id = ${remarkId}::uuid`;
  return row ?? null;
}

import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { PlacedCriterion } from "@/lib/curriculum/schema";
import { type CheckpointJudgement, leastSupervisionOf } from "@/lib/domain/attestation";
import type { PolicyValues } from "@/lib/domain/policy";
import type { FirstJudgement, OpinionGround, OpinionState } from "@/lib/domain/second-opinion";
import { db, lockPeople, type Tx } from "@/lib/platform/db";
import { instant, person } from "@/lib/platform/sql";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { loadEnrolments, ofEnrolment, policyFor } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import type { OpinionView } from "./schema";

type Asked = { readonly enrolmentId: string; readonly criterionCode: string };
/** What holds whoever asks or answers. Read before the transaction, which must not wait for a second connection. */
export type Given = { readonly criterion: PlacedCriterion; readonly policyToday: PolicyValues };

/** Null where the enrolment has no such criterion. */
export async function findGiven({ enrolmentId, criterionCode }: Asked, now: Date): Promise<Given | null> {
  const [row] = await loadEnrolments(db(), ofEnrolment(enrolmentId));
  const criterion = row && (await curriculumFor(row.editionId)).criterion(criterionCode);
  if (!row || !criterion || criterion.roleGroup !== row.ref.roleGroupCode) return null;
  return { criterion, policyToday: await findPolicyValuesNow(now) };
}

/** The trainee locked, and the criterion as it is now. */
export async function loadGround(tx: Tx, { enrolmentId }: Asked, given: Given): Promise<OpinionGround | null> {
  const owner = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  if (!owner) return null;
  await lockPeople(tx, [owner.personId]);
  const [row] = await loadEnrolments(tx, ofEnrolment(enrolmentId));
  if (!row || row.endedOn !== null) return null;
  const { step, rule } = given.criterion;
  return {
    rule,
    leastSupervision: leastSupervisionOf(given.criterion),
    policy: policyFor(row, step, given.policyToday),
    enrolment: row.ref,
    mentorIds: row.mentors.map(({ id }) => id),
    stepCompleted: row.completions.some((completion) => completion.step === step),
  };
}

/** The question of this asker to this mentor that nobody answered yet. */
export async function findOpen(tx: Tx, asked: Asked & { readonly askedById: string; readonly askedOfId: string }) {
  const where = { ...asked, givenAt: null, declinedAt: null };
  return (await tx.secondOpinion.findFirst({ where, select: { id: true } }))?.id ?? null;
}

export const findAsked = (opinionId: string) =>
  db().secondOpinion.findUnique({ where: { id: opinionId }, select: { enrolmentId: true, criterionCode: true } });

/** Read after the trainee was locked. */
export async function loadState(tx: Tx, opinionId: string): Promise<OpinionState> {
  const row = await tx.secondOpinion.findUniqueOrThrow({ where: { id: opinionId }, include: { judgements: true } });
  const said = row.judgements.map(({ opinionId: _, ...judgement }) => judgement as CheckpointJudgement);
  return { askedOfId: row.askedOfId, isDeclined: row.declinedAt !== null, given: row.givenAt ? said : null };
}

/** The trainee of the opinion, locked. */
export async function lockTraineeOf(tx: Tx, opinionId: string): Promise<string | null> {
  const row = await tx.secondOpinion.findUnique({
    where: { id: opinionId },
    select: { enrolment: { select: { personId: true } } },
  });
  if (!row) return null;
  await lockPeople(tx, [row.enrolment.personId]);
  return row.enrolment.personId;
}

export type OpinionRow = Omit<OpinionView, "own" | "comparison"> & {
  readonly second: readonly CheckpointJudgement[];
  readonly first: readonly FirstJudgement[];
};

/** As many as a page shows: the newest. */
const SHOWN = 50;

/** One statement. Unscoped: the condition scopes. */
export const loadOpinions = (where: Prisma.Sql) => db().$queryRaw<OpinionRow[]>(opinionRows(where));

/** Opinions `o` of enrolments `e`, newest first, with what both said. */
export const opinionRows = (where: Prisma.Sql) => Prisma.sql`
  select o.id as "opinionId", o."enrolmentId", o."criterionCode", ${person("p")} as trainee, ${person("b")} as "askedBy",
         ${person("f")} as "askedOf", o.note, ${instant('o."askedAt"')} as "askedAt", t."timeZone", ${instant('o."givenAt"')} as "givenAt",
         case when o."declinedAt" is not null then
           json_build_object('at', ${instant('o."declinedAt"')}, 'reason', o."declineReason") end as declined,
         (select coalesce(json_agg(json_build_object('checkpoint', j.checkpoint, 'judgement', j.judgement, 'supervision', j.supervision,
                                                     'comment', j.comment)), '[]')
            from "OpinionJudgement" j where j."opinionId" = o.id) as second,
         (select coalesce(json_agg(json_build_object('checkpoint', a.checkpoint, 'judgement', a.judgement, 'supervision', a.supervision, 'comment', a.comment,
                                                     'judgedAt', ${instant('a."judgedAt"')})), '[]')
            from "Attestation" a where a."enrolmentId" = o."enrolmentId" and a."criterionCode" = o."criterionCode"
             and a."judgedById" = o."askedById") as first
    from "SecondOpinion" o join "Enrolment" e on e.id = o."enrolmentId" join "Team" t on t.id = e."teamId"
    join "Person" p on p.id = e."personId" join "Person" b on b.id = o."askedById" join "Person" f on f.id = o."askedOfId"
   where ${where} order by o."askedAt" desc, o.id limit ${SHOWN}`;

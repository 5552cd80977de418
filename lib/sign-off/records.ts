import "server-only";
import { curriculumFor, findWording } from "@/lib/curriculum/queries";
import type { Curriculum } from "@/lib/curriculum/schema";
import { type HoldFact, standingHold } from "@/lib/domain/hold";
import type { PolicyValues } from "@/lib/domain/policy";
import { flagOf } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import { type RestedOn, restedOn } from "@/lib/domain/rested-on";
import type { RequestEnd, RequestUnderDecision } from "@/lib/domain/sign-off";
import { holdOn } from "@/lib/hold/scope";
import { db, lockPeople, type Tx } from "@/lib/platform/db";
import { instant, person } from "@/lib/platform/sql";
import { findPolicyValues } from "@/lib/policy/queries";
import {
  type EnrolmentTraining,
  hasBasicEducation,
  loadEnrolments,
  loadTraining,
  type MeasuredStep,
  measureStep,
  ofEnrolment,
  todayOf,
} from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import type { StepSheet } from "./schema";

/** What holds whoever decides. Read before the transaction, which must not wait for a second connection. */
export type Ground = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly step: StepNumber;
  readonly curriculum: Curriculum;
  readonly policyToday: PolicyValues;
  readonly wording: Awaited<ReturnType<typeof findWording>>;
};

/** Null where there is no such request. */
export async function findGround(requestId: string, now: Date): Promise<Ground | null> {
  const request = await db().signOffRequest.findUnique({
    where: { id: requestId },
    select: { enrolmentId: true, step: true },
  });
  const [row] = request ? await loadEnrolments(db(), ofEnrolment(request.enrolmentId)) : [];
  if (!request || !row) return null;
  const [curriculum, policyToday, wording] = await Promise.all([
    curriculumFor(row.editionId),
    findPolicyValues(todayOf(row, now)),
    findWording(),
  ]);
  const { enrolmentId } = request;
  return { enrolmentId, personId: row.ref.traineeId, step: stepNumber(request.step), curriculum, policyToday, wording };
}

/** The column is checked to lie between 0 and 3. */
const stepNumber = (step: number) => step as StepNumber;

export type LoadedRequest = {
  readonly request: RequestUnderDecision;
  readonly training: EnrolmentTraining;
  readonly measured: MeasuredStep;
  readonly today: string;
};

/** The trainee locked, then everything that a decision rests on, as it is now. */
export async function loadRequest(tx: Tx, requestId: string, ground: Ground, now: Date): Promise<LoadedRequest | null> {
  const { personId, enrolmentId, step } = ground;
  await lockPeople(tx, [personId]);
  const enrolments = await loadTraining(
    tx,
    Prisma.sql`e."personId" = ${personId}::uuid and (e."endedOn" is null or e.id = ${enrolmentId}::uuid)`,
  );
  const training = enrolments.find(({ ref }) => ref.enrolmentId === enrolmentId);
  if (!training) return null;
  const measure = { ...ground, basicCompleted: hasBasicEducation(enrolments), now };
  const measured = measureStep(training, step, measure);
  const { ended, mentorSignedById, hold } = await loadSignatures(tx, requestId);
  const itemCodes = itemCodesOf(training, step, ground);
  return {
    training,
    measured,
    today: todayOf(training, now),
    request: {
      requestId,
      step,
      enrolment: training.ref,
      pool: { hasOtherMentor: training.mentors.length > 0 },
      ended,
      hold: standingHold(hold, now),
      enrolmentOver: training.endedOn !== null,
      mentorSignedById,
      countersignatureAsked: flagOf(`platform.countersign.step${step}`, step === 3, measured.policy),
      stepCompleted: training.completions.some((completion) => completion.step === step),
      earlierOpen: measured.earlierOpen[0] ?? null,
      unmetCodes: unmetCodesOf(training, measured, itemCodes),
      itemCodes,
    },
  };
}

export const itemCodesOf = ({ ref, tracks }: EnrolmentTraining, step: StepNumber, { curriculum }: Ground) =>
  step === 0
    ? curriculum.topicsOf(ref.roleGroupCode)
    : curriculum.criteriaOf(ref.roleGroupCode, step, tracks).map(({ code }) => code);

/** Open remarks are part of a criterion's progress; a topic has none, so they are looked up here. */
function unmetCodesOf(
  { remarks }: EnrolmentTraining,
  { progress, topics }: MeasuredStep,
  itemCodes: readonly string[],
) {
  const criteria = (progress?.criteria ?? []).filter(({ met }) => !met).map(({ criterionCode }) => criterionCode);
  const remarked = remarks.map(({ criterionCode }) => criterionCode).filter((code) => itemCodes.includes(code));
  return [...new Set([...criteria, ...(topics?.open ?? []), ...remarked])];
}

type Signatures = {
  readonly ended: RequestEnd | null;
  readonly mentorSignedById: string | null;
  readonly hold: HoldFact | null;
};

/** How the request ended, if it did, on the clock of the enrolment's team; the mentor's signature and the hold, if there is one. */
export async function loadSignatures(tx: Tx, requestId: string): Promise<Signatures> {
  const [row] = await tx.$queryRaw<Signatures[]>`
    select g."mentorId" as "mentorSignedById", ${holdOn("signOff", Prisma.sql`q.id`)} as hold,
           case when o."requestId" is not null then json_build_object('kind', o.kind, 'byId', p.id, 'by', p.name,
             'byLatin', p."latinName", 'on', to_char(o."decidedAt" at time zone t."timeZone", 'YYYY-MM-DD'),
             'time', to_char(o."decidedAt" at time zone t."timeZone", 'HH24:MI')) end as ended
      from "SignOffRequest" q
      join "Enrolment" e on e.id = q."enrolmentId" join "Team" t on t.id = e."teamId"
      left join "MentorSignature" g on g."requestId" = q.id
      left join "RequestOutcome" o on o."requestId" = q.id
      left join "Person" p on p.id = o."decidedById"
     where q.id = ${requestId}::uuid`;
  return row ?? { ended: null, mentorSignedById: null, hold: null };
}

/** What is kept of the STEP as it stands now. */
export function asItStands({ training, measured }: LoadedRequest, { curriculum, wording, step }: Ground): RestedOn {
  const { ref, tracks, topicsDone, facts } = training;
  const learned = new Set(measured.topics?.done);
  return restedOn({
    edition: curriculum.digest,
    wording: wording.digest,
    openedOn: measured.openedOn,
    policy: measured.policy,
    textOf: (code) => {
      const { title, text } = wording.words.items[code] ?? { text: { ja: code, en: code } };
      return { title: title ?? text, text };
    },
    criteria: step === 0 ? [] : curriculum.criteriaOf(ref.roleGroupCode, step, tracks),
    progress: measured.progress?.criteria ?? [],
    attestations: facts.attestations,
    topics: topicsDone.filter(({ code }) => learned.has(code)),
  });
}

/** The verification that stands for each of these claims: what a sign-off freezes. */
export const loadStanding = (tx: Tx, claimIds: readonly string[]) =>
  tx.verification.findMany({
    where: { claimId: { in: [...claimIds] }, withdrawnAt: null },
    select: { id: true, claimId: true },
  });

/** Requests for a STEP with how each went, newest first, and who verified the enrolment's claims. One statement. */
export async function loadStepActs(
  enrolmentId: string,
  step: StepNumber,
): Promise<Pick<StepSheet, "requests" | "verifiers">> {
  const [row] = await db().$queryRaw<Pick<StepSheet, "requests" | "verifiers">[]>`
    select
      (select coalesce(json_agg(x), '[]') from (
        select q.id as "requestId", json_build_object('by', ${person("qp")}, 'at', ${instant('q."requestedAt"')}) as requested, q.note,
               case when g."requestId" is not null then
                 json_build_object('by', ${person("gp")}, 'at', ${instant('g."signedAt"')}, 'comment', g.comment) end as signature,
               case when o."requestId" is not null then json_build_object('by', case when op.id is null then null else ${person("op")} end, 'at', ${instant('o."decidedAt"')},
                 'kind', o.kind, 'comment', o.comment, 'byReviewer', coalesce(f."byReviewer", false)) end as outcome
          from "SignOffRequest" q join "Person" qp on qp.id = q."requestedById"
          left join "MentorSignature" g on g."requestId" = q.id left join "Person" gp on gp.id = g."mentorId"
          left join "RequestOutcome" o on o."requestId" = q.id left join "Person" op on op.id = o."decidedById"
          left join "StepSignOff" f on f."requestId" = q.id
         where q."enrolmentId" = ${enrolmentId}::uuid and q.step = ${step} order by q.attempt desc) x) as requests,
      (select coalesce(json_agg(x), '[]') from (
        select v."claimId", ${person("vp")} as by, to_char(v."verifiedAt" at time zone t."timeZone", 'YYYY-MM-DD') as on
          from "RecordClaim" c join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null
          join "Person" vp on vp.id = v."verifiedById"
          join "Enrolment" e on e.id = c."enrolmentId" join "Team" t on t.id = e."teamId"
         where c."enrolmentId" = ${enrolmentId}::uuid and c."withdrawnAt" is null) x) as verifiers`;
  return row ?? { requests: [], verifiers: [] };
}

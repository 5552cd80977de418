import "server-only";
import { createHash } from "node:crypto";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { Curriculum } from "@/lib/curriculum/schema";
import type { Actor } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { PolicyValues } from "@/lib/domain/policy";
import { STEP_NUMBERS, type StepNumber } from "@/lib/domain/proficiency";
import { changedValues, measuringCodes, type RebasingEffect, shiftsOf } from "@/lib/domain/rebasing";
import { standingOf } from "@/lib/domain/standing";
import { todayIn } from "@/lib/platform/days";
import { db, type Tx } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { type EnrolmentTraining, loadTraining, measureStep, todayOf } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";

/** What holds whoever is re-based. Read before a transaction, which must not wait for a second connection. */
export type Ground = {
  readonly editions: ReadonlyMap<string, Curriculum>;
  /** By the day that it is for a team. */
  readonly policyOn: ReadonlyMap<string, PolicyValues>;
};

export async function findGround(enrolmentIds: readonly string[], now: Date): Promise<Ground> {
  const rows = await db().enrolment.findMany({
    where: { id: { in: [...enrolmentIds] } },
    select: { editionId: true, team: { select: { timeZone: true } } },
  });
  const editionIds = [...new Set(rows.map(({ editionId }) => editionId))];
  const days = [...new Set(rows.map(({ team }) => todayIn(team.timeZone, now)))];
  const [editions, values] = await Promise.all([
    Promise.all(editionIds.map(curriculumFor)),
    Promise.all(days.map(async (day) => [day, await findPolicyValues(day)] as const)),
  ]);
  return { editions: new Map(editions.map((edition) => [edition.editionId, edition])), policyOn: new Map(values) };
}

export type Rebasable = { readonly training: EnrolmentTraining; readonly effect: RebasingEffect | null };

/** Running enrolments with what re-basing would do to their open STEPs. Two statements. */
export async function loadRebasable(
  tx: Tx,
  enrolmentIds: readonly string[],
  ground: Ground,
  now: Date,
): Promise<Rebasable[]> {
  const trainings = await loadTraining(
    tx,
    Prisma.sql`e."endedOn" is null and e.id = any(${[...enrolmentIds]}::uuid[])`,
  );
  return trainings.map((training) => ({ training, effect: effectOn(training, ground, now) }));
}

/** Null where no STEP is open, or the enrolment was moved to another edition meanwhile. */
function effectOn(training: EnrolmentTraining, ground: Ground, now: Date): RebasingEffect | null {
  const { ref, completions, opened, openRequest, tracks } = training;
  const curriculum = ground.editions.get(training.editionId);
  const policyToday = ground.policyOn.get(todayOf(training, now));
  const { openStep: step } = standingOf({
    roleGroupCode: ref.roleGroupCode,
    completedSteps: completions.map((each) => each.step),
    lastVerifiedOn: null,
  });
  if (step === null || !curriculum || !policyToday) return null;
  const measure = { curriculum, policyToday, basicCompleted: true, now };
  const before = measureStep(training, step, measure);
  const today = { ...training, opened: opened.filter((each) => each.step !== step) };
  const after = measureStep(today, step, measure);
  const codes = measuringCodes(step, curriculum.criteriaOf(ref.roleGroupCode, step, tracks), policyToday);
  return {
    enrolmentId: ref.enrolmentId,
    step,
    values: changedValues(codes, before.policy, policyToday),
    shifts: shiftsOf(before.progress?.criteria ?? [], after.progress?.criteria ?? []),
    hasOpenRequest: openRequest?.step === step,
  };
}

/** What was shown is what is agreed to: the same effects have the same digest, in whatever order they were ticked. */
export function digestOfEffects(rebasable: readonly Rebasable[]): string {
  const effects = rebasable
    .map(({ training, effect }) => ({ enrolmentId: training.ref.enrolmentId, effect }))
    .sort((a, b) => (a.enrolmentId < b.enrolmentId ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(effects)).digest("hex");
}

export type Candidate = {
  enrolmentId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  step: StepNumber;
  teamNameJa: string;
  teamNameEn: string;
  openedOn: string;
  rebasedOn: string | null;
  differing: number;
  total: number;
};

type Asked = { readonly search: string | null; readonly limit: number; readonly offset: number };

/** Open STEPs in the actor's teams that another value measures than today's, the oldest opening first. Two statements. */
export async function loadCandidates(actor: Actor, today: PolicyValues, { search, limit, offset }: Asked) {
  const codes = await codesByStep(today);
  const like = search === null ? null : `%${search.normalize("NFKC").replace(/[\\%_]/g, "\\$&")}%`;
  return db().$queryRaw<Candidate[]>`
    with open as materialized (
      select e.id as "enrolmentId", p.name, p."latinName", p.reading, e."roleGroupCode", e."editionId", o.step, t."nameJa" as "teamNameJa",
             t."nameEn" as "teamNameEn", o."openedOn", b."rebasedOn", coalesce(b."afterDigest", o."policyDigest") as digest
        from "Enrolment" e join "Person" p on p.id = e."personId" join "Team" t on t.id = e."teamId"
        join "PersonStanding" s on s."enrolmentId" = e.id
        join "StepOpened" o on o."enrolmentId" = e.id and o.step = s."openStep"
        left join lateral (select "afterDigest", "rebasedOn" from "Rebasing" r where r."enrolmentId" = e.id and r.step = o.step
                            order by r."rebasedAt" desc, r.id desc limit 1) b on true
       where e."endedOn" is null and e."personId" <> ${actor.id}::uuid
         and e."teamId" in (select a."teamId" from "TeamAncestor" a where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[]))
         and (${like}::text is null or p.name ilike ${like} or p.reading ilike ${like} or p."latinName" ilike ${like})),
    held as materialized (
      select d.digest, coalesce((select o."policyValues" from "StepOpened" o where o."policyDigest" = d.digest limit 1),
                                (select b."valuesAfter" from "Rebasing" b where b."afterDigest" = d.digest limit 1)) as values
        from (select distinct digest from open) d),
    today as materialized (select ${JSON.stringify(today)}::jsonb as values),
    compared as materialized (
      select x.digest, c."editionId", c."roleGroupCode", c.step, (
               select count(*)::int from jsonb_array_elements_text(c.codes) k(code), today
                where jsonb_exists(held.values, k.code) and held.values -> k.code is distinct from today.values -> k.code) as differing
        from (select distinct digest, "editionId", "roleGroupCode", step from open) x join held on held.digest = x.digest
        join jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as c("editionId" uuid, "roleGroupCode" text, step int, codes jsonb)
          on c."editionId" = x."editionId" and c."roleGroupCode" is not distinct from x."roleGroupCode" and c.step = x.step)
    select "enrolmentId", name, "latinName", open."roleGroupCode", open.step::int as step, "teamNameJa", "teamNameEn",
           to_char("openedOn", 'YYYY-MM-DD') as "openedOn", to_char("rebasedOn", 'YYYY-MM-DD') as "rebasedOn", differing,
           count(*) over ()::int as total
      from open join compared on compared.digest = open.digest and compared."editionId" = open."editionId"
       and compared.step = open.step and compared."roleGroupCode" is not distinct from open."roleGroupCode"
     where differing > 0
     order by open."openedOn", reading, "enrolmentId" limit ${limit} offset ${offset}`;
}

/** Which parameters measure each STEP, in every edition that somebody is enrolled under. */
async function codesByStep(today: PolicyValues) {
  const used = await db().$queryRaw<{ editionId: string }[]>`
    select distinct "editionId" from "Enrolment" where "endedOn" is null`;
  const editions = await Promise.all(used.map(({ editionId }) => curriculumFor(editionId)));
  return editions.flatMap(({ editionId, structure, criteriaOf }) =>
    [null, ...structure.roleGroups.map(({ code }) => code)].flatMap((roleGroupCode) =>
      (roleGroupCode === null ? STEP_NUMBERS.slice(0, 1) : STEP_NUMBERS).map((step) => {
        const criteria = criteriaOf(roleGroupCode, step, ["management", "diagnosis"]);
        return { editionId, roleGroupCode, step, codes: measuringCodes(step, criteria, today) };
      }),
    ),
  );
}

import "server-only";
import { curriculumFor, latestEdition } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { caseGrid, drillsIn, type SceneFact } from "@/lib/domain/case-grid";
import type { EditionStructure } from "@/lib/domain/curriculum";
import { mayWait, type OccasionWait, waitsFor } from "@/lib/domain/occasion-wait";
import type { PolicyValues } from "@/lib/domain/policy";
import { personSeenBy } from "@/lib/event/scope";
import { db } from "@/lib/platform/db";
import { person } from "@/lib/platform/sql";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { viewableBy } from "@/lib/reviews/scope";
import { type EnrolmentTraining, loadTraining, measureStep } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import type { DrillListed, DrillSeen, GridParams, TeamGrid, WaitingGroup, WaitingList } from "./schema";

export const DRILLS_A_PAGE = 50;
export const PEOPLE_IN_GRID = 50;

/** Planned it, is asked to it, or may see the training of somebody who is: a condition on the drill `d`. */
const drillSeenBy = (actor: Actor) => Prisma.sql`(d."plannedById" = ${actor.id}::uuid or exists (
  select 1 from "DrillInvitation" i where i."drillId" = d.id and ${personSeenBy(actor, 'i."personId"')}))`;

const heldBy = Prisma.sql`(select v.id from "SharedEvent" v where v."drillId" = d.id and v."endedAt" is null)`;
const columns = Prisma.sql`
  d.id as "drillId", d.kind, to_char(d."plannedOn", 'YYYY-MM-DD') as "plannedOn", d.title, d."subCases", ${person("b")} as "plannedBy",
  case when d."cancelledAt" is not null then 'cancelled' when ${heldBy} is not null then 'held' else 'planned' end as state`;

/** Planned drills that the actor sees: those to come in their order, then the others, the latest first. One statement. */
export async function listDrills(actor: Actor, page: number) {
  const rows = await db().$queryRaw<(DrillListed & { total: number })[]>`
    select * from (
      select ${columns}, (select count(*)::int from "DrillInvitation" i where i."drillId" = d.id) as people, count(*) over ()::int as total
        from "PlannedDrill" d join "Person" b on b.id = d."plannedById" where ${drillSeenBy(actor)}) x
     order by x.state <> 'planned', case when x.state = 'planned' then x."plannedOn" end, x."plannedOn" desc, x."drillId"
     limit ${DRILLS_A_PAGE} offset ${(page - 1) * DRILLS_A_PAGE}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** One of them, with who is asked; null where it is not there, or not to be seen. One statement. */
export async function findDrill(actor: Actor, drillId: string): Promise<DrillSeen | null> {
  const [row] = await db().$queryRaw<DrillSeen[]>`
    select ${columns}, d.note, d."plannedById" = ${actor.id}::uuid as "isOwn", d."cancelReason", ${heldBy} as "eventId",
           (select coalesce(json_agg(${person("p")} order by p.reading, p.id), '[]')
              from "DrillInvitation" i join "Person" p on p.id = i."personId" where i."drillId" = d.id) as invited
      from "PlannedDrill" d join "Person" b on b.id = d."plannedById"
     where d.id = ${drillId}::uuid and ${drillSeenBy(actor)}`;
  return row ?? null;
}

type GridPerson = { id: string; name: string; latinName: string; scenes: SceneFact[] };
type LoadedGrid = {
  teams: TeamGrid["teams"];
  people: GridPerson[];
  total: number;
  met: { subCase: string; people: number }[];
};

/** What is known of scenes: records that stand, by what was confirmed or claimed, and drills that are planned. */
const scenesOf = Prisma.sql`
  select r."personId", r."subCase", case when v.id is null then 'waiting' else 'verified' end as standing,
         case when v.id is null then r.supervision else v.supervision end as supervision, r."happenedOn" as day
    from members m join "PracticeRecord" r on r."personId" = m.id join "RecordClaim" c on c."recordId" = r.id
    left join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null
   where r."subCase" is not null and r."withdrawnAt" is null and c."withdrawnAt" is null
     and (v.id is not null or not exists (select 1 from "Remark" k where k."claimId" = c.id and k."settledAt" is null and k."answeredAt" is null))
  union all
  select i."personId", unnest(d."subCases"), 'planned', null, d."plannedOn"
    from members m join "DrillInvitation" i on i."personId" = m.id join "PlannedDrill" d on d.id = i."drillId"
   where d."cancelledAt" is null and ${heldBy} is null`;

/** Who has met which case, of those whose training asks for it and the actor may see. One statement. */
export async function findTeamGrid(actor: Actor, { team, page }: GridParams): Promise<TeamGrid> {
  const { structure } = await latestEdition();
  const { roleGroups, asked } = drillsIn(structure);
  const inTeam =
    team === null
      ? Prisma.sql`true`
      : Prisma.sql`e."teamId" in (select a."teamId" from "TeamAncestor" a where a."ancestorId" = ${team}::uuid)`;
  const [row] = await db().$queryRaw<LoadedGrid[]>`
    with seen as materialized (
      select e."personId", e."teamId", ${inTeam} as here from "Enrolment" e
       where e."endedOn" is null and e."roleGroupCode" = any(${roleGroups}::text[]) and ${viewableBy(actor)}),
    members as materialized (select p.id, p.name, p."latinName", p.reading from "Person" p where p.id in (select "personId" from seen where here)),
    scene as materialized (${scenesOf}),
    shown as (select * from members order by reading, id limit ${PEOPLE_IN_GRID} offset ${(page - 1) * PEOPLE_IN_GRID})
    select (select coalesce(json_agg(json_build_object('teamId', t.id, 'nameJa', t."nameJa", 'nameEn', t."nameEn") order by t."nameJa"), '[]')
              from "Team" t where t.id in (select "teamId" from seen)) as teams,
           (select count(*)::int from members) as total,
           (select coalesce(json_agg(json_build_object('subCase', x."subCase", 'people', x.people)), '[]') from (
              select s."subCase", count(distinct s."personId")::int as people from scene s
               where s.standing = 'verified' group by 1) x) as met,
           (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'latinName', s."latinName", 'scenes',
              (select coalesce(json_agg(json_build_object('subCase', x."subCase", 'standing', x.standing, 'supervision', x.supervision,
                 'on', to_char(x.day, 'YYYY-MM-DD'))), '[]') from scene x where x."personId" = s.id)) order by s.reading, s.id), '[]') from shown s) as people`;
  const { teams, people, total, met } = row ?? { teams: [], people: [], total: 0, met: [] };
  return {
    teams,
    total,
    asked,
    metBy: new Map(met.map((each) => [each.subCase, each.people])),
    rows: people.map(({ scenes, ...who }) => ({ person: who, cases: caseGrid(structure.drillCases, scenes, asked) })),
  };
}

/** STEPs with a criterion that may wait for an occasion, as `<role group> <step>`. */
const stepsThatWait = ({ roleGroups }: EditionStructure): string[] =>
  roleGroups.flatMap(({ code, steps }) =>
    steps.filter(({ criteria }) => criteria.some(({ rule }) => mayWait(rule))).map(({ step }) => `${code} ${step}`),
  );

type Found = { people: { enrolmentIds: string[] }[]; total: number };

/** People whose open STEP waits for an occasion, by what they wait for; 50 people a page. Four statements. */
export async function findWaiting(actor: Actor, page: number, now: Date): Promise<WaitingList> {
  const { structure } = await latestEdition();
  const [row] = await db().$queryRaw<Found[]>`
    with seen as materialized (
      select e.id, e."personId" from "Enrolment" e join "PersonStanding" s on s."enrolmentId" = e.id
       where e."endedOn" is null and e."roleGroupCode" || ' ' || s."openStep" = any(${stepsThatWait(structure)}::text[]) and ${viewableBy(actor)})
    select (select count(distinct "personId")::int from seen) as total,
           (select coalesce(json_agg(x), '[]') from (
              select array_agg(e.id) as "enrolmentIds" from seen e join "Person" p on p.id = e."personId"
               group by p.reading, p.id order by p.reading, p.id limit ${PEOPLE_IN_GRID} offset ${(page - 1) * PEOPLE_IN_GRID}) x) as people`;
  const { people, total } = row ?? { people: [], total: 0 };
  const ids = people.flatMap(({ enrolmentIds }) => enrolmentIds);
  if (ids.length === 0) return { groups: [], shown: 0, total };
  const [trainings, policyToday] = await Promise.all([
    loadTraining(db(), Prisma.sql`e.id = any(${ids}::uuid[])`),
    findPolicyValuesNow(now),
  ]);
  const waits = await Promise.all(trainings.map((training) => waitsIn(training, policyToday, now)));
  return { groups: grouped(waits.flat()), shown: people.length, total };
}

type Waits = OccasionWait & { code: string; person: WaitingGroup["people"][number] };

/** What the open STEP of one enrolment waits for. */
async function waitsIn(training: EnrolmentTraining, policyToday: PolicyValues, now: Date): Promise<Waits[]> {
  const { ref, trainee, completions } = training;
  const step = ([1, 2, 3] as const).find((each) => !completions.some((completion) => completion.step === each));
  if (step === undefined) return [];
  const curriculum = await curriculumFor(training.editionId);
  const { progress, policy } = measureStep(training, step, { curriculum, policyToday, basicCompleted: true, now });
  return (progress?.criteria ?? []).flatMap((each) => {
    const criterion = curriculum.criterion(each.criterionCode);
    const wait = criterion && waitsFor(criterion, each, policy);
    return wait ? [{ ...wait, code: criterion.code, person: { ...trainee, enrolmentId: ref.enrolmentId, step } }] : [];
  });
}

/** A drill by its scenes, everything else by its criterion, in the order of the curriculum. */
function grouped(waits: readonly Waits[]): readonly WaitingGroup[] {
  const single = waits.flatMap(({ occasion, subCases, code, person }) =>
    (occasion === "drill" ? subCases : [code]).map((each) => ({ code: each, occasion, person })),
  );
  return [...Map.groupBy(single, ({ code, occasion }) => `${occasion} ${code}`).values()].flatMap((same) => {
    const [first] = same;
    const people = new Map(same.map(({ person }) => [person.id, person]));
    return first ? [{ code: first.code, occasion: first.occasion, people: [...people.values()] }] : [];
  });
}

import "server-only";
import type { Curriculum } from "@/lib/curriculum/schema";
import type { TeamCalendar } from "@/lib/domain/calendar";
import type { CriterionFacts } from "@/lib/domain/facts";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import { type PersonStanding, standingOf } from "@/lib/domain/standing";
import {
  type EarlierStep,
  earlierOpen,
  type StepProgress,
  stepProgress,
  type TopicProgress,
  topicProgress,
} from "@/lib/domain/step";
import { recordEvents } from "@/lib/platform/audit";
import { inChunks } from "@/lib/platform/chunks";
import { toDbDay, todayIn } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recognitionStands, signOffStands } from "@/lib/revocation/scope";
import { Prisma } from "@/prisma/generated/client";
import { policySets } from "./policy-sets";
import {
  type EnrolmentRow,
  enrolmentColumns,
  type LoadedFacts,
  loadFacts,
  type OpenedRow,
  type RawEnrolment,
} from "./records";

export type { CompletionRow, EnrolmentRow } from "./records";

/** Rows in, one statement. Unscoped: the caller narrows by `where` and authorises on `ref`. */
export async function loadEnrolments(tx: Tx, where: Prisma.Sql): Promise<EnrolmentRow[]> {
  const sets = policySets();
  const rows = await tx.$queryRaw<RawEnrolment[]>`
    select ${enrolmentColumns(sets)}
      from "Enrolment" e join "Person" p on p.id = e."personId" join "Team" t on t.id = e."teamId"
     where ${where}
     order by e."roleGroupCode" nulls first, e."enrolledOn", e.id`;
  return rows.map(({ enrolmentId, traineeId, roleGroupCode, teamId, ancestorIds, opened, ...rest }) => ({
    ...rest,
    opened: opened.map(({ digest, sent, ...each }) => ({ ...each, policyValues: sets.valuesOf(digest, sent) })),
    ref: { enrolmentId, traineeId, roleGroupCode, team: { teamId, ancestorIds: ancestorIds ?? [] } },
  }));
}

export const ofPerson = (personId: string) => Prisma.sql`e."personId" = ${personId}::uuid and e."endedOn" is null`;
export const everOfPerson = (personId: string) => Prisma.sql`e."personId" = ${personId}::uuid`;
export const ofEnrolment = (enrolmentId: string) => Prisma.sql`e.id = ${enrolmentId}::uuid`;
export const ofPersonOfEnrolment = (enrolmentId: string) =>
  Prisma.sql`e."endedOn" is null and e."personId" = (select "personId" from "Enrolment" where id = ${enrolmentId}::uuid)`;

/**
 * Rows → domain facts, for the commands of any capability: unscoped, in the caller's transaction.
 * Whoever loads authorises on `ref` before revealing anything.
 */
export type EnrolmentTraining = EnrolmentRow & {
  facts: CriterionFacts;
  topicsDone: readonly { code: string; doneOn: string }[];
  remarks: LoadedFacts["remarks"];
  attestations: LoadedFacts["attestations"];
  judgementRequests: LoadedFacts["judgementRequests"];
};

/** Two statements, whatever the number of enrolments. For a reader, titles that are not theirs to read are empty. */
export async function loadTraining(
  tx: Tx,
  where: Prisma.Sql,
  readerId: string | null = null,
): Promise<EnrolmentTraining[]> {
  const enrolments = await loadEnrolments(tx, where);
  const ids = enrolments.map(({ ref }) => ref.enrolmentId);
  if (ids.length === 0) return [];
  const loaded = await loadFacts(tx, ids, readerId);
  const byEnrolment = {
    claims: byEnrolmentId(loaded.claims),
    attestations: byEnrolmentId(loaded.attestations),
    remarks: byEnrolmentId(loaded.remarks),
    tasksDone: byEnrolmentId(loaded.tasksDone),
    judgementRequests: byEnrolmentId(loaded.judgementRequests),
    leaves: byEnrolmentId(loaded.leaves),
  };
  return enrolments.map((enrolment) => withFacts(enrolment, byEnrolment));
}

type ByEnrolment = { [K in keyof LoadedFacts]: ReadonlyMap<string, LoadedFacts[K]> };

const byEnrolmentId = <T extends { enrolmentId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(rows, ({ enrolmentId }) => enrolmentId);

function withFacts(enrolment: EnrolmentRow, loaded: ByEnrolment): EnrolmentTraining {
  const { enrolmentId } = enrolment.ref;
  const remarks = loaded.remarks.get(enrolmentId) ?? [];
  const attestations = loaded.attestations.get(enrolmentId) ?? [];
  return {
    ...enrolment,
    facts: {
      enrolledOn: enrolment.enrolledOn,
      claims: loaded.claims.get(enrolmentId)?.map(({ claim }) => claim) ?? [],
      attestations,
      openRemarks: remarks,
      leaves: loaded.leaves.get(enrolmentId) ?? [],
    },
    topicsDone: loaded.tasksDone.get(enrolmentId) ?? [],
    remarks,
    attestations,
    judgementRequests: loaded.judgementRequests.get(enrolmentId) ?? [],
  };
}

/** What the team's calendar tells a rule at this instant. */
export const calendarOf = (
  { timeZone, fiscalYearStartMonth }: { timeZone: string; fiscalYearStartMonth: number },
  now: Date,
): TeamCalendar => ({ today: todayIn(timeZone, now), fiscalYearStartMonth });

/** The day it is for an enrolment's team. */
export const todayOf = (enrolment: EnrolmentRow, now: Date) => todayIn(enrolment.team.timeZone, now);

/** What a STEP is measured by besides its facts. `policyToday` serves a STEP that has not opened yet, provisionally. */
export type Measure = { curriculum: Curriculum; policyToday: PolicyValues; basicCompleted: boolean; now: Date };

export type MeasuredStep = {
  step: StepNumber;
  openedOn: string | null;
  /** Measured by later values than those of its opening, by whom and why. */
  rebased: OpenedRow["rebased"];
  policy: PolicyValues;
  /** What is still open before it can be signed off. */
  earlierOpen: readonly EarlierStep[];
  /** STEP1–3. */
  progress: StepProgress | null;
  /** Basic or common education. */
  topics: TopicProgress | null;
  allMet: boolean;
};

/** The values that a STEP is measured by: those of the day it opened; before that today's, provisionally. */
export const policyFor = (
  { opened }: Pick<EnrolmentRow, "opened">,
  step: StepNumber,
  policyToday: PolicyValues,
): PolicyValues => ({ ...policyToday, ...opened.find((each) => each.step === step)?.policyValues });

/** How far a STEP of an enrolment is, by the values of the day it opened. The one place where rows meet the rules. */
export function measureStep(training: EnrolmentTraining, step: StepNumber, measure: Measure): MeasuredStep {
  const { curriculum, policyToday, basicCompleted, now } = measure;
  const opened = training.opened.find((each) => each.step === step);
  const policy = policyFor(training, step, policyToday);
  const { roleGroupCode } = training.ref;
  const completions = training.completions.map(({ personId, ...each }) => ({ ...each, byId: personId }));
  const shared = {
    step,
    openedOn: opened?.openedOn ?? null,
    rebased: opened?.rebased ?? null,
    policy,
    earlierOpen: earlierOpen(step, { roleGroupCode, completions, basicCompleted }),
  };
  if (step === 0) {
    const { basicEducation } = curriculum.structure;
    const nodes = roleGroupCode === null ? basicEducation : curriculum.roleGroup(roleGroupCode).commonEducation;
    const topics = topicProgress(nodes, training.topicsDone);
    return { ...shared, progress: null, topics, allMet: topics.allDone };
  }
  const criteria = roleGroupCode === null ? [] : curriculum.criteriaOf(roleGroupCode, step, training.tracks);
  const progress = stepProgress(
    { step, criteria },
    {
      facts: training.facts,
      tracks: training.tracks,
      policy,
      calendar: calendarOf(training.team, now),
      drillCases: curriculum.structure.drillCases,
    },
  );
  return { ...shared, progress, topics: null, allMet: progress.allMet };
}

/** Whether the person's basic education is completed; a person without that enrolment has not begun it. */
export const hasBasicEducation = (enrolments: readonly EnrolmentRow[]) =>
  enrolments.some(({ ref, completions }) => ref.roleGroupCode === null && completions.length > 0);

export type StepOpening = { enrolmentId: string; step: StepNumber; openedOn: string; policy: PolicyValues };

/** Stores that STEPs opened, with the policy values they will be measured by. Opening twice changes nothing. */
export async function openSteps(tx: Tx, openings: readonly StepOpening[], now: Date) {
  const rows = openings.map(({ openedOn, policy, ...key }) => ({
    ...key,
    openedOn: toDbDay(openedOn),
    openedAt: now,
    policyValues: policy as Prisma.InputJsonValue,
  }));
  await inChunks(rows, (data) => tx.stepOpened.createMany({ data, skipDuplicates: true }));
  const next = openings.filter(({ step }) => step > 0).map(({ enrolmentId }) => enrolmentId);
  if (next.length > 0) await moveAtOpening(tx, next, now);
}

/** Whoever stayed on an earlier edition until a STEP was signed off begins the next one with the edition in force. */
async function moveAtOpening(tx: Tx, enrolmentIds: readonly string[], now: Date) {
  const moved = await moveToEditionInForce(tx, enrolmentIds);
  if (moved.length === 0) return;
  const cause = { outcome: "moved", cause: "opening", reason: "", decidedAt: now };
  await tx.editionDecision.createMany({
    data: moved.map(({ personId: _, ...row }) => ({ id: newId(now), ...row, ...cause })),
  });
  await recordEvents(
    tx,
    moved.map(({ personId: subjectId, enrolmentId, fromId: fromEditionId, toId: toEditionId }) => {
      const body = { enrolmentId, fromEditionId, toEditionId, cause: "opening" };
      return { action: "EnrolmentMovedToEdition", actorId: "system", subjectId, body };
    }),
  );
}

type Moved = { enrolmentId: string; personId: string; fromId: string; toId: string };

const moveToEditionInForce = (tx: Tx, enrolmentIds: readonly string[]) => tx.$queryRaw<Moved[]>`
  update "Enrolment" e set "editionId" = p."toId"
    from (select x.id, x."editionId" as "fromId", coalesce(
      (select f."editionId" from "TeamAncestor" a join "EditionInForce" f on f."teamId" = a."ancestorId"
        where a."teamId" = x."teamId" order by a.depth, f."putAt" desc, f.id desc limit 1),
      (select f."editionId" from "EditionInForce" f where f."teamId" is null order by f."putAt" desc, f.id desc limit 1),
      (select c.id from "CurriculumEdition" c where c."baseId" is null order by c."loadedAt" desc, c.id desc limit 1)) as "toId"
      from "Enrolment" x where x.id = any(${[...enrolmentIds]}::uuid[])) p
   where e.id = p.id and p."toId" <> p."fromId"
   returning e.id as "enrolmentId", e."personId", p."fromId", p."toId"`;

export const refreshStanding = (tx: Tx, enrolmentId: string) => refreshStandings(tx, [enrolmentId]);

/** Writes `PersonStanding` anew from the facts; an ended enrolment has none. Call it before the audit event. Three statements at most. */
export async function refreshStandings(tx: Tx, enrolmentIds: readonly string[]) {
  const facts = await loadStandingFacts(tx, enrolmentIds);
  const ended = facts.filter((row) => row.ended).map(({ enrolmentId }) => enrolmentId);
  if (ended.length > 0) await tx.personStanding.deleteMany({ where: { enrolmentId: { in: ended } } });
  const standings = facts
    .filter((row) => !row.ended)
    .map(({ ended: _, completedSteps, ...row }) => ({ ...row, ...standingOf({ ...row, completedSteps }) }));
  if (standings.length > 0) await writeStandings(tx, standings);
}

type Place = { enrolmentId: string; personId: string; teamId: string; roleGroupCode: string | null };
type StandingFacts = Place & { ended: boolean; completedSteps: StepNumber[]; lastVerifiedOn: string | null };

/** What standings are derived from, in one statement. */
const loadStandingFacts = (tx: Tx, enrolmentIds: readonly string[]) => tx.$queryRaw<StandingFacts[]>`
  select e.id as "enrolmentId", e."personId", e."teamId", e."roleGroupCode", e."endedOn" is not null as ended,
    (select coalesce(array_agg(distinct step), '{}') from (
      select s.step from "StepSignOff" s where s."enrolmentId" = e.id
         and ${signOffStands("s")}
      union select r.step from "Recognition" r where r."enrolmentId" = e.id
         and ${recognitionStands("r")}) x) as "completedSteps",
    (select to_char(max(r."happenedOn"), 'YYYY-MM-DD') from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
       join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null
      where c."enrolmentId" = e.id and c."withdrawnAt" is null and r."withdrawnAt" is null) as "lastVerifiedOn"
    from "Enrolment" e where e.id = any(${[...enrolmentIds]}::uuid[])`;

/** Many at once, in one statement. */
const writeStandings = (tx: Tx, standings: readonly (Place & Omit<PersonStanding, "proficiency">)[]) => tx.$executeRaw`
  insert into "PersonStanding" as s
         ("enrolmentId", "personId", "teamId", "roleGroupCode", "completedStep", "openStep", "lastVerifiedOn")
  select * from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb)
      as x("enrolmentId" uuid, "personId" uuid, "teamId" uuid, "roleGroupCode" text,
           "completedStep" smallint, "openStep" smallint, "lastVerifiedOn" date)
      on conflict ("enrolmentId") do update
     set "personId" = excluded."personId", "teamId" = excluded."teamId", "roleGroupCode" = excluded."roleGroupCode",
         "completedStep" = excluded."completedStep", "openStep" = excluded."openStep",
         "lastVerifiedOn" = excluded."lastVerifiedOn"`;

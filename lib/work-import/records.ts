import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { Actor, Caller, EnrolmentRef } from "@/lib/domain/access";
import { tellClaim } from "@/lib/domain/chronicle";
import { readWork, type WorkEntry } from "@/lib/domain/work-line";
import {
  countWork,
  itemsOf,
  type PlannedRecord,
  planWork,
  type StandingItem,
  type WorkPerson,
  type WorkPlan,
  type WorkWorld,
} from "@/lib/domain/work-plan";
import { mayImportFor } from "@/lib/domain/work-source";
import type { AuditEvent } from "@/lib/platform/audit";
import { inChunks } from "@/lib/platform/chunks";
import { toDbDay, todayIn } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { commitmentTo } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues } from "@/lib/policy/queries";
import { insertRecords, loadOwnRecords, logContextsOf, type RecordWritten, withdrawClaims } from "@/lib/records/facts";
import { type EnrolmentRow, policyFor, refreshStandings } from "@/lib/training/facts";
import type { Ground } from "@/lib/training/queries";
import { namedPeople, type Source } from "@/lib/work-source/facts";
import { Prisma } from "@/prisma/generated/client";
import { dayFor } from "./local-day";
import { type ReadWorkFile, readWorkFile } from "./read";

export const fileKeyOf = (sourceId: string) => `work-import.${sourceId}`;

/** What enrolments are measured by: read before a transaction, which must not wait for a second connection. One statement. */
export async function findWorkGround(enrolments: readonly EnrolmentRow[], zone: string, now: Date): Promise<Ground> {
  const editionIds = [...new Set(enrolments.map(({ editionId }) => editionId))];
  const [policy, ...editions] = await Promise.all([
    findPolicyValues(todayIn(zone, now)),
    ...editionIds.map(curriculumFor),
  ]);
  return { policy, editions: new Map(editions.map((edition) => [edition.editionId, edition])) };
}

export type WorkFile = { readonly text: string; readonly seen: string };
export type PlannedFile = WorkPlan & {
  readonly problems: ReadWorkFile["problems"];
  readonly entries: readonly WorkEntry[];
};

function readFile(text: string, { mapping, team }: Source) {
  const { rows, problems } = readWorkFile(text, mapping);
  const read = readWork(rows, mapping, (time) => dayFor(time, mapping.timeZone, team.timeZone));
  return { read, problems, entries: read.flatMap((line) => (line.outcome === "read" ? [line.entry] : [])) };
}

/** The lines that can be read, without asking what stands. */
export const readEntries = (text: string, source: Source): readonly WorkEntry[] => readFile(text, source).entries;

type Around = { readonly enrolments: readonly EnrolmentRow[]; readonly ground: Ground; readonly caller: Caller };

/** What a file would do now, line by line. Two statements, whatever its length. */
export async function planFile(
  tx: Tx,
  source: Source,
  file: WorkFile,
  { enrolments, ground, caller }: Around,
): Promise<PlannedFile> {
  const { mapping } = source;
  const { read, problems, entries } = readFile(file.text, source);
  const items = await loadItems(tx, source, entries);
  const plan = planWork(read, {
    mapping,
    evidence: { kind: "ticket", value: `${mapping.name} SHA-256:${file.seen}` },
    analysts: new Map(source.analysts.map(({ alias, personId }) => [alias, personId])),
    people: peopleOf(enrolments, ground, caller),
    items,
    records: await loadRecords(tx, items),
    policyOf: policyBy(enrolments, ground),
  });
  return { ...plan, problems, entries };
}

function peopleOf(enrolments: readonly EnrolmentRow[], ground: Ground, { actor, now }: Caller) {
  const contexts = logContextsOf(enrolments, ground, now);
  const refs = Map.groupBy(
    enrolments.map(({ ref }) => ref),
    ({ traineeId }) => traineeId,
  );
  const person = (personId: string, own: readonly EnrolmentRef[]): [string, WorkPerson][] => {
    const context = contexts.get(personId);
    return context ? [[personId, { context, isYours: mayImportFor(actor, own) }]] : [];
  };
  return new Map([...refs].flatMap(([personId, own]) => person(personId, own)));
}

function policyBy(enrolments: readonly EnrolmentRow[], { policy }: Ground): WorkWorld["policyOf"] {
  const byId = new Map(enrolments.map((enrolment) => [enrolment.ref.enrolmentId, enrolment]));
  return (enrolmentId, step) => {
    const enrolment = byId.get(enrolmentId);
    return enrolment ? policyFor(enrolment, step, policy) : policy;
  };
}

/** What was imported before: the ids of the file, what else the same people have on its days, and what stands on one record with it. */
async function loadItems(
  tx: Tx,
  { sourceId, analysts }: Source,
  entries: readonly WorkEntry[],
): Promise<StandingItem[]> {
  if (entries.length === 0) return [];
  const days = entries.map(({ happenedOn }) => happenedOn).sort();
  return tx.$queryRaw<StandingItem[]>`
    with touched as (
      select o."recordId" from "WorkItem" o
       where o."sourceId" = ${sourceId}::uuid and o."supersededAt" is null
         and o."externalId" = any(${entries.map(({ externalId }) => externalId)}::text[])
      union
      select o."recordId" from "WorkItem" o
       where o."sourceId" = ${sourceId}::uuid and o."supersededAt" is null
         and o."personId" = any(${namedPeople({ analysts })}::uuid[])
         and o."happenedOn" between ${days[0]}::date and ${days.at(-1)}::date)
    select i.id as "itemId", i."recordId", i."personId", i."externalId", to_char(i."happenedOn", 'YYYY-MM-DD') as "happenedOn",
           i.verdict, i."finalVerdict"
      from "WorkItem" i join touched t on t."recordId" = i."recordId" where i."supersededAt" is null`;
}

async function loadRecords(tx: Tx, items: readonly StandingItem[]): Promise<WorkWorld["records"]> {
  const ids = [...new Set(items.map(({ recordId }) => recordId))];
  const records = ids.length === 0 ? [] : await loadOwnRecords(tx, Prisma.sql`r.id = any(${ids}::uuid[])`);
  return new Map(records.map((record) => [record.recordId, record]));
}

export type Writing = {
  readonly importId: string;
  readonly source: Source;
  readonly file: { readonly fileName: string; readonly seen: string };
  readonly plan: PlannedFile;
};
type Done = PlannedRecord & { readonly written: RecordWritten };

/** Everything that a plan says, in as many statements for one line as for ten thousand. Answers what happened, record by record. */
export async function writeImport(tx: Tx, writing: Writing, { actor, now }: Caller): Promise<AuditEvent[]> {
  const { importId, source, plan } = writing;
  await tx.workImport.create({ data: importRow(writing, { actor, now }) });
  await supersede(tx, plan, now);
  const written = await insertRecords(
    tx,
    plan.records.map(({ personId, draft, corrects }) => {
      return { personId, onceKey: newId(now), draft, correctsId: corrects?.recordId ?? null, now };
    }),
  );
  const done = plan.records.flatMap((record, place) => {
    const made = written[place];
    return made ? [{ ...record, written: made }] : [];
  });
  const imported = written.map(({ recordId }) => ({ recordId, importId }));
  await inChunks(imported, (data) => tx.importedRecord.createMany({ data }));
  const items = done.flatMap((record) => itemRows(record, source.sourceId, now));
  await inChunks(items, (data) => tx.workItem.createMany({ data }));
  return [...done.map((record) => eventOf(record, importId, actor)), ...emptiedEvents(writing, actor)];
}

function importRow({ importId: id, source, file, plan }: Writing, { actor, now }: Caller) {
  const { new: added, changed, unchanged, aside } = countWork(plan.lines);
  const left = plan.lines.filter(({ outcome }) => outcome === "bad");
  const leftOut = left.map(({ row, problems }) => ({ row, problems: problems.map((each) => ({ ...each })) }));
  return {
    ...{ id, added, changed, unchanged, aside, leftOut: leftOut as Prisma.InputJsonValue },
    sourceId: source.sourceId,
    fileName: file.fileName,
    digest: file.seen,
    importedById: actor.id,
    importedAt: now,
  };
}

/** Ends what corrections take the place of: claims and items of the old records, and whole records of which nothing is left. */
async function supersede(tx: Tx, { records, emptied }: PlannedFile, now: Date) {
  const corrected = records.flatMap(({ corrects }) => corrects ?? []);
  const gone = emptied.map(({ recordId }) => recordId);
  const recordIds = [...corrected.map(({ recordId }) => recordId), ...gone];
  if (recordIds.length === 0) return;
  await tx.$executeRaw`
    update "WorkItem" set "supersededAt" = ${now} where "recordId" = any(${recordIds}::uuid[]) and "supersededAt" is null`;
  await tx.$executeRaw`update "PracticeRecord" set "withdrawnAt" = ${now} where id = any(${gone}::uuid[])`;
  const claims = [...corrected.flatMap(({ moved }) => moved), ...emptied.flatMap((each) => each.claims)];
  await refreshStandings(tx, await withdrawClaims(tx, claims, now));
}

const itemRows = ({ written: { recordId }, personId, items }: Done, sourceId: string, now: Date) =>
  items.map(({ happenedOn, ...item }) => ({
    ...item,
    id: newId(now),
    recordId,
    sourceId,
    personId,
    happenedOn: toDbDay(happenedOn),
  }));

/** The events of the same acts by hand: what the tables hold is told whoever wrote it. */
function eventOf(done: Done, importId: string, { id: actorId }: Actor): AuditEvent {
  const { personId, draft, corrects, written } = done;
  const { recordId, content, salt } = written;
  const items = commitmentTo(salt, itemsOf(done.items));
  const claims = written.claims.map(tellClaim);
  const shared = { actorId, subjectId: personId };
  if (corrects) {
    const body = { recordId, correctsId: corrects.recordId, content, claims, moved: corrects.moved, importId, items };
    return { ...shared, action: "RecordCorrected", body };
  }
  const { kind, happenedOn } = draft;
  return { ...shared, action: "RecordLogged", body: { recordId, kind, happenedOn, content, claims, importId, items } };
}

const emptiedEvents = ({ plan, importId }: Writing, { id: actorId }: Actor) =>
  plan.emptied.map(({ personId: subjectId, recordId, claims: claimIds }): AuditEvent => {
    return { action: "RecordWithdrawn", actorId, subjectId, body: { recordId, claimIds, importId } };
  });

/** Records of an import that wait, of these people, the oldest first. Unscoped: each is decided on its own. */
export async function loadLot(tx: Tx, importId: string, people: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ recordId: string }[]>`
    select r.id as "recordId"
      from "ImportedRecord" i join "PracticeRecord" r on r.id = i."recordId"
     where i."importId" = ${importId}::uuid and r."personId" = any(${[...people]}::uuid[])
       and exists (select 1 from "RecordClaim" c where c."recordId" = r.id and c."isUnverified")
     order by r."happenedOn", r.id`;
  return rows.map(({ recordId }) => recordId);
}

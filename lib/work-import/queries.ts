import "server-only";
import { type Actor, type Caller, canViewEnrolment } from "@/lib/domain/access";
import { countWork, type WorkCounts, type WorkOutcome } from "@/lib/domain/work-plan";
import { keepsBothVerdicts, mayImportWork, sameWord, worksIn } from "@/lib/domain/work-source";
import { db } from "@/lib/platform/db";
import { type KeptFile, loadFile } from "@/lib/platform/kept-file";
import { reviewableBy, viewableBy } from "@/lib/reviews/scope";
import type { EnrolmentRow } from "@/lib/training/facts";
import { loadNamed, loadSource, type Source } from "@/lib/work-source/facts";
import { listSources, listWorkTeams } from "@/lib/work-source/queries";
import { Prisma } from "@/prisma/generated/client";
import { badLinesKey } from "./bad-lines";
import { fileKeyOf, findWorkGround, type PlannedFile, planFile, readEntries } from "./records";
import type {
  ImportedShare,
  ImportListed,
  ItemListed,
  LeftOut,
  Origin,
  PersonShare,
  WorkFilter,
  WorkPreview,
} from "./schema";

export const WORK_LINES_A_PAGE = 50;

export type SourceSeen = {
  readonly source: Source;
  readonly bothVerdicts: boolean;
  readonly preview: WorkPreview | null;
};

/** A source with what the actor's waiting file would do; null where it is not theirs. */
export async function findWorkPreview(
  sourceId: string,
  filter: WorkFilter,
  caller: Caller,
): Promise<SourceSeen | null> {
  const source = await loadSource(db(), sourceId);
  if (!source || !worksIn(caller.actor, source.team)) return null;
  const file = await loadFile(db(), caller.actor.id, fileKeyOf(sourceId));
  const preview = file && (await previewOf(source, file, { filter, caller }));
  return { source, bothVerdicts: keepsBothVerdicts(source.mapping), preview };
}

type Asking = { readonly filter: WorkFilter; readonly caller: Caller };

async function previewOf(source: Source, file: KeptFile, { filter, caller }: Asking): Promise<WorkPreview> {
  const enrolments = await loadNamed(db(), source);
  const ground = await findWorkGround(enrolments, source.team.timeZone, caller.now);
  const plan = await planFile(db(), source, file, { enrolments, ground, caller });
  const counts = countWork(plan.lines);
  const shown = filter.show ?? firstWith(counts);
  const from = (filter.page - 1) * WORK_LINES_A_PAGE;
  return {
    file,
    problems: plan.problems,
    counts,
    badKey: badLinesKey(plan.lines),
    unknown: unknownIn(plan, source),
    shares: sharesOf(plan, enrolments, caller.actor),
    lines: plan.lines.filter(({ outcome }) => outcome === shown).slice(from, from + WORK_LINES_A_PAGE),
    shown,
    page: filter.page,
  };
}

const firstWith = (counts: WorkCounts): WorkOutcome =>
  (["bad", "changed", "new", "unchanged", "aside"] as const).find((outcome) => counts[outcome] > 0) ?? "new";

function unknownIn({ entries }: Pick<PlannedFile, "entries">, { analysts }: Source) {
  const known = new Set(analysts.map(({ alias }) => alias));
  const named = Map.groupBy(entries, ({ analyst }) => sameWord(analyst));
  return [...named]
    .filter(([alias]) => !known.has(alias))
    .map(([, lines]) => ({ shown: lines[0]?.analyst ?? "", lines: lines.length }))
    .sort((a, b) => b.lines - a.lines);
}

/** Names of the actor's waiting file that nobody was said to be, the most lines first. One statement. */
export async function listUnknownAnalysts(actor: Actor, source: Source): Promise<string[]> {
  const file = await loadFile(db(), actor.id, fileKeyOf(source.sourceId));
  const entries = file ? readEntries(file.text, source) : [];
  return unknownIn({ entries }, source).map(({ shown }) => shown);
}

function sharesOf(plan: PlannedFile, enrolments: readonly EnrolmentRow[], actor: Actor): PersonShare[] {
  const visible = new Set(
    enrolments.filter(({ ref }) => canViewEnrolment(actor, ref)).map(({ ref }) => ref.enrolmentId),
  );
  const names = new Map(enrolments.map(({ ref, trainee }) => [ref.traineeId, trainee]));
  return [...Map.groupBy(plan.records, ({ personId }) => personId)].flatMap(([personId, records]) => {
    const person = names.get(personId);
    return person ? [{ personId, ...shareOf(person, records, visible) }] : [];
  });
}

function shareOf(
  person: PersonShare["person"],
  records: PlannedFile["records"],
  visible: ReadonlySet<string>,
): Omit<PersonShare, "personId"> {
  const claims = records.flatMap(({ draft }) => draft.claims);
  const seen = claims.filter(({ enrolmentId }) => visible.has(enrolmentId));
  const byCode = Map.groupBy(seen, ({ criterionCode }) => criterionCode);
  return {
    person,
    records: records.length,
    corrected: records.filter(({ corrects }) => corrects !== null).length,
    items: records.reduce((sum, { items }) => sum + items.length, 0),
    judged: sumOf(records.map(({ draft }) => draft.judged)),
    right: sumOf(records.map(({ draft }) => draft.right)),
    claims: [...byCode].map(([criterionCode, all]) => ({ criterionCode, count: all.length })),
    otherClaims: claims.length - seen.length,
  };
}

/** Null where one of them is not known. */
const sumOf = (numbers: readonly (number | null)[]) =>
  numbers.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);

export const IMPORTS_A_PAGE = 50;

/** Imports of these teams' sources, or of one source, the latest first. One statement. */
export async function listImports(teamIds: readonly string[], page: number, sourceId: string | null = null) {
  const of = sourceId === null ? Prisma.sql`true` : Prisma.sql`s.id = ${sourceId}::uuid`;
  const rows = await db().$queryRaw<(ImportListed & { total: number })[]>`
    select ${importColumns}, count(*) over ()::int as total
      from "WorkImport" w join "WorkSource" s on s.id = w."sourceId" join "Person" p on p.id = w."importedById"
     where s."teamId" = any(${[...teamIds]}::uuid[]) and ${of}
     order by w."importedAt" desc, w.id desc
     limit ${IMPORTS_A_PAGE} offset ${(page - 1) * IMPORTS_A_PAGE}`;
  return { imports: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The sources of the actor's teams and what was imported from them; null where they may not import. Three statements. */
export async function findOverview(actor: Actor, page: number) {
  if (!mayImportWork(actor)) return null;
  const teams = await listWorkTeams(actor);
  const ids = teams.map(({ id }) => id);
  const [sources, listed] = await Promise.all([listSources(teams), listImports(ids, page)]);
  return { sources, ...listed };
}

const importColumns = Prisma.sql`
  w.id as "importId", w."sourceId", s.name as "sourceName", w."fileName", w.digest, w."importedAt",
  json_build_object('name', p.name, 'latinName', p."latinName") as by,
  w.added, w.changed, w.unchanged, w.aside, jsonb_array_length(w."leftOut") as left`;

export type ImportSeen = {
  readonly listed: ImportListed;
  readonly source: Source;
  readonly shares: readonly ImportedShare[];
  readonly leftOut: readonly LeftOut[];
};

/** An import with what it brought; null where its source is not the actor's. People whom the actor does not see are left out. */
export async function findImport(actor: Actor, importId: string): Promise<ImportSeen | null> {
  const [row] = await db().$queryRaw<(ImportListed & { leftOut: LeftOut[] })[]>`
    select ${importColumns}, w."leftOut"
      from "WorkImport" w join "WorkSource" s on s.id = w."sourceId" join "Person" p on p.id = w."importedById"
     where w.id = ${importId}::uuid`;
  const source = row ? await loadSource(db(), row.sourceId) : null;
  if (!row || !source || !worksIn(actor, source.team)) return null;
  const { leftOut, ...listed } = row;
  return { listed, source, leftOut, shares: await loadShares(actor, importId) };
}

const loadShares = (actor: Actor, importId: string) => db().$queryRaw<ImportedShare[]>`
  with record as (
    select r.* from "ImportedRecord" i join "PracticeRecord" r on r.id = i."recordId"
     where i."importId" = ${importId}::uuid and r."withdrawnAt" is null
       and not exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id)
       and exists (select 1 from "Enrolment" e where e."personId" = r."personId" and e."endedOn" is null and ${seenBy(actor)})),
  open as (
    select c."recordId", bool_or(${reviewableBy(actor)}) as mine
      from "RecordClaim" c join "Enrolment" e on e.id = c."enrolmentId"
     where c."isUnverified" and c."recordId" in (select id from record) group by 1)
  select p.id as "personId", p.name, p."latinName", count(*)::int as records,
         sum((select count(*) from "WorkItem" w where w."recordId" = r.id))::int as items,
         to_char(min(r."happenedOn"), 'YYYY-MM-DD') as "firstOn", to_char(max(r."happenedOn"), 'YYYY-MM-DD') as "lastOn",
         sum(r.judged)::int as judged, case when bool_and(r."right" is not null) then sum(r."right")::int end as right,
         count(o."recordId")::int as waiting, (count(*) filter (where o.mine))::int as mine
    from record r join "Person" p on p.id = r."personId" left join open o on o."recordId" = r.id
   group by p.id, p.name, p."latinName", p.reading order by p.reading, p.id`;

/** Twin of `canViewEnrolment`. */
const seenBy = (actor: Actor) => Prisma.sql`(e."personId" = ${actor.id}::uuid or ${viewableBy(actor)})`;

/** Of a record that came from an import; null where it did not, or where it is neither the actor's own nor theirs to see. One statement. */
export async function findOrigin(actor: Actor, recordId: string): Promise<Origin | null> {
  const [row] = await db().$queryRaw<Origin[]>`
    select i."recordId", s.name as "sourceName", w."fileName", w."importedAt",
           json_build_object('name', p.name, 'latinName', p."latinName") as by,
           (select count(*)::int from "WorkItem" t where t."recordId" = i."recordId") as items
      from "ImportedRecord" i join "WorkImport" w on w.id = i."importId" join "WorkSource" s on s.id = w."sourceId"
      join "Person" p on p.id = w."importedById" join "PracticeRecord" r on r.id = i."recordId"
     where i."recordId" = ${recordId}::uuid
       and (r."personId" = ${actor.id}::uuid or exists (
         select 1 from "RecordClaim" c join "Enrolment" e on e.id = c."enrolmentId" where c."recordId" = r.id and ${seenBy(actor)}))`;
  return row ?? null;
}

export const ITEMS_A_PAGE = 50;

/** What a record rests on, one page of it. Two statements. */
export async function findOriginItems(actor: Actor, recordId: string, page: number) {
  const origin = await findOrigin(actor, recordId);
  if (!origin) return null;
  const items = await db().$queryRaw<ItemListed[]>`
    select "externalId", to_char("happenedOn", 'YYYY-MM-DD') as "happenedOn", verdict, "finalVerdict"
      from "WorkItem" where "recordId" = ${recordId}::uuid
     order by "externalId" limit ${ITEMS_A_PAGE} offset ${(page - 1) * ITEMS_A_PAGE}`;
  return { origin, items };
}

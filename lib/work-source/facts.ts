import "server-only";
import { z } from "zod";
import type { TeamRef } from "@/lib/domain/access";
import { WORK_COLUMNS, type WorkColumns, type WorkMapping } from "@/lib/domain/work-source";
import type { Tx } from "@/lib/platform/db";
import { loadEnrolments } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";

/** Sources as other capabilities load them: unscoped, the caller authorises on the team. */

/** A name of the files, and who it is; null is nobody whose work is recorded here. */
export type Analyst = { readonly alias: string; readonly shown: string; readonly personId: string | null };

export type Source = {
  readonly sourceId: string;
  readonly team: TeamRef & { readonly nameJa: string; readonly nameEn: string; readonly timeZone: string };
  readonly mapping: WorkMapping;
  readonly changedAt: Date;
  readonly analysts: readonly Analyst[];
};

const columns = z.object(
  Object.fromEntries(WORK_COLUMNS.map((column) => [column, z.string().nullable()])),
) as unknown as z.ZodType<WorkColumns>;

type SourceRow = Omit<WorkMapping, "columns"> & {
  readonly sourceId: string;
  readonly columns: unknown;
  readonly team: Source["team"];
  readonly changedAt: Date;
  readonly analysts: readonly Analyst[];
};

function sourceOf({ sourceId, team, analysts, changedAt, ...mapping }: SourceRow): Source {
  return { sourceId, team, analysts, changedAt, mapping: { ...mapping, columns: columns.parse(mapping.columns) } };
}

/** One statement. Unscoped: the caller authorises on the team. */
async function selectSources(tx: Tx, where: Prisma.Sql): Promise<Source[]> {
  const rows = await tx.$queryRaw<SourceRow[]>`
    select s.id as "sourceId", s.name, s.kind, s.columns, s."dateFormat", s."timeZone", s."trueWords", s."falseWords", s."asideWords",
           s.types, s."recordKind", s."recordTitle", s.supervision, s.separator, s."refPrefix", s."changedAt",
           json_build_object('teamId', t.id, 'nameJa', t."nameJa", 'nameEn', t."nameEn", 'timeZone', t."timeZone", 'ancestorIds',
             (select json_agg(a."ancestorId") from "TeamAncestor" a where a."teamId" = t.id)) as team,
           (select coalesce(json_agg(json_build_object('alias', n.alias, 'shown', n.shown, 'personId', n."personId")
                                     order by n.shown), '[]') from "WorkAnalyst" n where n."sourceId" = s.id) as analysts
      from "WorkSource" s join "Team" t on t.id = s."teamId"
     where ${where} order by s.name, s.id`;
  return rows.map(sourceOf);
}

export async function loadSource(tx: Tx, sourceId: string, lock = false): Promise<Source | null> {
  if (lock) await tx.$queryRaw`select 1 from "WorkSource" where id = ${sourceId}::uuid for update`;
  return (await selectSources(tx, Prisma.sql`s.id = ${sourceId}::uuid`))[0] ?? null;
}

export const loadSources = (tx: Tx, teamIds: readonly string[]) =>
  selectSources(tx, Prisma.sql`s."teamId" = any(${[...teamIds]}::uuid[])`);

export const namedPeople = ({ analysts }: Pick<Source, "analysts">): string[] => [
  ...new Set(analysts.flatMap(({ personId }) => personId ?? [])),
];

/** The people that a source names, as they train now. One statement. */
export const loadNamed = (tx: Tx, source: Pick<Source, "analysts">) =>
  loadEnrolments(tx, Prisma.sql`e."endedOn" is null and e."personId" = any(${namedPeople(source)}::uuid[])`);

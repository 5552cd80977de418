import "server-only";
import type { LocalItem } from "@/lib/content/queries";
import type { Content } from "@/lib/content/schema";
import type { Actor } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { LocalPlace } from "@/lib/domain/local-curriculum";
import { db, type Tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import type { EditionRow } from "./curriculum";
import type { StoredWording, WordingRow } from "./words";

export type LatestIds = { readonly editionId: string; readonly wordingId: string };

/** The newest edition and wording, in one statement; null before any was loaded. */
export async function loadLatestIds(): Promise<LatestIds | null> {
  const [row] = await db().$queryRaw<{ editionId: string | null; wordingId: string | null }[]>`
    select (select id from "CurriculumEdition" where "baseId" is null order by "loadedAt" desc, id desc limit 1) as "editionId",
           (select id from "CurriculumWording" order by "loadedAt" desc, id desc limit 1) as "wordingId"`;
  const { editionId = null, wordingId = null } = row ?? {};
  return editionId !== null && wordingId !== null ? { editionId, wordingId } : null;
}

/** The column holds what `publishCurriculum` wrote, and nothing else writes it: its type is taken at its word. */
const asStored = <T>(json: Prisma.JsonValue): T => json as unknown as T;

export async function loadEdition(id: string): Promise<EditionRow | null> {
  const row = await db().curriculumEdition.findUnique({
    where: { id },
    select: { id: true, digest: true, structure: true },
  });
  return row && { id: row.id, digest: row.digest, structure: asStored(row.structure) };
}

export async function loadWording(id: string, tx: Tx = db()): Promise<WordingRow | null> {
  const row = await tx.curriculumWording.findUnique({ where: { id }, select: { id: true, digest: true, words: true } });
  return row && { id: row.id, digest: row.digest, words: asStored<StoredWording>(row.words) };
}

export async function findWordingId(digest: string): Promise<string | null> {
  const row = await db().curriculumWording.findUnique({ where: { digest }, select: { id: true } });
  return row?.id ?? null;
}

/** The words of today. */
export async function loadNewestWording(tx: Tx): Promise<(WordingRow & { readonly loadedAt: Date }) | null> {
  const row = await tx.curriculumWording.findFirst({ orderBy: [{ loadedAt: "desc" }, { id: "desc" }] });
  return row && { id: row.id, digest: row.digest, loadedAt: row.loadedAt, words: asStored<StoredWording>(row.words) };
}

export type Published = {
  readonly edition: string | null;
  readonly wording: string | null;
  readonly newestEdition: string | null;
  readonly newestWording: string | null;
};

/** Which rows hold this content already, and which are the newest. */
export async function loadPublished(
  tx: Tx,
  { structureDigest, wordsDigest }: Pick<Content, "structureDigest" | "wordsDigest">,
): Promise<Published> {
  const [row] = await tx.$queryRaw<[Published]>`
    select (select id from "CurriculumEdition" where digest = ${structureDigest}) as edition,
           (select id from "CurriculumWording" where digest = ${wordsDigest}) as wording,
           (select id from "CurriculumEdition" where "baseId" is null order by "loadedAt" desc, id desc limit 1) as "newestEdition",
           (select id from "CurriculumWording" order by "loadedAt" desc, id desc limit 1) as "newestWording"`;
  return row;
}

/** Plain data as the database takes it. */
export const toJson = (value: object): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** The content's newest edition, with which local changes are composed. */
export async function loadBase(tx: Tx): Promise<EditionRow | null> {
  const row = await tx.curriculumEdition.findFirst({
    where: { baseId: null },
    orderBy: [{ loadedAt: "desc" }, { id: "desc" }],
    select: { id: true, digest: true, structure: true },
  });
  return row && { id: row.id, digest: row.digest, structure: asStored(row.structure) };
}

/** What an added item's row holds: its place, and the item as content files write it. */
export type StoredLocalItem = LocalPlace & { readonly item: LocalItem };
export type LocalChangeRow = {
  readonly teamId: string | null;
  readonly itemCode: string;
  readonly item: StoredLocalItem | null;
  readonly isWithdrawn: boolean;
};

/** Every local change there ever was, oldest first: words of what was withdrawn are still needed by earlier editions. */
export async function loadLocalChanges(tx: Tx): Promise<LocalChangeRow[]> {
  const rows = await tx.localChange.findMany({ orderBy: [{ madeAt: "asc" }, { id: "asc" }] });
  return rows.map(({ teamId, itemCode, item, withdrawnAt }) => ({
    teamId,
    itemCode,
    item: item === null ? null : asStored<StoredLocalItem>(item),
    isWithdrawn: withdrawnAt !== null,
  }));
}

export type InForce = { readonly teamId: string | null; readonly editionId: string; readonly putAt: Date };

/** What holds for the organisation and for each team with changes of its own. One statement. */
export const loadInForce = (tx: Tx) => tx.$queryRaw<InForce[]>`
  select distinct on ("teamId") "teamId", "editionId", "putAt" from "EditionInForce" order by "teamId", "putAt" desc, id desc`;

/** The edition that enrolments of these teams begin with: the nearest team's with local changes, the organisation's, the content's. One statement. */
export async function loadEditionsFor(tx: Tx, teamIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ teamId: string; editionId: string }[]>`
    with held as (
      select distinct on ("teamId") "teamId", "editionId" from "EditionInForce" order by "teamId", "putAt" desc, id desc)
    select t.id as "teamId", coalesce(
      (select h."editionId" from "TeamAncestor" a join held h on h."teamId" = a."ancestorId" where a."teamId" = t.id order by a.depth limit 1),
      (select h."editionId" from held h where h."teamId" is null),
      (select id from "CurriculumEdition" where "baseId" is null order by "loadedAt" desc, id desc limit 1)) as "editionId"
      from unnest(${[...teamIds]}::uuid[]) as t(id)`;
  return new Map(rows.map(({ teamId, editionId }) => [teamId, editionId]));
}

export type ReaderEditions = {
  /** Of their enrolments. */
  readonly own: readonly { readonly roleGroup: RoleGroupCode | null; readonly editionId: string }[];
  /** Of the teams of theirs that have another one than the organisation. */
  readonly teams: readonly { readonly teamId: string; readonly editionId: string }[];
};

/** As many teams as somebody can have in mind. */
const MOST_TEAMS = 20;

/** The editions that concern a reader, by their enrolments and by the teams that they belong to, mentor or manage. Two statements. */
export async function loadReaderEditions(tx: Tx, actor: Actor): Promise<ReaderEditions> {
  const held = [
    ...actor.managedTeamIds,
    ...[...actor.mentorships, ...actor.appointments].flatMap(({ teamId }) => teamId ?? []),
  ];
  const [row] = await tx.$queryRaw<{ own: ReaderEditions["own"]; teamIds: string[] }[]>`
    select (select coalesce(json_agg(json_build_object('roleGroup', e."roleGroupCode", 'editionId', e."editionId")), '[]')
              from "Enrolment" e where e."personId" = ${actor.id}::uuid and e."endedOn" is null) as own,
      array(select t.id::text from "Team" t
             where exists (select 1 from "TeamAncestor" up join "LocalChange" c on c."teamId" = up."ancestorId" where up."teamId" = t.id)
               and (${actor.isAdmin}
                 or exists (select 1 from "TeamAncestor" a where a."teamId" = t.id and a."ancestorId" = any(${held}::uuid[])
                              and exists (select 1 from "LocalChange" c where c."teamId" = t.id))
                 or t.id = any(${held}::uuid[])
                 or exists (select 1 from "Membership" m where m."teamId" = t.id and m."personId" = ${actor.id}::uuid
                              and (m."toOn" is null or m."toOn" >= current_date)))
             order by t.code limit ${MOST_TEAMS}) as "teamIds"`;
  const { own = [], teamIds = [] } = row ?? {};
  const editions = await loadEditionsFor(tx, teamIds);
  return { own, teams: [...editions].map(([teamId, editionId]) => ({ teamId, editionId })) };
}

/** Each team with itself and the teams above it. One statement. */
export async function loadLines(tx: Tx, teamIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.teamAncestor.findMany({ where: { teamId: { in: [...teamIds] } } });
  const lines = Map.groupBy(rows, ({ teamId }) => teamId);
  return new Map([...lines].map(([teamId, above]) => [teamId, above.map(({ ancestorId }) => ancestorId)]));
}

import "server-only";
import type { Content } from "@/lib/content/schema";
import { db, type Tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import type { EditionRow } from "./curriculum";
import type { StoredWording, WordingRow } from "./words";

export type LatestIds = { readonly editionId: string; readonly wordingId: string };

/** The newest edition and wording, in one statement; null before any was loaded. */
export async function loadLatestIds(): Promise<LatestIds | null> {
  const [row] = await db().$queryRaw<{ editionId: string | null; wordingId: string | null }[]>`
    select (select id from "CurriculumEdition" order by "loadedAt" desc, id desc limit 1) as "editionId",
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

export type Published = {
  readonly edition: string | null;
  readonly wording: string | null;
  readonly newestEdition: string | null;
  readonly newestWording: string | null;
};

/** Which rows hold this content already, and which are the newest. */
export async function loadPublished(tx: Tx, { structureDigest, wordsDigest }: Content): Promise<Published> {
  const [row] = await tx.$queryRaw<[Published]>`
    select (select id from "CurriculumEdition" where digest = ${structureDigest}) as edition,
           (select id from "CurriculumWording" where digest = ${wordsDigest}) as wording,
           (select id from "CurriculumEdition" order by "loadedAt" desc, id desc limit 1) as "newestEdition",
           (select id from "CurriculumWording" order by "loadedAt" desc, id desc limit 1) as "newestWording"`;
  return row;
}

/** Plain data as the database takes it. */
export const toJson = (value: object): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

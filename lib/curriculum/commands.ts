import "server-only";
import type { Content, Wording } from "@/lib/content/schema";
import { accept } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { loadPublished, loadWording, type Published, toJson } from "./records";

/** Held by the one run that publishes: two starts at once take turns. */
const PUBLISHING = 7_301_001;

/**
 * Brings the content into the database: an edition where the structure is new, a wording where the words are.
 * What is there already stays as it is; content that came back becomes the newest again. Run by the start script, as nobody.
 */
export const publishCurriculum = (content: Content, now: Date) =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${PUBLISHING}::bigint)`;
    const found = await loadPublished(tx, content);
    const edition = await publishEdition(tx, content, found, now);
    const wording = await publishWording(tx, content, found, now);
    const isNew = { edition: edition !== found.newestEdition, wording: wording !== found.newestWording };
    if (isNew.edition || isNew.wording) {
      const body = { edition, editionDigest: content.structureDigest, wording, wordingDigest: content.wordsDigest };
      await recordEvent(tx, { action: "CurriculumPublished", actorId: "system", subjectId: edition, body });
    }
    return accept(isNew);
  });

/** The id of the edition that is now the newest. */
async function publishEdition(tx: Tx, content: Content, { edition, newestEdition }: Published, now: Date) {
  if (edition !== null) {
    if (edition !== newestEdition) {
      await tx.curriculumEdition.update({ where: { id: edition }, data: { loadedAt: now } });
    }
    return edition;
  }
  const id = newId(now);
  const data = { id, digest: content.structureDigest, structure: toJson(content.structure), loadedAt: now };
  await tx.curriculumEdition.create({ data });
  return id;
}

/** The id of the wording that is now the newest. */
async function publishWording(tx: Tx, content: Content, { wording, newestWording }: Published, now: Date) {
  if (wording !== null) {
    if (wording !== newestWording) {
      await tx.curriculumWording.update({ where: { id: wording }, data: { loadedAt: now } });
    }
    return wording;
  }
  const id = newId(now);
  const retired = await retiredWords(tx, content.words, newestWording);
  const data = { id, digest: content.wordsDigest, words: toJson({ ...content.words, retired }), loadedAt: now };
  await tx.curriculumWording.create({ data });
  return id;
}

/** Words of items that this content no longer has: enrolments on an earlier edition still need them. */
async function retiredWords(tx: Tx, words: Wording, before: string | null) {
  const row = before === null ? null : await loadWording(before, tx);
  const rest = <T>(old: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(old).filter(([code]) => !(code in now)));
  return {
    items: rest({ ...row?.words.retired?.items, ...row?.words.items }, words.items),
    parts: rest({ ...row?.words.retired?.parts, ...row?.words.parts }, words.parts),
  };
}

import "server-only";
import type { Content, Wording } from "@/lib/content/schema";
import type { EditionStructure } from "@/lib/domain/curriculum";
import { accept } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { composedFor, type LocalWords, localWords } from "./composing";
import type { EditionRow } from "./curriculum";
import {
  type LocalChangeRow,
  loadBase,
  loadInForce,
  loadLines,
  loadLocalChanges,
  loadNewestWording,
  loadPublished,
  loadWording,
  type Published,
  toJson,
} from "./records";

/** Held by the one run that publishes: two starts at once take turns. */
const PUBLISHING = 7_301_001;

/**
 * Brings the content into the database: an edition where the structure is new, a wording where the words are.
 * What is there already stays as it is; content that came back becomes the newest again. Run by the start script, as nobody.
 */
export const publishCurriculum = (content: Content, now: Date) =>
  inTransaction(async (tx) => {
    await lockPublishing(tx);
    const changes = await loadLocalChanges(tx);
    const worded = { ...content, wordsDigest: digestWith(content.wordsDigest, localWords(changes)) };
    const found = await loadPublished(tx, worded);
    const edition = await publishEdition(tx, content, found, now);
    const wording = await publishWording(tx, worded, { found, changes, contentDigest: content.wordsDigest }, now);
    const isNew = { edition: edition !== found.newestEdition, wording: wording !== found.newestWording };
    if (isNew.edition) await putIntoForce(tx, changes, now);
    if (isNew.edition || isNew.wording) {
      const body = { edition, editionDigest: content.structureDigest, wording, wordingDigest: worded.wordsDigest };
      await recordEvent(tx, { action: "CurriculumPublished", actorId: "system", subjectId: edition, body });
    }
    return accept(isNew);
  });

export const lockPublishing = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(${PUBLISHING}::bigint)`;

const digestWith = (contentDigest: string, local: LocalWords | null) =>
  local === null ? contentDigest : digestOf([contentDigest, local]);

/**
 * After a local change, in its transaction and under `lockPublishing`: the editions that it makes, and the words with its own.
 * Enrolments keep theirs until somebody is moved.
 */
export async function publishLocalChanges(tx: Tx, now: Date) {
  const changes = await loadLocalChanges(tx);
  await putIntoForce(tx, changes, now);
  const newest = await loadNewestWording(tx);
  const local = localWords(changes);
  if (!newest || local === null) return;
  const { retired, contentDigest = newest.digest, local: _, ...words } = newest.words;
  const digest = digestOf([contentDigest, local]);
  const known = await tx.curriculumWording.findUnique({ where: { digest }, select: { id: true } });
  const loadedAt = laterThan(newest.loadedAt, now);
  if (known) return tx.curriculumWording.update({ where: { id: known.id }, data: { loadedAt } });
  const stored = { ...words, ...(retired && { retired }), local, contentDigest };
  return tx.curriculumWording.create({ data: { id: newId(now), digest, words: toJson(stored), loadedAt } });
}

/** The latest holds, so it is later than what held before, whatever the clock says. */
const laterThan = (before: Date | undefined, now: Date) =>
  before && before >= now ? new Date(before.getTime() + 1) : now;

/** The organisation, and every team that ever changed anything: what holds there from now on, where it is another edition. */
async function putIntoForce(tx: Tx, changes: readonly LocalChangeRow[], now: Date) {
  const base = changes.length > 0 ? await loadBase(tx) : null;
  if (!base) return;
  const teamIds = [...new Set(changes.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])))];
  const [lines, before] = [await loadLines(tx, teamIds), await loadInForce(tx)];
  for (const teamId of [null, ...teamIds]) {
    const structure = composedFor(base.structure, changes, (teamId !== null && lines.get(teamId)) || []);
    const editionId = await composedEdition(tx, base, structure, now);
    const held = before.find((each) => each.teamId === teamId);
    if (held?.editionId === editionId) continue;
    const putAt = laterThan(held?.putAt, now);
    await tx.editionInForce.create({ data: { id: newId(now), teamId, editionId, putAt } });
  }
}

/** The edition of this structure: the content's own, one composed before, or a new one. */
async function composedEdition(tx: Tx, base: EditionRow, structure: EditionStructure, now: Date) {
  const digest = digestOf(structure);
  const known = await tx.curriculumEdition.findUnique({ where: { digest }, select: { id: true } });
  if (known) return known.id;
  const id = newId(now);
  await tx.curriculumEdition.create({
    data: { id, digest, structure: toJson(structure), loadedAt: now, baseId: base.id },
  });
  return id;
}

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

type Known = {
  readonly found: Published;
  readonly changes: readonly LocalChangeRow[];
  readonly contentDigest: string;
};

/** The id of the wording that is now the newest. */
async function publishWording(tx: Tx, content: Content, { found, changes, contentDigest }: Known, now: Date) {
  const { wording, newestWording } = found;
  if (wording !== null) {
    if (wording !== newestWording) {
      await tx.curriculumWording.update({ where: { id: wording }, data: { loadedAt: now } });
    }
    return wording;
  }
  const id = newId(now);
  const retired = await retiredWords(tx, content.words, newestWording);
  const local = localWords(changes);
  const words = { ...content.words, retired, ...(local && { local, contentDigest }) };
  await tx.curriculumWording.create({ data: { id, digest: content.wordsDigest, words: toJson(words), loadedAt: now } });
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

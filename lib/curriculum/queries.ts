import "server-only";
import type { Wording } from "@/lib/content/schema";
import type { Actor } from "@/lib/domain/access";
import { type Addition, compose } from "@/lib/domain/local-curriculum";
import { db, type Tx } from "@/lib/platform/db";
import type { Locale } from "@/lib/platform/format";
import { additionsIn } from "./composing";
import { curriculumOf } from "./curriculum";
import { memory, remembered } from "./memory";
import {
  findWordingId,
  loadEdition,
  loadEditionsFor,
  loadLatestIds,
  loadLocalChanges,
  loadReaderEditions,
  loadWording,
} from "./records";
import type { Curriculum, CurriculumWords, SearchGroup } from "./schema";
import { joined, searchIn, searchIndex } from "./search";
import { wordsOf } from "./words";

/** The curriculum is for everyone who is signed in: only the search asks who. Almost always these reads cost no statement. */

/** How long a process may go on without noticing newly published words, in milliseconds. */
const NOTICED_WITHIN = 2000;

/** One edition, or null where there is none of this id. */
export const findEdition = (id: string): Promise<Curriculum | null> =>
  remembered(memory().editions, id, async () => {
    const row = await loadEdition(id);
    return row && curriculumOf(row);
  });

/** The edition of an enrolment. @throws where it does not exist: enrolments keep theirs from being deleted. */
export async function curriculumFor(editionId: string): Promise<Curriculum> {
  const edition = await findEdition(editionId);
  if (!edition) throw new Error(`There is no curriculum edition ${editionId}`);
  return edition;
}

/** The edition that new enrolments are measured against. @throws before any content was loaded. */
export const latestEdition = async (): Promise<Curriculum> => curriculumFor((await latestIds()).editionId);

/** The edition that enrolments of a team begin with: the content's, with the local changes that reach the team. One statement. */
export async function editionInForce(teamId: string): Promise<Curriculum> {
  const editionId = (await editionsInForce([teamId])).get(teamId);
  return editionId === undefined ? latestEdition() : curriculumFor(editionId);
}

/** No team has this id: what holds where no team changed anything. */
const NO_TEAM = "00000000-0000-0000-0000-000000000000";

/** The edition of the organisation as a whole. One statement. */
export const organisationEdition = (): Promise<Curriculum> => editionInForce(NO_TEAM);

/** Of the team that an address names, else of the organisation. One statement. */
export const editionAsked = (teamId: string | null): Promise<Curriculum> => editionInForce(teamId ?? NO_TEAM);

/** The ids of the editions in force for some teams. One statement; within a transaction it is given. */
export const editionsInForce = (teamIds: readonly string[], tx: Tx = db()): Promise<ReadonlyMap<string, string>> =>
  loadEditionsFor(tx, teamIds);

/** The words of today in one language, for every edition. */
export async function curriculumWords(locale: Locale): Promise<CurriculumWords> {
  return (await latestWording())[locale];
}

/** The words of today in both languages, and their digest: what a sign-off keeps. */
export async function findWording(): Promise<{ readonly digest: string; readonly words: Wording }> {
  const { digest, words } = await latestWording();
  return { digest, words };
}

/**
 * Everything in the reader's curriculum that holds every word of the query, in either language: of a role group in which they are
 * enrolled the edition that measures them, else the organisation's, and what the teams of theirs added. Two statements.
 */
export async function searchCurriculum(actor: Actor, query: string, locale: Locale): Promise<SearchGroup[]> {
  const { own, teams } = await loadReaderEditions(db(), actor);
  const [organisation, wording] = await Promise.all([organisationEdition(), latestWording()]);
  const indexFor = async (editionId: string) => indexOf(await curriculumFor(editionId), wording);
  const mine = await Promise.all(
    own.map(async ({ editionId, ...of }) => ({ ...of, index: await indexFor(editionId) })),
  );
  const added = await Promise.all(
    teams.map(async ({ editionId, teamId }) => ({ teamId, index: await indexFor(editionId) })),
  );
  return searchIn(joined(indexOf(organisation, wording), mine, added), query, locale);
}

function indexOf(curriculum: Curriculum, wording: Worded) {
  const { indexes } = memory();
  const key = `${curriculum.editionId} ${wording.id}`;
  const index = indexes.get(key) ?? searchIndex(curriculum, wording.ja, wording.en);
  indexes.set(key, index);
  return index;
}
type Worded = { readonly id: string; readonly ja: CurriculumWords; readonly en: CurriculumWords };

/** Everything that anybody ever added, taken back or not: somebody may still be measured by it. The words are new whenever it is more. */
export async function everAdded(): Promise<readonly Addition[]> {
  const { wordingId } = await latestIds();
  const ask = async () => additionsIn(await loadLocalChanges(db()));
  return (await remembered(memory().additions, wordingId, ask)) ?? [];
}

/** The content's newest edition with what anybody added and nobody took back, nothing left out: whatever can be named. One statement. */
export async function widestEdition(): Promise<Curriculum> {
  const [base, changes] = await Promise.all([latestEdition(), loadLocalChanges(db())]);
  const additions = additionsIn(changes.filter(({ isWithdrawn }) => !isWithdrawn));
  const structure = compose(base.structure, { additions, exempted: [] });
  return curriculumOf({ id: base.editionId, digest: base.digest, structure });
}

/** The words of the revision with this digest, as they were; today's where there is no such revision. */
export async function wordsAsTheyWere(digest: string, locale: Locale): Promise<CurriculumWords> {
  const today = await latestWording();
  if (today.digest === digest) return today[locale];
  const id = await findWordingId(digest);
  const wording = id === null ? null : await wordingOf(id);
  return (wording ?? today)[locale];
}

const wordingOf = (id: string) =>
  remembered(memory().wordings, id, async () => {
    const row = await loadWording(id);
    return row && { ...row, ja: wordsOf(row, "ja"), en: wordsOf(row, "en") };
  });

async function latestWording() {
  const { wordingId } = await latestIds();
  const wording = await wordingOf(wordingId);
  if (!wording) throw new Error(`There is no curriculum wording ${wordingId}`);
  return wording;
}

/**
 * What is known is answered at once and asked again beside it: whoever asks within a transaction must not wait for a second
 * connection while others, who hold the rest of them, wait for its lock.
 */
async function latestIds() {
  const known = memory().latest;
  const isFresh = known !== null && performance.now() - known.askedAt <= NOTICED_WITHIN;
  const asked = isFresh ? known.ids : askForLatest();
  const ids = await (known?.ids ?? asked);
  if (!ids) throw new Error("No curriculum is loaded: start the product with npm start.");
  return ids;
}

/** The answer before stands until this one is there. */
function askForLatest() {
  const { latest: before } = memory();
  const ids = loadLatestIds();
  const isFirst = before === null;
  const asked = { ids: isFirst ? ids : before.ids, askedAt: performance.now() };
  memory().latest = asked;
  ids.then(
    (found) => {
      if (memory().latest === asked) memory().latest = found ? { ...asked, ids } : null;
    },
    () => isFirst && forgetLatest(),
  );
  return ids;
}

/** What was just published is seen at the next question. */
export const forgetLatest = () => {
  memory().latest = null;
};

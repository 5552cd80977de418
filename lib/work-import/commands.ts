import "server-only";
import type { Caller } from "@/lib/domain/access";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { countWork, type WorkCounts } from "@/lib/domain/work-plan";
import { worksIn } from "@/lib/domain/work-source";
import { recordEvents } from "@/lib/platform/audit";
import { db, inTransaction, lockPeople, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { eraseFile, loadFile, putFile } from "@/lib/platform/kept-file";
import { decodeFile, type UnreadableFile } from "@/lib/platform/text-file";
import { verifyLot } from "@/lib/reviews/commands";
import { loadNamed, loadSource, namedPeople } from "@/lib/work-source/facts";
import { badLinesKey } from "./bad-lines";
import { fileKeyOf, findWorkGround, loadLot, planFile, writeImport } from "./records";
import { type LotVerification, WORK_FILE_BYTES, type WorkRequest, type WorkSourceKey, type WorkUpload } from "./schema";

export type WorkRefusal =
  | UnreadableFile
  | { readonly code: "NotFound" }
  | { readonly code: "FileTooLarge" }
  | { readonly code: "NothingToImport" }
  | { readonly code: "ImportFileChanged" }
  | { readonly code: "WorkNotClean"; readonly count: number }
  | { readonly code: "BadLinesChanged" }
  | { readonly code: "WorkAlreadyImported" }
  | { readonly code: "WorkImportedMeanwhile" };
type WorkDecision<T> = Decision<T, WorkRefusal>;

/** What an upload form sends. */
export const keepWorkUpload = async ({ sourceId, file }: WorkUpload, caller: Caller) =>
  keepWorkFile({ sourceId, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, caller);

type Upload = { readonly sourceId: string; readonly fileName: string; readonly bytes: Uint8Array };

/** Keeps the file until it is imported, replaced or discarded; it leaves no fact yet. */
export async function keepWorkFile({ sourceId, fileName, bytes }: Upload, { actor, now }: Caller) {
  if (bytes.byteLength > WORK_FILE_BYTES) return refuse({ code: "FileTooLarge" });
  const decoded = decodeFile(bytes);
  return inTransaction<WorkDecision<WorkSourceKey>>(async (tx) => {
    const source = await loadSource(tx, sourceId);
    if (!source || !worksIn(actor, source.team)) return refuse({ code: "NotFound" });
    if (!decoded.ok) return decoded;
    const { text, encoding } = decoded.value;
    await putFile(tx, actor.id, fileKeyOf(sourceId), { values: { fileName, text }, now });
    const body = { sourceId, bytes: bytes.byteLength, encoding };
    await recordEvents(tx, [{ action: "WorkFileKept", actorId: actor.id, subjectId: actor.id, body }]);
    return accept({ sourceId });
  });
}

type Imported = { readonly sourceId: string; readonly importId: string; readonly counts: WorkCounts };

/**
 * The whole file, or all of it but the bad lines that the person has seen and leaves out: decided again on what stands now, with the
 * people named in it locked, and written in one transaction.
 */
export async function importWork({ sourceId, seen, leaveOut }: WorkRequest, caller: Caller) {
  const { actor, now } = caller;
  const known = await loadSource(db(), sourceId);
  if (!known || !worksIn(actor, known.team)) return refuse({ code: "NotFound" });
  const ground = await findWorkGround(await loadNamed(db(), known), known.team.timeZone, now);
  const work = async (tx: Tx): Promise<WorkDecision<Imported>> => {
    const source = (await loadSource(tx, sourceId, true)) ?? known;
    const file = await loadFile(tx, actor.id, fileKeyOf(sourceId), true);
    if (!file) return refuse({ code: "NothingToImport" });
    if (file.seen !== seen) return refuse({ code: "ImportFileChanged" });
    await lockPeople(tx, namedPeople(source));
    const enrolments = await loadNamed(tx, source);
    const plan = await planFile(tx, source, file, { enrolments, ground, caller });
    const counts = countWork(plan.lines);
    const refusal = planRefusal(plan, counts, leaveOut);
    if (refusal) return refuse(refusal);

    const writing = { importId: newId(now), source, file, plan };
    const events = await writeImport(tx, writing, caller);
    await eraseFile(tx, actor.id, fileKeyOf(sourceId));
    const { importId } = writing;
    const body = { sourceId, ...counts, digest: seen };
    const last = { action: "WorkFileImported" as const, actorId: actor.id, subjectId: importId, body };
    await recordEvents(tx, [...events, last]);
    return accept({ sourceId, importId, counts });
  };
  return inTransaction(work, { onDuplicate: () => refuse({ code: "WorkImportedMeanwhile" }), seconds: 300 });
}

type Planned = Awaited<ReturnType<typeof planFile>>;

function planRefusal({ problems, lines }: Planned, counts: WorkCounts, leaveOut: string | null): WorkRefusal | null {
  if (problems.length > 0) return { code: "WorkNotClean", count: problems.length };
  const key = badLinesKey(lines);
  if (key !== null && leaveOut === null) return { code: "WorkNotClean", count: counts.bad };
  if (key !== leaveOut) return { code: "BadLinesChanged" };
  return counts.new + counts.changed === 0 ? { code: "WorkAlreadyImported" } : null;
}

/** Forgets the file that waits. */
export const discardWorkFile = ({ sourceId }: WorkSourceKey, { actor }: Caller) =>
  inTransaction<WorkDecision<WorkSourceKey>>(async (tx) => {
    const { count } = await eraseFile(tx, actor.id, fileKeyOf(sourceId));
    if (count === 0) return refuse({ code: "NothingToImport" });
    const body = { sourceId };
    await recordEvents(tx, [{ action: "WorkFileDiscarded", actorId: actor.id, subjectId: actor.id, body }]);
    return accept({ sourceId });
  });

/**
 * Verifies what waits of an import for the chosen people, as it was imported: one transaction for each record, so that one that
 * changed meanwhile holds up none of the others. Each claim is decided by the same rule as in the queue.
 */
export async function verifyImported({ importId, people }: LotVerification, caller: Caller) {
  if (people.length === 0) return refuse({ code: "NothingChosen" });
  const records = await loadLot(db(), importId, people);
  if (records.length === 0) return accept({ importId, verified: 0, refused: [] });
  const decision = await verifyLot({ records }, caller);
  return decision.ok ? accept({ importId, ...decision.value }) : decision;
}

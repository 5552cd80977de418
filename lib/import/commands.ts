import "server-only";
import { writeMentorships } from "@/lib/appointments/commands";
import type { Caller } from "@/lib/domain/access";
import {
  actsOf,
  countLines,
  IMPORT_MAX_BYTES,
  type ImportCounts,
  type ImportKind,
  mayImport,
  type PlannedLine,
} from "@/lib/domain/csv-import";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { writeEnrolments } from "@/lib/enrolment/commands";
import { writePeople } from "@/lib/people/commands";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { eraseFile, loadFile, putFile } from "@/lib/platform/kept-file";
import { lockOrganisation } from "@/lib/platform/organisation";
import { decodeFile, type UnreadableFile } from "@/lib/platform/text-file";
import { writeRecognitions } from "@/lib/recognition/commands";
import { writeTeams } from "@/lib/team/commands";
import { planEnrolments } from "./kinds/enrolments";
import { planMentors } from "./kinds/mentors";
import { planPeople } from "./kinds/people";
import { planRecognitions } from "./kinds/recognitions";
import { planTeams } from "./kinds/teams";
import { readCsv } from "./read";
import { fileKeyOf, findGround, loadWorld, lockNamed } from "./records";
import type { ImportRow } from "./row";
import type { ImportDiscard, ImportRequest, ImportUpload } from "./schema";
import type { World } from "./world";

export type ImportRefusal =
  | UnreadableFile
  | { readonly code: "NotFound" }
  | { readonly code: "FileTooLarge" }
  | { readonly code: "NothingToImport" }
  | { readonly code: "ImportFileChanged" }
  | { readonly code: "ImportNotClean"; readonly count: number };
type ImportDecision<T> = Decision<T, ImportRefusal>;

/** What an upload form sends. */
export const keepUpload = async ({ kind, file }: ImportUpload, caller: Caller) =>
  keepFile({ kind, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, caller);

type Upload = { readonly kind: ImportKind; readonly fileName: string; readonly bytes: Uint8Array };

/** Keeps the file until it is imported, replaced or discarded; nothing else is written yet. */
export async function keepFile({ kind, fileName, bytes }: Upload, { actor, now }: Caller) {
  if (!mayImport(actor, kind)) return refuse({ code: "NotFound" });
  if (bytes.byteLength > IMPORT_MAX_BYTES) return refuse({ code: "FileTooLarge" });
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  return inTransaction<ImportDecision<{ kind: ImportKind }>>(async (tx) => {
    const { text, encoding } = decoded.value;
    await putFile(tx, actor.id, fileKeyOf(kind), { values: { fileName, text }, now });
    const body = { kind, bytes: bytes.byteLength, encoding };
    await recordEvent(tx, { action: "ImportFileKept", actorId: actor.id, subjectId: actor.id, body });
    return accept({ kind });
  });
}

type Imported = { readonly kind: ImportKind; readonly counts: ImportCounts };

/** The whole file or nothing: every line is decided again on what stands now, then all are written in one transaction. */
export async function importFile(
  { kind, seen }: ImportRequest,
  caller: Caller,
): Promise<ImportDecision<Imported> | Busy> {
  const { actor, now } = caller;
  if (!mayImport(actor, kind)) return refuse({ code: "NotFound" });
  const ground = await findGround(now);
  const work = async (tx: Tx): Promise<ImportDecision<Imported>> => {
    await lockOrganisation(tx);
    const file = await loadFile(tx, actor.id, fileKeyOf(kind), true);
    if (!file) return refuse({ code: "NothingToImport" });
    if (file.seen !== seen) return refuse({ code: "ImportFileChanged" });
    const { rows, problems } = readCsv(file.text, kind);
    if (problems.length > 0) return refuse({ code: "ImportNotClean", count: problems.length });

    await lockNamed(tx, rows);
    const lines = await WRITERS[kind](tx, rows, await loadWorld(tx, { rows, ground, now }), caller);
    const counts = countLines(lines);
    if (counts.bad > 0) return refuse({ code: "ImportNotClean", count: counts.bad });
    await eraseFile(tx, actor.id, fileKeyOf(kind));
    const body = { kind, new: counts.new, changed: counts.changed, unchanged: counts.unchanged, digest: seen };
    await recordEvent(tx, { action: "FileImported", actorId: actor.id, subjectId: actor.id, body });
    return accept({ kind, counts });
  };
  const onDuplicate = () => refuse({ code: "ImportNotClean", count: 1 });
  return inTransaction(work, { onDuplicate, seconds: 300 });
}
type Busy = { ok: false; refusal: { code: "Busy" } };

type Writer = (tx: Tx, rows: readonly ImportRow[], world: World, caller: Caller) => Promise<PlannedLine<unknown>[]>;

/** Plans the lines and, where every one is clean, writes them. */
const writer =
  <Act>(
    plan: (rows: readonly ImportRow[], world: World, caller: Caller) => PlannedLine<Act>[],
    write: (tx: Tx, acts: readonly Act[], at: Caller & { readonly world: World }) => Promise<unknown>,
  ): Writer =>
  async (tx, rows, world, caller) => {
    const lines = plan(rows, world, caller);
    if (countLines(lines).bad === 0) await write(tx, actsOf(lines), { ...caller, world });
    return lines;
  };

const WRITERS: Record<ImportKind, Writer> = {
  people: writer(planPeople, writePeople),
  teams: writer(planTeams, writeTeams),
  enrolments: writer(planEnrolments, (tx, acts, { world, ...caller }) =>
    writeEnrolments(tx, acts, { ...caller, policy: world.policy }),
  ),
  mentors: writer(planMentors, (tx, acts, caller) =>
    writeMentorships(
      tx,
      acts.map((act) => ({ ...act, onceKey: newId(caller.now) })),
      caller,
    ),
  ),
  recognitions: writer(planRecognitions, writeRecognitions),
};

export const discardFile = ({ kind }: ImportDiscard, { actor }: Caller) =>
  inTransaction<ImportDecision<{ kind: ImportKind }>>(async (tx) => {
    const { count } = await eraseFile(tx, actor.id, fileKeyOf(kind));
    if (count === 0) return refuse({ code: "NothingToImport" });
    const body = { kind };
    await recordEvent(tx, { action: "ImportFileDiscarded", actorId: actor.id, subjectId: actor.id, body });
    return accept({ kind });
  });

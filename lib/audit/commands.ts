import "server-only";
import { compareWithEvents, foundBy } from "@/lib/chronicle/queries";
import { type Caller, canReadAudit } from "@/lib/domain/access";
import { type Checkpoint, isCheckpointDue } from "@/lib/domain/checkpoint";
import { JOB_DONE, type JobOutcome } from "@/lib/domain/job";
import type { Digest } from "@/lib/domain/merkle";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import type { TrailFound } from "@/lib/domain/trail-alarm";
import { tellOfTrail } from "@/lib/notice/commands";
import { type AuditEvent, recordEvent } from "@/lib/platform/audit";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import type { Prisma } from "@/prisma/generated/client";
import { askForCopies } from "./facts";
import { base64, digestOfNote, openNote, signCheckpoint } from "./note";
import { type Proof, withProofs } from "./proof";
import { checkTrail, faultsOf, findPublicKey, type TrailReport } from "./queries";
import {
  type Head,
  hashesFrom,
  isKnownFaulty,
  loadFields,
  loadHash,
  loadHead,
  loadLastSound,
  loadProvable,
  lockCheckpoints,
} from "./records";
import type { ExportForm, VerificationForm } from "./schema";
import { aboutPerson, MOST_PROVED } from "./scope";
import type { Signer } from "./signing-key";
import { BLOCK, blocksAfter, type ReadHashes, rootOfRange } from "./tree";
import { appendBlocks, appendNote, lastNote, readBlocks, readKey, type Vault, vaultOfProcess } from "./vault";

export type CheckpointRefusal =
  | { readonly code: "NoSigningKey" }
  | { readonly code: "NothingToSign" }
  /** The trail is not the one that the last checkpoint was made for: the verification says what happened. */
  | { readonly code: "TrailDiverged"; readonly size: number };
export type Made = { readonly note: string; readonly checkpoint: Checkpoint; readonly isNew: boolean };
type Making = Decision<Made, CheckpointRefusal | { readonly code: "Busy" }>;

/** Signs how the trail stands now and keeps that outside of the database. Nothing new where no event came since the last one. */
export const makeCheckpoint = (now: Date, vault: Vault | null = vaultOfProcess()) =>
  inTransaction<Making>(
    async (tx) => {
      const signer = vault && (await readKey(vault));
      if (!vault || !signer) return refuse({ code: "NoSigningKey" });
      await lockCheckpoints(tx);
      const head = await loadHead(tx);
      if (head.size === 0) return refuse({ code: "NothingToSign" });
      const last = await loadLast(vault);
      return last === "unreadable" ? diverged(null) : await signHead(tx, { vault, signer, head, last, now });
    },
    { seconds: 300 },
  );

type Last = { readonly note: string; readonly checkpoint: Checkpoint };
type Signing = { vault: Vault; signer: Signer; head: Head; last: Last | null; now: Date };

const diverged = (last: Last | null) => refuse({ code: "TrailDiverged", size: last?.checkpoint.size ?? 0 });

async function signHead(tx: Tx, { vault, signer, head, last, now }: Signing): Promise<Making> {
  if (last && !(await continues(tx, last.checkpoint, head))) return diverged(last);
  if (last?.checkpoint.size === head.size) return accept({ ...last, isNew: false });
  const root = await rootNow(vault, last?.checkpoint ?? null, head.size, hashesFrom(tx));
  if (!root) return diverged(last);

  const times = [now.toISOString(), last?.checkpoint.at ?? ""].sort();
  const signed = { ...head, root: base64(root), at: times[1] ?? "", previous: last && digestOfNote(last.note) };
  const checkpoint = { origin: signer.verifier.name, ...signed };
  const note = signCheckpoint(checkpoint, signer);
  await appendNote(vault, note);
  return accept({ note, checkpoint, isNew: true });
}

type Verified = {
  id?: string;
  startedAt: Date;
  finishedAt: Date;
  requestedById: string | null;
  tables?: TrailFound["tables"];
};

/** For people to look at, on the auditor's page; who watches over the trail is told where it does not hold. */
async function insertVerification(tx: Tx, report: TrailReport, { tables = null, ...verified }: Verified) {
  const { events, own } = report;
  const found = { faults: faultsOf(report), tables };
  const { finishedAt: now, requestedById: byId } = verified;
  await tellOfTrail(tx, found, { since: await loadLastSound(tx), byId, now });
  const counts = { events, checkpoints: own?.checkpoints ?? 0, covered: own?.covered ?? 0 };
  const faults: Prisma.InputJsonArray = found.faults.map((fault) => ({ ...fault }));
  const data = { id: newId(verified.startedAt), ...counts, ...verified, differing: tables?.differing ?? null, faults };
  await tx.trailVerification.create({ data });
}

/** What was found without anybody asking through the app. */
export const keepVerification = (report: TrailReport, verified: Omit<Verified, "requestedById">) =>
  inTransaction<Decision<null, { readonly code: "Busy" }>>(async (tx) => {
    await insertVerification(tx, report, { ...verified, requestedById: null });
    return accept(null);
  });

type VerifyRefusal = { readonly code: "NotFound" } | { readonly code: "Busy" };

/** The whole trail now, asked for by somebody: kept for the page, and an event of its own. The form's key is its id. */
export async function verifyTrail({ onceKey: id }: VerificationForm, { actor, now }: Caller, clock = () => new Date()) {
  if (!canReadAudit(actor)) return refuse({ code: "NotFound" }) satisfies Decision<never, VerifyRefusal>;
  const done = accept({ verificationId: id });
  if ((await db().trailVerification.count({ where: { id } })) > 0) return done;
  const report = await checkTrail();
  return inTransaction<Decision<{ verificationId: string }, VerifyRefusal>>(
    async (tx) => {
      await insertVerification(tx, report, { id, startedAt: now, finishedAt: clock(), requestedById: actor.id });
      const body = { verificationId: id, events: report.events, faults: faultsOf(report).length };
      await recordEvent(tx, { action: "TrailVerified", actorId: actor.id, subjectId: actor.id, body });
      return done;
    },
    { onDuplicate: () => done },
  );
}

/** The event of an export, then a checkpoint that covers it: up to there it goes. */
export async function beginExport({ format, ...asked }: ExportForm, { actor, now }: Caller, vault = vaultOfProcess()) {
  if (!canReadAudit(actor)) return refuse({ code: "NotFound" });
  const { q, action, from, to, number } = asked;
  const body = { format, isNamed: q !== null, action, from, to, number };
  const event = { action: "TrailExported", actorId: actor.id, subjectId: actor.id, body } as const;
  const recorded = await recordAlone(event);
  if (!recorded.ok) return recorded;
  const made = await makeCheckpoint(now, vault);
  const publicKey = await findPublicKey(vault);
  const signed = made.ok ? { note: made.value.note, size: made.value.checkpoint.size } : null;
  return accept({ publicKey, ...(signed ?? { note: null, size: (await loadHead(db())).size }) });
}

const recordAlone = (event: AuditEvent) =>
  inTransaction<Decision<null, { readonly code: "Busy" }>>(async (tx) => {
    await recordEvent(tx, event);
    return accept(null);
  });

type ProofRefusal = CheckpointRefusal | { readonly code: "NotFound" } | { readonly code: "Busy" };

/** Everything that the trail has about a person, with the proof of it, to be verified elsewhere. */
export async function takeProof(
  { personId }: { personId: string },
  { actor, now }: Caller,
  vault = vaultOfProcess(),
): Promise<Decision<Proof, ProofRefusal>> {
  if (!(await loadProvable(db(), actor, personId, now))) return refuse({ code: "NotFound" });
  const recorded = await recordAlone({ action: "ProofTaken", actorId: actor.id, subjectId: personId, body: {} });
  if (!recorded.ok) return recorded;
  const made = await makeCheckpoint(now, vault);
  if (!made.ok || !vault) return made.ok ? refuse({ code: "NoSigningKey" }) : made;

  const { note, checkpoint } = made.value;
  const events = await loadFields(db(), aboutPerson(personId, checkpoint.size), 0, MOST_PROVED);
  const blocks = (await readBlocks(vault)).slice(0, Math.floor(checkpoint.size / BLOCK));
  const proved = await withProofs(events, { size: checkpoint.size, blocks, read: hashesFrom(db()) });
  const publicKey = await findPublicKey(vault);
  if (!proved || !publicKey) return refuse({ code: "TrailDiverged", size: checkpoint.size });
  const head = { format: "sodate-proof/1", person: personId, takenAt: now.toISOString() } as const;
  return accept({ ...head, publicKey, checkpoint: note, events: proved });
}

/** For the clock: the whole trail, the tables against it, and what was found. */
export async function verifyByClock(clock: () => Date): Promise<JobOutcome> {
  const startedAt = clock();
  const report = await checkTrail();
  const tables = foundBy(await compareWithEvents());
  const kept = await keepVerification(report, { startedAt, finishedAt: clock(), tables });
  const faults = faultsOf(report).length;
  const { differing } = tables;
  if (faults + differing > 0) log.error({ event: "TrailFaulty", faults, differing });
  return kept.ok ? JOB_DONE : refuse({ code: "Fault" });
}

/** For the clock: a checkpoint where one is due, and copies of the last one, whoever asked for it. A trail that is another one is looked at as a whole, once. */
export async function checkpointByClock(clock: () => Date, vault = vaultOfProcess()): Promise<JobOutcome> {
  const made = await checkpointWhenDue(clock(), vault);
  if (vault) await askForCopies(vault, clock());
  if (!made || made.ok) return JOB_DONE;
  log.error({ event: "CheckpointRefused", code: made.refusal.code });
  if (made.refusal.code !== "TrailDiverged") return JOB_DONE;
  return (await isKnownFaulty(db())) ? JOB_DONE : await verifyByClock(clock);
}

export async function checkpointWhenDue(now: Date, vault: Vault | null = vaultOfProcess()): Promise<Making | null> {
  const last = vault && (await loadLast(vault));
  const { size } = await loadHead(db());
  const due = last === "unreadable" || isCheckpointDue(last?.checkpoint ?? null, size, now);
  return due ? await makeCheckpoint(now, vault) : null;
}

/** `unreadable` where the file ends in something that is no checkpoint. */
async function loadLast(vault: Vault): Promise<Last | "unreadable" | null> {
  const note = await lastNote(vault);
  if (note === null) return null;
  const opened = openNote(note, null);
  return opened ? { note, checkpoint: opened.checkpoint } : "unreadable";
}

const continues = async (tx: Tx, last: Checkpoint, { size }: Head) =>
  size >= last.size && (await loadHash(tx, last.size)) === last.head;

/** The root at the new size, if the same blocks also lead to the root that was signed last. */
async function rootNow(vault: Vault, last: Checkpoint | null, size: number, read: ReadHashes): Promise<Digest | null> {
  const kept = (await readBlocks(vault)).slice(0, Math.floor((last?.size ?? 0) / BLOCK));
  const fresh = await blocksAfter(kept.length, size, read);
  if (!fresh) return null;
  const blocks = [...kept, ...fresh];
  const before = last && (await rootOfRange({ from: 0, to: last.size }, blocks, read));
  if (last && (!before || base64(before) !== last.root)) return null;
  await appendBlocks(vault, kept.length, fresh);
  return await rootOfRange({ from: 0, to: size }, blocks, read);
}

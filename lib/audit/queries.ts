import "server-only";
import { Readable } from "node:stream";
import { type Actor, canReadAudit } from "@/lib/domain/access";
import {
  entryOf,
  idsIn,
  type KeptVerification,
  type NamedPerson,
  type NamesFound,
  type ProofReference,
  type TrailStanding,
  type WholeEvent,
} from "@/lib/domain/audit-entry";
import type { TrailFault } from "@/lib/domain/trail-fault";
import { peopleNamed } from "@/lib/people/scope";
import { db } from "@/lib/platform/db";
import type { Locale } from "@/lib/platform/format";
import { Prisma } from "@/prisma/generated/client";
import { type ExportHead, writerOf } from "./export";
import { openNote } from "./note";
import {
  hashesFrom,
  loadChainFault,
  loadEvent,
  loadEvents,
  loadFields,
  loadHead,
  loadLength,
  loadMeant,
  loadNames,
  loadVerifications,
} from "./records";
import { type AuditFilter, type ExportForm, trailFaults } from "./schema";
import { fitting, MOST_MEANT } from "./scope";
import { readVerifier } from "./signing-key";
import { checkpointsFile, lastNote, readKey, streamNotes, type Vault, vaultOfProcess } from "./vault";
import { checkFile, type FileReport } from "./verification";

export type TrailReport = {
  readonly events: number;
  readonly chain: TrailFault | null;
  readonly own: FileReport | null;
  readonly copies: readonly FileReport[];
};

type Asked = {
  readonly vault?: Vault | null;
  /** Files with checkpoints that were kept elsewhere. */
  readonly copies?: readonly string[];
  /** The public key as it was noted elsewhere, instead of the one of the key file. */
  readonly key?: string | undefined;
};

const AN_HOUR = 3_600_000;

/** The chain by itself, every checkpoint against it, and every copy: all of one moment. */
export const checkTrail = ({ vault = vaultOfProcess(), copies = [], key }: Asked = {}): Promise<TrailReport> =>
  db().$transaction(
    async (tx) => {
      const events = await loadLength(tx);
      const verifier = key ? readVerifier(key) : ((vault && (await readKey(vault)))?.verifier ?? null);
      const trail = { verifier, events, read: hashesFrom(tx) };
      const known = new Set<string>();
      const own = vault && (await checkFile({ file: checkpointsFile(vault), ...trail }, (digest) => known.add(digest)));
      const reports: FileReport[] = [];
      for (const file of copies) reports.push(await checkFile({ file, ...trail, known }, () => {}));
      return { events, chain: await loadChainFault(tx), own, copies: reports };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, timeout: AN_HOUR, maxWait: 10_000 },
  );

export const faultsOf = ({ chain, own, copies }: TrailReport): readonly TrailFault[] => [
  ...(chain ? [chain] : []),
  ...(own?.faults ?? []),
  ...copies.flatMap(({ faults }) => faults),
];

/** A database from before the first start of this version has none. */
export async function hasTrail(): Promise<boolean> {
  const [row] = await db().$queryRaw<{ there: boolean }[]>`select to_regproc('audit.verify') is not null as there`;
  return row?.there ?? false;
}

/** What a verifier needs besides the checkpoints, to be noted elsewhere. */
export const findPublicKey = async (vault: Vault | null = vaultOfProcess()): Promise<string | null> =>
  (vault && (await readKey(vault)))?.verifier.text ?? null;

/** The last signed checkpoint: what a printed record names, so that its events can be proved later. Null while there is none. */
export async function findProofReference(vault: Vault | null = vaultOfProcess()): Promise<ProofReference | null> {
  const [note, signer] = vault ? await Promise.all([lastNote(vault), readKey(vault)]) : [null, null];
  const opened = note && signer ? openNote(note, signer.verifier) : null;
  if (!opened?.isSigned || !signer) return null;
  const { size, root, head, at } = opened.checkpoint;
  return { size, root, head, checkpointedAt: new Date(at), keyId: signer.verifier.keyId };
}

/** The checkpoints as they stand in their file; null for who may not have them, and where there are none. */
export function findCheckpointsFile(actor: Actor, vault: Vault | null = vaultOfProcess()): ReadableStream | null {
  return canReadAudit(actor) && vault ? streamNotes(vault) : null;
}

export const EVENTS_A_PAGE = 50;

/** Events that fit, the latest first, fifty a page by number; null for who may not search. Three statements at most. */
export async function listEvents(actor: Actor, filter: AuditFilter) {
  if (!canReadAudit(actor)) return null;
  const meant = filter.q === null ? null : await loadMeant(db(), peopleNamed(filter.q), MOST_MEANT);
  const rows = await loadEvents(db(), fitting(filter, meant), EVENTS_A_PAGE + 1);
  const page = rows.slice(0, EVENTS_A_PAGE);
  const names = await loadNames(db(), [...idsIn(page), ...(meant ?? []).slice(0, 1)]);
  const entries = page.map((row) => entryOf(row, names));
  const older = rows.length > page.length ? (entries.at(-1)?.seq ?? null) : null;
  return { entries, older, person: onlyOne(meant, names) };
}

/** Where a search means one person, that one: their proof can be taken. */
function onlyOne(meant: readonly string[] | null, { people }: NamesFound): NamedPerson | null {
  const [id] = meant?.length === 1 ? meant : [];
  const named = id ? people.get(id) : undefined;
  return id && named ? { id, ...named } : null;
}

/** One event as it was written; null where there is none, or it is not for the actor. */
export async function findEvent(actor: Actor, seq: number): Promise<WholeEvent | null> {
  const row = canReadAudit(actor) ? await loadEvent(db(), seq) : null;
  if (!row) return null;
  const names = await loadNames(db(), idsIn([row]));
  const { actor: actorId, subject: subjectId, body, atText, prevHash } = row;
  const reference = await findProofReference();
  return {
    ...entryOf(row, names),
    ...{ actorId, subjectId, body, atText, prevHash },
    isCovered: reference !== null && reference.size >= seq,
  };
}

const VERIFICATIONS_SHOWN = 10;

/** What is known about the trail as a whole; null for who may not ask. */
export async function findTrailStanding(actor: Actor): Promise<TrailStanding | null> {
  if (!canReadAudit(actor)) return null;
  const [{ size: events }, verifications, reference, publicKey] = await Promise.all([
    loadHead(db()),
    loadVerifications(db(), VERIFICATIONS_SHOWN),
    findProofReference(),
    findPublicKey(),
  ]);
  const names = await loadNames(
    db(),
    verifications.flatMap(({ requestedById }) => requestedById ?? []),
  );
  return { events, reference, publicKey, verifications: verifications.map((row) => verificationOf(row, names)) };
}

type VerificationRow = Awaited<ReturnType<typeof loadVerifications>>[number];
const verificationOf = (row: VerificationRow, { people }: NamesFound): KeptVerification => {
  const { id, finishedAt, events, checkpoints, faults, differing, requestedById: by } = row;
  const kept = { id, finishedAt, events: Number(events), checkpoints, differing, faults: trailFaults.parse(faults) };
  return { ...kept, by: by === null ? null : (people.get(by) ?? { name: by, latinName: by }) };
};

const EXPORTED_AT_ONCE = 1000;

type Begun = ExportHead & { readonly size: number };

/** An export as it is sent: the checkpoint that was made before it, then the events up to there, a thousand at a time. */
export const exportedFile = (form: ExportForm, begun: Begun, locale: Locale): ReadableStream =>
  Readable.toWeb(Readable.from(exportedPieces(form, begun, locale))) as ReadableStream;

async function* exportedPieces(form: ExportForm, { size, ...head }: Begun, locale: Locale): AsyncGenerator<Buffer> {
  const writer = writerOf(form.format, locale);
  const meant = form.q === null ? null : await loadMeant(db(), peopleNamed(form.q), MOST_MEANT);
  const where = fitting({ ...form, before: size + 1 }, meant);
  yield Buffer.from(writer.head(head));
  for (let after = 0; ; ) {
    const events = await loadFields(db(), where, after, EXPORTED_AT_ONCE);
    const names = await loadNames(db(), form.format === "csv" ? idsIn(events) : []);
    if (events.length > 0) yield Buffer.from(events.map((event) => writer.line(event, names)).join(""));
    if (events.length < EXPORTED_AT_ONCE) return;
    after = events.at(-1)?.seq ?? size;
  }
}

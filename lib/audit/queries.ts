import "server-only";
import type { TrailFault } from "@/lib/domain/trail-fault";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { openNote } from "./note";
import { hashesFrom, loadChainFault, loadHead } from "./records";
import { readVerifier } from "./signing-key";
import { checkpointsFile, lastNote, readKey, type Vault, vaultOfProcess } from "./vault";
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
      const { size: events } = await loadHead(tx);
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

export type ProofReference = {
  readonly size: number;
  /** In base64, as the checkpoint writes them. */
  readonly root: string;
  readonly head: string;
  readonly checkpointedAt: Date;
  readonly keyId: string;
};

/** The last signed checkpoint: what a printed record names, so that its events can be proved later. Null while there is none. */
export async function findProofReference(vault: Vault | null = vaultOfProcess()): Promise<ProofReference | null> {
  const [note, signer] = vault ? await Promise.all([lastNote(vault), readKey(vault)]) : [null, null];
  const opened = note && signer ? openNote(note, signer.verifier) : null;
  if (!opened?.isSigned || !signer) return null;
  const { size, root, head, at } = opened.checkpoint;
  return { size, root, head, checkpointedAt: new Date(at), keyId: signer.verifier.keyId };
}

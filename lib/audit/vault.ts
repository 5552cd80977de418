import "server-only";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Digest } from "@/lib/domain/merkle";
import { env } from "@/lib/platform/env";
import { readSigner, type Signer } from "./signing-key";

/** Where the trail's key and checkpoints are: files, outside of the database that they speak about. */
export type Vault = { readonly keyFile: string; readonly folder: string };

/** One server may hold the demo's database too, with a trail of its own. */
const databaseName = (url: string) => new URL(url).pathname.slice(1);

/** Null where no data folder was named: a process that the start script did not start. */
export function vaultOfProcess(): Vault | null {
  const { DATABASE_URL, SODATE_DATA, SODATE_CHECKPOINTS, SODATE_AUDIT_KEY } = env();
  if (!SODATE_DATA) return null;
  const folder = join(SODATE_CHECKPOINTS || join(SODATE_DATA, "audit"), databaseName(DATABASE_URL));
  const keyFile = SODATE_AUDIT_KEY || join(SODATE_DATA, "audit", databaseName(DATABASE_URL), "signing-key");
  return { keyFile, folder };
}

export const checkpointsFile = ({ folder }: Vault) => join(folder, "checkpoints");
const blocksFile = ({ folder }: Vault) => join(folder, "blocks");

export const readKey = async ({ keyFile }: Vault): Promise<Signer | null> =>
  existsSync(keyFile) ? readSigner(await readFile(keyFile, "utf8")) : null;

/** Written to the disk before it is believed. */
async function append(file: string, bytes: string | Uint8Array) {
  const handle = await open(file, "a", 0o644);
  try {
    await handle.appendFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Notes stand one after the other, an empty line between them. */
export async function appendNote(vault: Vault, note: string) {
  await mkdir(vault.folder, { recursive: true });
  await append(checkpointsFile(vault), `${note}\n`);
}

/** Every note of a file in its order, whatever it holds; one at a time in memory. */
export async function* notesIn(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) return;
  let lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: 0 })) {
    if (line !== "" || !lines.includes("")) lines.push(line);
    else {
      yield `${lines.join("\n")}\n`;
      lines = [];
    }
  }
  if (lines.some((line) => line !== "")) yield `${lines.join("\n")}\n`;
}

/** The file as it is; null where there is none. */
export function streamNotes(vault: Vault): ReadableStream | null {
  const file = checkpointsFile(vault);
  return existsSync(file) ? (Readable.toWeb(createReadStream(file)) as ReadableStream) : null;
}

/** More than a note is long. */
const TAIL = 4096;

/** The last note; its file may be long. */
export async function lastNote(vault: Vault): Promise<string | null> {
  const file = checkpointsFile(vault);
  if (!existsSync(file)) return null;
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - TAIL);
    const { buffer } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
    const [text, signatures] = buffer.toString("utf8").trimEnd().split("\n\n").slice(-2);
    return size === 0 ? null : `${text}\n\n${signatures}\n`;
  } finally {
    await handle.close();
  }
}

const HASH_BYTES = 32;

/** Roots of complete blocks of events, one after the other: what a checkpoint need not compute again. */
export async function readBlocks(vault: Vault): Promise<Digest[]> {
  const file = blocksFile(vault);
  if (!existsSync(file)) return [];
  const bytes = await readFile(file);
  const count = Math.floor(bytes.length / HASH_BYTES);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
}

/** Those after the ones that are there; what a crash left of half a root is cut off first. */
export async function appendBlocks(vault: Vault, known: number, roots: readonly Digest[]) {
  if (roots.length === 0) return;
  await mkdir(vault.folder, { recursive: true });
  const handle = await open(blocksFile(vault), "a", 0o644);
  try {
    await handle.truncate(known * HASH_BYTES);
    await handle.appendFile(Buffer.concat(roots));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

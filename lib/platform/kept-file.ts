import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Tx } from "./db";

/** A file between its preview and its import: a draft of whoever sent it, one for each key, at most 14 days. */
const keptFile = z.object({ fileName: z.string(), text: z.string() });
export type KeptFile = z.output<typeof keptFile> & { readonly keptAt: Date; readonly seen: string };

export const digestOf = (text: string) => createHash("sha256").update(text).digest("base64url");

/** Locked where it is about to be imported. */
export async function loadFile(tx: Tx, personId: string, formKey: string, lock = false): Promise<KeptFile | null> {
  if (lock) {
    await tx.$queryRaw`
      select 1 from "Draft" where "personId" = ${personId}::uuid and "formKey" = ${formKey} for update`;
  }
  const row = await tx.draft.findUnique({ where: { personId_formKey: { personId, formKey } } });
  const parsed = keptFile.safeParse(row?.values);
  if (!row || !parsed.success) return null;
  return { ...parsed.data, keptAt: row.savedAt, seen: digestOf(parsed.data.text) };
}

type PutFile = { readonly values: z.output<typeof keptFile>; readonly now: Date };

export async function putFile(tx: Tx, personId: string, formKey: string, { values, now }: PutFile) {
  const key = { personId, formKey };
  const row = { values: { ...values, fileName: values.fileName.slice(0, 200) }, savedAt: now };
  await tx.draft.upsert({ where: { personId_formKey: key }, create: { ...key, ...row }, update: row });
}

export const eraseFile = (tx: Tx, personId: string, formKey: string) =>
  tx.draft.deleteMany({ where: { personId, formKey } });

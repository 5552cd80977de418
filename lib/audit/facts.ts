import "server-only";
import { hash } from "node:crypto";
import { type CopyTarget, copyKey, copyTargets } from "@/lib/domain/checkpoint-copy";
import { insertJobs, type NewJob } from "@/lib/job/facts";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { openNote } from "./note";
import { lastNote, readKey, type Vault } from "./vault";

/** Where copies go, by what the operator set. A job names a target by this id: its payload holds no address. */
const targets = (): ReadonlyMap<string, CopyTarget> => {
  const { SODATE_CHECKPOINT_MAIL, SODATE_CHECKPOINT_WEBHOOK } = env();
  const all = copyTargets(SODATE_CHECKPOINT_MAIL, SODATE_CHECKPOINT_WEBHOOK);
  return new Map(all.map((each) => [hash("sha256", `${each.way} ${each.address}`).slice(0, 16), each]));
};

const KIND = { mail: "mailCheckpoint", webhook: "callCheckpoint" } as const;

/** Asks for a copy of the last checkpoint to each target: each once, however often this is asked. */
export async function askForCopies(vault: Vault, now: Date) {
  const note = await lastNote(vault);
  const opened = note === null ? null : openNote(note, null);
  if (note === null || !opened) return;
  const publicKey = (await readKey(vault))?.verifier.text ?? null;
  const jobs = [...targets()].map(([target, { way, address }]): NewJob => {
    const key = copyKey({ way, address }, opened.checkpoint, target);
    return { kind: KIND[way], key, payload: { target, note, publicKey } };
  });
  await insertJobs(db(), jobs, now);
}

/** Null where the operator has taken the target out meanwhile. */
export const findCopyTarget = (id: unknown): string | null => targets().get(String(id))?.address ?? null;

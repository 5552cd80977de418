import "server-only";
import type { JobKind, JobPayload } from "@/lib/domain/job";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

export type NewJob = {
  readonly kind: JobKind;
  readonly key: string;
  readonly payload: JobPayload;
  readonly runAt?: Date;
};

/** Jobs, each once by kind and key. Within the transaction that wants them. */
export async function insertJobs(tx: Pick<Tx, "job">, jobs: readonly NewJob[], now: Date) {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ kind, key, payload, runAt = now }) => ({
    id: newId(now),
    kind,
    key,
    payload: { ...payload },
    madeAt: now,
    runAt,
  }));
  await tx.job.createMany({ data: rows, skipDuplicates: true });
}

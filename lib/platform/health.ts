import "server-only";
import { SILENT_MS } from "@/lib/domain/job";
import { db } from "./db";
import { log } from "./log";

export type Health = { readonly isUp: boolean; readonly jobsRun: boolean };

/** Whether the database answers, and whether a job runner was seen lately. */
export async function findHealth(now: Date): Promise<Health> {
  try {
    const rows = await db().$queryRaw<{ jobsRun: boolean }[]>`
      select exists (select 1 from "JobRunner" where "seenAt" > ${new Date(now.getTime() - SILENT_MS)}::timestamptz) as "jobsRun"`;
    return { isUp: true, jobsRun: rows[0]?.jobsRun ?? false };
  } catch {
    log.error({ event: "DatabaseUnreachable" });
    return { isUp: false, jobsRun: false };
  }
}

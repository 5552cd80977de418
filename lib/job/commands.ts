import "server-only";
import type { Caller } from "@/lib/domain/access";
import {
  afterFailure,
  dueRounds,
  JOB_DONE,
  type JobKind,
  type JobOutcome,
  type JobPayload,
  type Lane,
  MOST_ATTEMPTS,
  type Round,
  retryDead,
} from "@/lib/domain/job";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { db, inTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { insertJobs } from "./facts";
import {
  type Attempt,
  deleteOldJobs,
  holdNext,
  loadLocalTimes,
  lockDead,
  markDone,
  markFailed,
  revive,
  saySeen,
} from "./records";
import type { RetryJobForm } from "./schema";

/** What each kind of job does. Done twice, it must have the effect of once. */
export type Work = Record<JobKind, (payload: JobPayload, now: Date) => Promise<JobOutcome>>;

/** Asks for the rounds that have begun. */
export async function beginRounds(rounds: readonly Round[], now: Date) {
  await insertJobs(db(), dueRounds(rounds, now, await loadLocalTimes(now)), now);
}

/** Does the next job of a lane; false when none is due. The clock is asked again afterwards: work takes time. */
export async function runNextJob(work: Work, lane: Lane, clock: () => Date): Promise<boolean> {
  const attempt = await holdNext(lane, clock());
  if (!attempt) return false;
  const outcome = await outcomeOf(attempt, work, clock());
  const now = clock();
  if (outcome.ok) {
    await markDone(attempt, now);
    return true;
  }
  const failed = afterFailure(attempt.attempts, outcome.refusal, now);
  await markFailed(attempt, failed, now);
  const { kind, attempts } = attempt;
  log.warn({
    event: "JobFailed",
    kind,
    jobId: attempt.id,
    attempts,
    failure: failed.failure,
    isDead: "deadAt" in failed,
  });
  return true;
}

/** A job that was held more often than it may be took its runner down each time: it is not begun again. */
async function outcomeOf({ kind, payload, attempts, id }: Attempt, work: Work, now: Date): Promise<JobOutcome> {
  if (attempts > MOST_ATTEMPTS) return refuse({ code: "RunnerLost" });
  try {
    return await work[kind](payload, now);
  } catch (error) {
    log.error({ event: "JobThrew", kind, jobId: id, name: error instanceof Error ? error.name : typeof error });
    return refuse({ code: "Fault" });
  }
}

export const sayAlive = (runnerId: string, now: Date) => saySeen(runnerId, now);

/** Done jobs are forgotten after a while. */
export async function tidyJobs(now: Date): Promise<JobOutcome> {
  await deleteOldJobs(now);
  return JOB_DONE;
}

type RetryRefusal = { code: "NotFound" } | { code: "JobNotDead" } | { code: "Busy" };

/** By hand, after somebody mended the cause. */
export const retryJob = ({ jobId }: RetryJobForm, { actor, now }: Caller) =>
  inTransaction<Decision<null, RetryRefusal>>(async (tx) => {
    const decision = retryDead(await lockDead(tx, jobId), actor.isAdmin);
    if (!decision.ok) return decision;
    await revive(tx, jobId, now);
    const body = { kind: decision.value.kind };
    await recordEvent(tx, { action: "JobRetried", actorId: actor.id, subjectId: jobId, body });
    return accept(null);
  });

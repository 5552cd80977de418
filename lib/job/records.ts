import "server-only";
import type { Failed, JobKind, JobPayload, LocalTime } from "@/lib/domain/job";
import { HOLD_MS, KEPT_MS, LANE_OF, type Lane } from "@/lib/domain/job";
import { db, type Tx } from "@/lib/platform/db";

/** An attempt: who else has the job meanwhile has a higher number, and this one's end no longer counts. */
export type Attempt = {
  readonly id: string;
  readonly kind: JobKind;
  readonly key: string;
  readonly payload: JobPayload;
  readonly attempts: number;
};

const kindsIn = (lane: Lane) => Object.entries(LANE_OF).flatMap(([kind, of]) => (of === lane ? [kind] : []));

/** The next job of a lane, held for this runner. */
export async function holdNext(lane: Lane, now: Date): Promise<Attempt | null> {
  const rows = await db().$queryRaw<Attempt[]>`
    update "Job" set attempts = attempts + 1, "heldUntil" = ${new Date(now.getTime() + HOLD_MS)}::timestamptz
     where id = (
       select id from "Job"
        where "doneAt" is null and "deadAt" is null and "runAt" <= ${now}::timestamptz
          and ("heldUntil" is null or "heldUntil" <= ${now}::timestamptz) and kind = any(${kindsIn(lane)})
        order by "runAt", id limit 1 for update skip locked)
    returning id, kind, key, payload, attempts::int`;
  return rows[0] ?? null;
}

const stillMine = ({ id, attempts }: Attempt) => ({ id, attempts, doneAt: null, deadAt: null });

export const markDone = (attempt: Attempt, now: Date) =>
  db().job.updateMany({ where: stillMine(attempt), data: { doneAt: now, heldUntil: null } });

export const markFailed = (attempt: Attempt, failed: Failed, now: Date) =>
  db().job.updateMany({ where: stillMine(attempt), data: { ...failed, failedAt: now, heldUntil: null } });

/** What time it is in each calendar that a team keeps. */
export const loadLocalTimes = (now: Date) => db().$queryRaw<LocalTime[]>`
  select "timeZone" as zone, to_char(${now}::timestamptz at time zone "timeZone", 'YYYY-MM-DD') as day,
         extract(hour from ${now}::timestamptz at time zone "timeZone")::int as hour
    from "Team" where "closedOn" is null group by "timeZone" order by 1`;

export const deleteOldJobs = (now: Date) =>
  db().job.deleteMany({ where: { doneAt: { lt: new Date(now.getTime() - KEPT_MS) } } });

/** A runner says that it is there; those that were not seen for a day are forgotten. */
export const saySeen = (runnerId: string, now: Date) => db().$executeRaw`
  with forgotten as (delete from "JobRunner" where "seenAt" < ${now}::timestamptz - interval '1 day')
  insert into "JobRunner" (id, "startedAt", "seenAt") values (${runnerId}::uuid, ${now}, ${now})
  on conflict (id) do update set "seenAt" = excluded."seenAt"`;

export async function lockDead(tx: Tx, jobId: string) {
  const rows = await tx.$queryRaw<{ id: string; kind: string; deadAt: Date | null }[]>`
    select id, kind, "deadAt" from "Job" where id = ${jobId}::uuid for update`;
  return rows[0] ?? null;
}

export const revive = (tx: Tx, jobId: string, now: Date) =>
  tx.job.update({ where: { id: jobId }, data: { deadAt: null, attempts: 0, heldUntil: null, runAt: now } });

import type { JobOutcome, JobPayload } from "@/lib/domain/job";
import { JOB_DONE, JOB_KINDS } from "@/lib/domain/job";
import type { Work } from "@/lib/job/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

/** A clock that stands until it is moved. */
export function aClock(start = "2026-11-20T01:00:00Z") {
  let at = new Date(start).getTime();
  const read = () => new Date(at);
  return { read, pass: (milliseconds: number) => (at += milliseconds), set: (to: Date) => (at = to.getTime()) };
}

/** Work that writes down what it was given, and answers as told. */
export function watchedWork(
  answer: (payload: JobPayload, time: number) => JobOutcome | Promise<JobOutcome> = () => JOB_DONE,
) {
  const done: JobPayload[] = [];
  const watched = async (payload: JobPayload) => {
    done.push(payload);
    return await answer(payload, done.length);
  };
  const work = Object.fromEntries(JOB_KINDS.map((kind) => [kind, watched])) as unknown as Work;
  return { work, done };
}

export async function aJob(key: string, runAt: Date, payload: { [key: string]: string } = { key }) {
  const id = newId();
  await db().job.create({ data: { id, kind: "tidyUp", key, payload, madeAt: runAt, runAt } });
  return { id };
}

export const jobOf = (id: string) => db().job.findUniqueOrThrow({ where: { id } });

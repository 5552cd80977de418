import { accept, type Decision, refuse } from "./result";

/** Work done outside a request. Each kind has its own work in scripts/jobs.ts, its words in content/messages/…/jobs.json. */
export const JOB_KINDS = [
  "tidyUp",
  "checkpoint",
  "verifyTrail",
  "tellOfEvent",
  "sendMail",
  "sendDigest",
  "callWebhook",
  "mailCheckpoint",
  "callCheckpoint",
  "remind",
  "endByDay",
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Kinds that wait for others (mail, webhooks) have lanes of their own: a target that hangs delays nothing else. Verifying takes minutes. */
export const LANES = ["inside", "trail", "mail", "webhook"] as const;
export type Lane = (typeof LANES)[number];
export const LANE_OF: Record<JobKind, Lane> = {
  tidyUp: "inside",
  tellOfEvent: "inside",
  remind: "inside",
  endByDay: "inside",
  checkpoint: "trail",
  verifyTrail: "trail",
  sendMail: "mail",
  sendDigest: "mail",
  callWebhook: "webhook",
  mailCheckpoint: "mail",
  callCheckpoint: "webhook",
};
/** How many jobs of a lane one runner has at a time. One inside: what audit events ask for is done in their order. */
export const WIDTH_OF: Record<Lane, number> = { inside: 1, trail: 1, mail: 2, webhook: 4 };

/** What a job carries: ids, codes and numbers. */
export type JobPayload = { readonly [key: string]: string | number | boolean | null | readonly (string | number)[] };

/** Why an attempt failed. `Fault` is a bug or an outage of ours; `RunnerLost`: the process was gone before the job was done. */
export const JOB_FAILURES = [
  "Fault",
  "RunnerLost",
  "Unreachable",
  "TimedOut",
  "NoMailServer",
  "SignInRefused",
  "RecipientRefused",
  "MailRefused",
  "AddressRefused",
  "Redirected",
  "TargetRefused",
  "TargetFailed",
  "TargetGone",
  "TooManyRequests",
] as const;
export type JobFailure = (typeof JOB_FAILURES)[number];

/** What a job's work answers. A failure that no repetition mends is final. */
export type JobOutcome = Decision<
  null,
  { readonly code: JobFailure; readonly isFinal?: boolean; readonly after?: Date }
>;
export const JOB_DONE: JobOutcome = accept(null);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Between one attempt and the next. Nine attempts in all, the last some two days after the first. */
export const PAUSES_MS = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  24 * HOUR,
] as const;
export const MOST_ATTEMPTS = PAUSES_MS.length + 1;

/** Longer than any work may take: then the job is free again. */
export const HOLD_MS = 5 * MINUTE;
/** A runner that was not seen for this long is not there. */
export const SILENT_MS = MINUTE;
/** Done jobs are kept so long, so that the same key does not run twice. */
export const KEPT_MS = 30 * 24 * HOUR;

export type Failed = { readonly failure: JobFailure } & ({ readonly runAt: Date } | { readonly deadAt: Date });

/** After a failed attempt: when the next one is, or that there is none. What the other side asks for (`after`) is respected. */
export function afterFailure(
  attempts: number,
  failure: { readonly code: JobFailure; readonly isFinal?: boolean; readonly after?: Date },
  now: Date,
): Failed {
  const pause = PAUSES_MS[attempts - 1];
  if (failure.isFinal || pause === undefined) return { failure: failure.code, deadAt: now };
  const next = now.getTime() + pause;
  return { failure: failure.code, runAt: new Date(Math.max(next, failure.after?.getTime() ?? 0)) };
}

export type DeadJob = { readonly id: string; readonly deadAt: Date | null };

/** An administrator tries again what was given up: it begins anew, at once. */
export function retryDead<J extends DeadJob>(
  job: J | null,
  mayRetry: boolean,
): Decision<J, { readonly code: "NotFound" } | { readonly code: "JobNotDead" }> {
  if (!job || !mayRetry) return refuse({ code: "NotFound" });
  return job.deadAt === null ? refuse({ code: "JobNotDead" }) : accept(job);
}

/** What comes round: every so many minutes for the whole organisation, or once a day of each calendar at an hour there. */
export type Round =
  | { readonly kind: JobKind; readonly everyMinutes: number }
  | { readonly kind: JobKind; readonly dailyAtHour: number };

/** What time it is somewhere. */
export type LocalTime = { readonly zone: string; readonly day: string; readonly hour: number };

export type DueRound = { readonly kind: JobKind; readonly key: string; readonly payload: JobPayload };

/** The rounds that have begun. Each has a key, so that it runs once however often it is asked for and by how many runners. */
export function dueRounds(rounds: readonly Round[], now: Date, local: readonly LocalTime[]): DueRound[] {
  return rounds.flatMap((round) => {
    if ("everyMinutes" in round) return [everySlot(round.kind, round.everyMinutes, now)];
    return local
      .filter(({ hour }) => hour >= round.dailyAtHour)
      .map(({ zone, day }) => ({ kind: round.kind, key: `${zone} ${day}`, payload: { zone, day } }));
  });
}

function everySlot(kind: JobKind, minutes: number, now: Date): DueRound {
  const since = Math.floor(now.getTime() / (minutes * MINUTE)) * minutes * MINUTE;
  return { kind, key: new Date(since).toISOString(), payload: {} };
}

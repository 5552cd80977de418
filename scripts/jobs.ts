import { checkpointByClock, verifyByClock } from "@/lib/audit/commands";
import { callCheckpoint, callWebhook, mailCheckpoint, sendDigest, sendNoticeMail } from "@/lib/delivery/commands";
import { endByDay } from "@/lib/departure/commands";
import type { Round } from "@/lib/domain/job";
import { tidyJobs, type Work } from "@/lib/job/commands";
import { remind, tellOfEvent } from "@/lib/notice/commands";
import { now } from "@/lib/platform/clock";

/** What each kind of job does: the one place that knows them all. */
export const WORK: Work = {
  tidyUp: (_payload, at) => tidyJobs(at),
  tellOfEvent,
  remind,
  endByDay: (_payload, at) => endByDay(at),
  sendMail: sendNoticeMail,
  sendDigest,
  callWebhook,
  mailCheckpoint,
  callCheckpoint,
  checkpoint: () => checkpointByClock(now),
  verifyTrail: () => verifyByClock(now),
};

/** What comes round by itself. */
export const ROUNDS: readonly Round[] = [
  { kind: "remind", dailyAtHour: 7 },
  // Hourly: a day ends at another hour in each calendar, and nobody waits until tomorrow for what ended today.
  { kind: "endByDay", everyMinutes: 60 },
  { kind: "tidyUp", everyMinutes: 24 * 60 },
  { kind: "checkpoint", everyMinutes: 5 },
  { kind: "verifyTrail", everyMinutes: 24 * 60 },
];

import { setTimeout as pause } from "node:timers/promises";
import { LANES, type Lane, WIDTH_OF } from "@/lib/domain/job";
import { beginRounds, runNextJob, sayAlive } from "@/lib/job/commands";
import { followAudit } from "@/lib/notice/commands";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { ROUNDS, WORK } from "./jobs";

// The process beside the app that runs the jobs. It asks the database once a second: LISTEN would need a connection of its
// own, which a pooler in between does not give. Asked to end, it finishes what it has begun.
const POLL_MS = 1_000;
const ROUND_MS = 10_000;

const runnerId = newId();
const ending = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => ending.abort());

const rest = (milliseconds: number) => pause(milliseconds, undefined, { signal: ending.signal }).catch(() => {});

/** Repeats until the end. A database that is away for a moment is no reason to go: it is asked again. */
async function repeat(step: () => Promise<boolean>, restMs: number) {
  while (!ending.signal.aborted) {
    const goesOn = await step().catch((error: unknown) => {
      log.error({ event: "JobRunnerStumbled", name: error instanceof Error ? error.name : typeof error });
      return false;
    });
    if (!goesOn) await rest(restMs);
  }
}

const lane = (name: Lane) => repeat(() => runNextJob(WORK, name, now), POLL_MS);

async function rounds() {
  await sayAlive(runnerId, now());
  await beginRounds(ROUNDS, now());
  return false;
}

await Promise.all([
  repeat(rounds, ROUND_MS),
  repeat(() => followAudit(now()), POLL_MS),
  ...LANES.flatMap((name) => Array.from({ length: WIDTH_OF[name] }, () => lane(name))),
]);
process.exit(0);

import type { Round } from "@/lib/domain/job";
import { tidyJobs, type Work } from "@/lib/job/commands";

/** What each kind of job does: the one place that knows them all. */
export const WORK: Work = {
  tidyUp: (_payload, now) => tidyJobs(now),
};

/** What comes round by itself. */
export const ROUNDS: readonly Round[] = [{ kind: "tidyUp", everyMinutes: 24 * 60 }];

import type { Caller } from "@/lib/domain/access";
import type { StepNumber } from "@/lib/domain/proficiency";

/** One thing that somebody does about one trainee. */
export type Act = (on: OnTrainee, caller: Caller) => Promise<unknown>;
/** `pick` chooses among what there is; the same number chooses the same. */
export type OnTrainee = {
  readonly traineeId: string;
  readonly step: StepNumber;
  /** Of the organisation: the team above, everybody who trains there, and the source of their alerts. */
  readonly teamId: string;
  readonly trainees: readonly string[];
  readonly sourceId: string;
  readonly pick: <T>(of: readonly T[]) => T | undefined;
};

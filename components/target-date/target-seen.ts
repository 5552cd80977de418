import type { PlainDay } from "@/lib/domain/calendar";
import type { StepNumber } from "@/lib/domain/proficiency";

/** A target date of a STEP; null took one away. The latest first. */
export type TargetSeen = {
  readonly id: string;
  readonly step: StepNumber;
  readonly targetOn: PlainDay | null;
  readonly setOn: PlainDay;
  readonly by: { readonly name: string; readonly latinName: string };
  readonly reason: string;
};

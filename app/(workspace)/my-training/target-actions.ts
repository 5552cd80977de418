"use server";

import { defineAction } from "@/lib/platform/action";
import { setTargetDate } from "@/lib/target-date/commands";
import { targetForm } from "@/lib/target-date/schema";

/** Of one's own training, and of a trainee's by their mentors and managers: the page stays. */
export const setTargetDateAction = defineAction(targetForm, setTargetDate, {
  at: { TargetInPast: "targetOn", TargetTooFar: "targetOn" },
  onDone: () => ({ notice: { code: "targetDateSet" } }),
});

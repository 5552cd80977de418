"use server";

import { defineAction } from "@/lib/platform/action";
import { recogniseSteps } from "@/lib/recognition/commands";
import { recognitionForm } from "@/lib/recognition/schema";

export const recogniseAction = defineAction(recognitionForm, recogniseSteps, {
  at: { DayInFuture: "recognisedOn", StepOutsideEnrolment: "step", StepAlreadySignedOff: "step" },
  onDone: () => ({ redirect: "/recognitions", notice: { code: "stepsRecognised" } }),
});

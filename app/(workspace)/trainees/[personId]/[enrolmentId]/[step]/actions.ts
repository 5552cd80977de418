"use server";

import { defineAction } from "@/lib/platform/action";
import { decideRequest } from "@/lib/sign-off/commands";
import { requestDecision } from "@/lib/sign-off/schema";

const NOTICES = {
  signedOff: "stepSignedOff",
  awaitsCountersignature: "stepAwaitsCountersignature",
  sentBack: "requestSentBack",
} as const;

export const decideRequestAction = defineAction(requestDecision, decideRequest, {
  onDone: ({ personId, enrolmentId, step, outcome }) => ({
    redirect: `/trainees/${personId}/${enrolmentId}/${step}`,
    notice: { code: NOTICES[outcome] },
  }),
});

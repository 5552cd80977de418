"use server";

import { endHold, giveBackSubject, handOverSubject, takeOnSubject } from "@/lib/hold/commands";
import { holdEnd, holdHandover, holdTaking } from "@/lib/hold/schema";
import { defineAction } from "@/lib/platform/action";

export const takeOnAction = defineAction(holdTaking, takeOnSubject, {
  onDone: () => ({ notice: { code: "holdTaken" } }),
});

export const giveBackAction = defineAction(holdTaking, giveBackSubject, {
  onDone: () => ({ notice: { code: "holdGivenBack" } }),
});

/** What was handed over is somebody else's now: on to what waits. */
export const handOverAction = defineAction(holdHandover, handOverSubject, {
  at: { HandedToYourself: "toId", NotOfThePool: "toId" },
  onDone: () => ({ redirect: "/reviews", notice: { code: "holdHandedOver" } }),
});

export const endHoldAction = defineAction(holdEnd, endHold, {
  onDone: () => ({ notice: { code: "holdEnded" } }),
});

"use server";

import { cancelDrill, planDrill } from "@/lib/drill/commands";
import { drillCancellation, drillForm } from "@/lib/drill/schema";
import { defineAction } from "@/lib/platform/action";

export const planDrillAction = defineAction(drillForm, planDrill, {
  at: { DayPast: "plannedOn" },
  onDone: ({ drillId }) => ({ redirect: `/drills/${drillId}`, notice: { code: "drillPlanned" } }),
});

export const cancelDrillAction = defineAction(drillCancellation, cancelDrill, {
  onDone: ({ drillId }) => ({ redirect: `/drills/${drillId}`, notice: { code: "drillCancelled" } }),
});

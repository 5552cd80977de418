"use server";

import { moveEnrolments } from "@/lib/edition/commands";
import { moveForm } from "@/lib/edition/schema";
import { defineAction } from "@/lib/platform/action";

export const moveEnrolmentsAction = defineAction(moveForm, moveEnrolments, {
  at: { EditionReasonMissing: "reason" },
  onDone: () => ({ redirect: "/editions", notice: { code: "editionMoved" } }),
});

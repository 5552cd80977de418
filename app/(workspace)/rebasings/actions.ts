"use server";

import { defineAction } from "@/lib/platform/action";
import { rebaseSteps } from "@/lib/rebasing/commands";
import { rebasingForm } from "@/lib/rebasing/schema";

export const rebaseAction = defineAction(rebasingForm, rebaseSteps, {
  onDone: () => ({ redirect: "/rebasings", notice: { code: "stepsRebased" } }),
});

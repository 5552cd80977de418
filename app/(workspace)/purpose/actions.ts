"use server";

import { noFields } from "@/lib/identity/schema";
import { defineAction } from "@/lib/platform/action";
import { acknowledgePurpose } from "@/lib/profile/commands";

export const acknowledgePurposeAction = defineAction(noFields, acknowledgePurpose, {
  onDone: () => ({ redirect: "/" }),
});

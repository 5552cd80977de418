"use server";

import { defineAction } from "@/lib/platform/action";
import { acknowledgePurpose } from "@/lib/profile/commands";
import { purposeForm } from "@/lib/profile/schema";

export const acknowledgePurposeAction = defineAction(purposeForm, acknowledgePurpose, {
  onDone: (_key, { next }) => ({ redirect: next }),
});

"use server";

import { verifyTrail } from "@/lib/audit/commands";
import { verificationForm } from "@/lib/audit/schema";
import { defineAction } from "@/lib/platform/action";

export const verifyTrailAction = defineAction(verificationForm, (form, caller) => verifyTrail(form, caller), {
  onDone: () => ({ redirect: "/audit/verification#results", notice: { code: "trailVerified" } }),
});

"use server";

import { defineAction } from "@/lib/platform/action";
import { setPolicyValue } from "@/lib/policy/commands";
import { policyForm } from "@/lib/policy/schema";

export const setPolicyAction = defineAction(policyForm, setPolicyValue, {
  at: {
    PolicyOutOfRange: "value",
    PolicyNotAnOption: "value",
    PolicyListLength: () => ["titleJa.0"],
    PolicyDayPast: "holdsFrom",
  },
  onDone: ({ code }) => ({ redirect: `/policy/${code}`, notice: { code: "policySet" } }),
});

import { verifyTrail } from "@/lib/audit/commands";
import { newId } from "@/lib/platform/ids";
import type { Rows } from "./row";

export const AUDIT: Rows = {
  verifyTrailAction: [
    {
      on: "the audit trail",
      runs: ["verifyTrail"],
      allowed: ["shin", "emi"],
      prepare: async () => (caller) => verifyTrail({ onceKey: newId() }, caller),
    },
  ],
};

import { z } from "zod";
import { FAULT_KINDS } from "@/lib/domain/trail-fault";
import { day, line, optional, uuid, wholeNumber } from "@/lib/platform/fields";

/** What a verification found, as it was kept. */
export const trailFaults = z.array(
  z.object({
    kind: z.enum(FAULT_KINDS),
    seq: z.number().nullable(),
    until: z.number().nullable(),
    checkpoint: z.number().nullable(),
  }),
);

const seq = () => wholeNumber(1, 999_999_999);

/** What the address of the search says; anything unreadable falls away. */
export const auditFilter = z.object({
  q: optional(line(100)).catch(null),
  action: optional(line(60)).catch(null),
  from: optional(day()).catch(null),
  to: optional(day()).catch(null),
  number: optional(seq()).catch(null),
  /** The page goes on below this number. */
  before: optional(seq()).catch(null),
});
export type AuditFilter = z.output<typeof auditFilter>;

export const eventKey = z.object({ number: seq() });
export const proofKey = z.object({ personId: uuid() });

export const verificationForm = z.object({ onceKey: uuid() });
export type VerificationForm = z.output<typeof verificationForm>;

export const EXPORT_FORMATS = ["jsonl", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const exportForm = auditFilter.omit({ before: true }).extend({ format: z.enum(EXPORT_FORMATS) });
export type ExportForm = z.output<typeof exportForm>;

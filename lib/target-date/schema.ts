import { z } from "zod";
import type { StepNumber } from "@/lib/domain/proficiency";
import { day, optional, paragraph, uuid } from "@/lib/platform/fields";

export const LONGEST_REASON = 500;

/** Without a day the date that stands is taken away. */
export const targetForm = z.object({
  onceKey: uuid(),
  enrolmentId: uuid(),
  step: z.coerce
    .number()
    .pipe(z.literal([0, 1, 2, 3]))
    .transform((step): StepNumber => step),
  targetOn: optional(day()),
  reason: optional(paragraph(LONGEST_REASON)).transform((text) => text ?? ""),
});
export type TargetForm = z.output<typeof targetForm>;

import { z } from "zod";
import { choice, day, paragraph, uuid } from "@/lib/platform/fields";

export const recognitionForm = z.object({
  enrolmentId: uuid(),
  step: choice(["0", "1", "2", "3"]).transform((step) => Number(step) as 0 | 1 | 2 | 3),
  recognisedOn: day(),
  reason: paragraph(2000),
});
export type RecognitionForm = z.output<typeof recognitionForm>;

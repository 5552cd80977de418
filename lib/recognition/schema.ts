import { z } from "zod";
import { day, paragraph, uuid, wholeNumber } from "@/lib/platform/fields";

export const recognitionForm = z.object({
  enrolmentId: uuid(),
  step: wholeNumber(0, 3).transform((step) => step as 0 | 1 | 2 | 3),
  recognisedOn: day(),
  reason: paragraph(2000),
});
export type RecognitionForm = z.output<typeof recognitionForm>;

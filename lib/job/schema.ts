import { z } from "zod";
import { uuid } from "@/lib/platform/fields";

export const retryJobForm = z.object({ jobId: uuid() });
export type RetryJobForm = z.output<typeof retryJobForm>;

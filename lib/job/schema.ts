import { z } from "zod";
import type { JobFailure, JobKind } from "@/lib/domain/job";
import { uuid } from "@/lib/platform/fields";

export const retryJobForm = z.object({ jobId: uuid() });
export type RetryJobForm = z.output<typeof retryJobForm>;

export type DeadJobRow = {
  readonly id: string;
  readonly kind: JobKind;
  readonly key: string;
  readonly failure: JobFailure;
  readonly attempts: number;
  readonly madeAt: Date;
  readonly deadAt: Date;
  readonly total: number;
};

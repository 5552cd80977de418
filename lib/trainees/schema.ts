import { z } from "zod";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { line, uuid } from "@/lib/platform/fields";

/** As many as a page shows. */
export const TRAINEES_PAGE = 50;

/** From the address: what cannot be searched for is not searched for, what is no page number is the first page. */
export const traineeParams = z.object({
  q: line(100).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type TraineeParams = z.output<typeof traineeParams>;

export const traineePath = z.object({ personId: uuid() });
export const stepPath = z.object({
  personId: uuid(),
  enrolmentId: uuid(),
  step: z.enum(["0", "1", "2", "3"]).transform((step) => Number(step) as StepNumber),
});

export type TraineeStep = {
  readonly enrolmentId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  /** Null: every STEP is done. */
  readonly openStep: StepNumber | null;
  readonly met: number;
  readonly all: number;
  readonly hasRequest: boolean;
};

/** One trainee in the list. Days are those of the organisation's calendar. */
export type TraineeRow = {
  readonly personId: string;
  readonly name: string;
  readonly latinName: string;
  readonly teamJa: string;
  readonly teamEn: string;
  readonly steps: readonly TraineeStep[];
  readonly waiting: number;
  readonly lastVerifiedOn: string | null;
  readonly lastLoggedOn: string | null;
  /** Whole days since anything was logged, or since the enrolment. */
  readonly silentDays: number;
};

export type TraineeList = {
  readonly rows: readonly TraineeRow[];
  readonly total: number;
  readonly page: number;
};

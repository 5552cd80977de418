import type { PlainDay } from "@/lib/domain/calendar";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";

/** Somebody who falls out of a role group soon, or has. */
export type FallingRow = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly name: string;
  readonly latinName: string;
  readonly roleGroupCode: RoleGroupCode;
  readonly completedStep: StepNumber;
  readonly from: PlainDay;
  readonly lastDay: PlainDay;
  readonly isOut: boolean;
};

/** `total` is how many there are in all. */
export type Falling = { readonly rows: readonly FallingRow[]; readonly total: number };

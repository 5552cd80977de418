import { z } from "zod";
import { checkbox, day, paragraph, uuid } from "@/lib/platform/fields";

/** `all`: the person's other enrolments in the same team go along. */
export const transferForm = z.object({
  onceKey: uuid(),
  enrolmentId: uuid(),
  toTeamId: uuid(),
  movedOn: day(),
  all: checkbox(),
  reason: paragraph(2000),
});
export type TransferForm = z.output<typeof transferForm>;

/** What waits now, and goes to the pool of the new team; shown before the form is sent. */
export type WaitingCounts = {
  readonly records: number;
  readonly judgements: number;
  readonly requests: number;
  readonly holds: number;
  /** Other running enrolments of the person in the same team. */
  readonly others: number;
};

export type TransferRow = {
  readonly id: string;
  readonly movedOn: string;
  readonly fromTeam: { readonly nameJa: string; readonly nameEn: string };
  readonly toTeam: { readonly nameJa: string; readonly nameEn: string };
  readonly by: { readonly name: string; readonly latinName: string };
  readonly reason: string;
};

import { z } from "zod";
import { day, optional, uuid } from "@/lib/platform/fields";

/** Without a last day it is open until somebody says when it ends. */
export const newLeave = z.object({ onceKey: uuid(), personId: uuid(), fromOn: day(), toOn: optional(day()) });
export type NewLeave = z.output<typeof newLeave>;

export const leaveEnd = z.object({ leaveId: uuid(), toOn: day() });
export type LeaveEnd = z.output<typeof leaveEnd>;

export const leaveKey = z.object({ leaveId: uuid() });
export type LeaveKey = z.output<typeof leaveKey>;

export type LeaveRow = {
  readonly leaveId: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly byName: string;
  readonly byLatinName: string;
};
/** A person's leave as a page shows it, the latest first. */
export type LeavesPage = { readonly personId: string; readonly today: string; readonly leaves: readonly LeaveRow[] };

import type { MarkKind } from "@/components/ui/mark";
import type { CriterionProgress, Progress } from "@/lib/domain/progress";

export type RowState = "met" | "back" | "now" | "waiting" | "partial" | "open";

export const ROW_MARKS: Record<RowState, MarkKind> = {
  met: "done",
  back: "broken",
  now: "now",
  waiting: "waiting",
  partial: "partial",
  open: "open",
};

const hasSlot = (progress: Progress, state: string): boolean =>
  progress.slots.some((slot) => slot.state === state) || progress.parts.some((part) => hasSlot(part, state));

/** How one criterion stands, in one mark: what needs the trainee comes before what is merely under way. */
export function rowStateOf(progress: CriterionProgress): RowState {
  if (progress.met) return "met";
  if (progress.openRemarkIds.length > 0 || progress.notCounted.some(({ reason }) => reason === "sentBack"))
    return "back";
  if (hasSlot(progress, "now")) return "now";
  if (progress.have > 0) return "partial";
  return progress.waiting.length > 0 ? "waiting" : "open";
}

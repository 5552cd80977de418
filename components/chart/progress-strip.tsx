import { SLOT_CAP } from "@/lib/domain/progress";
import { cn } from "@/lib/platform/cn";
import type { CellState } from "./cell";
import { CellRow } from "./cell-row";
import { inRuns, placed } from "./places";
import { ProgressBar } from "./progress-bar";

type Props = {
  /** "10回のうち6回が確認済み、1回が確認待ち" */
  label: string;
  /** Verified first, then waiting, then open. */
  states: readonly CellState[];
  have: number;
  need: number;
  waiting?: number;
  size?: "normal" | "small";
  className?: string;
};

const SIZES = { normal: { width: 20, height: 18 }, small: { width: 15, height: 14 } } as const;

/** One cell for each unit up to 24; beyond that a bar with a tick at the need. */
export function ProgressStrip({ label, states, have, need, waiting = 0, size = "normal", className }: Props) {
  if (need > SLOT_CAP || states.length === 0 || states.length > SLOT_CAP) {
    return <ProgressBar label={label} have={have} waiting={waiting} need={need} />;
  }
  return (
    <div data-slot="progress-strip" role="img" aria-label={label} className={cn("blocks tight", className)}>
      {placed(inRuns(states, 5)).map(({ key, value }) => (
        <CellRow key={key} states={value} {...SIZES[size]} />
      ))}
    </div>
  );
}

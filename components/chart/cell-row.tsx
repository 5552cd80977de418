import { Drawing } from "@/components/ui/drawing";
import { Cell, type CellState } from "./cell";
import { placed } from "./places";

type Props = { states: readonly CellState[]; label?: string; width?: number; height?: number; gap?: number };

/** A few cells in one small drawing, which is never scaled. */
export function CellRow({ states, label, width = 20, height = 18, gap = 3 }: Props) {
  return (
    <Drawing width={Math.max(1, states.length * (width + gap) - gap)} height={height} label={label}>
      {placed(states).map(({ key, place, value }) => (
        <Cell key={key} state={value} x={place * (width + gap)} width={width} height={height} />
      ))}
    </Drawing>
  );
}

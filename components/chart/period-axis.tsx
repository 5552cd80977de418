import { Drawing } from "@/components/ui/drawing";
import { Cell, type CellState } from "./cell";

export type PeriodPoint = {
  key: string;
  /** 0 at the start of the period, 1 at its end. */
  at: number;
  state: CellState;
  /** 2/14 */
  caption: string;
};

type Props = { label: string; points: readonly PeriodPoint[]; startWord: string; endWord: string };

const WIDTH = 288;
const ROOM = 34;

/** Occasions on the months that count: what will leave the period next stands at the left. */
export function PeriodAxis({ label, points, startWord, endWord }: Props) {
  const marks = points.map((point) => ({
    ...point,
    x: Math.round(10 + Math.min(1, Math.max(0, point.at)) * (WIDTH - 20)),
  }));
  const captioned = spaced(marks);
  const isFree = (from: number, to: number) => captioned.every(({ x }) => x + ROOM / 2 < from || x - ROOM / 2 > to);
  return (
    <Drawing slot="period-axis" width={WIDTH} height={36} label={label}>
      <path className="m-axis" d={`M0 9H${WIDTH}`} />
      <path className="m-need" d={`M1 3V15M${WIDTH - 1} 3V15`} />
      {marks.map(({ key, x, state }) => (
        <g key={key} transform={`translate(${x - 8} 1)`}>
          <Cell state={state} width={16} height={16} />
        </g>
      ))}
      {captioned.map(({ key, x, caption }) => (
        <text key={key} x={x} y="32" textAnchor="middle" className="t12 t2">
          {caption}
        </text>
      ))}
      {isFree(0, 40) && (
        <text x="0" y="32" className="t12 tf">
          {startWord}
        </text>
      )}
      {isFree(WIDTH - 36, WIDTH) && (
        <text x={WIDTH} y="32" textAnchor="end" className="t12 tf">
          {endWord}
        </text>
      )}
    </Drawing>
  );
}

/** A caption is left out where it would run into the one before it. */
function spaced<T extends { x: number }>(marks: readonly T[]): T[] {
  const kept: T[] = [];
  for (const mark of marks) if (mark.x - (kept.at(-1)?.x ?? -ROOM) >= ROOM) kept.push(mark);
  return kept;
}

import type { ReactNode } from "react";
import type { Slot } from "@/lib/domain/progress";

export type CellState = Slot["state"];

type Props = { state: CellState; x?: number; width?: number; height?: number };

/** One place of a strip. The shape alone tells the state: filled, hatched, dashed, hollow, crossed, pale. */
export function Cell({ state, x = 0, width = 20, height = 18 }: Props) {
  const Shape = SHAPES[state];
  return <Shape x={x} width={width} height={height} />;
}

type Box = { x: number; width: number; height: number };

/** A filled box reaches to its edge; a drawn edge lies half inside. */
const box = ({ x, width, height }: Box, edge: number) => ({
  x: x + edge,
  y: edge,
  width: width - 2 * edge,
  height: height - 2 * edge,
  rx: 2,
});

const Crossed = (cell: Box) => {
  const centre = cell.x + cell.width / 2;
  const middle = cell.height / 2;
  return (
    <>
      <rect {...box(cell, 0.5)} className="m-gapbox" />
      <path className="m-gap" d={`M${centre - 3.5} ${middle - 3.5}l7 7M${centre + 3.5} ${middle - 3.5}l-7 7`} />
    </>
  );
};

const Struck = (cell: Box) => (
  <>
    <rect {...box(cell, 0.5)} className="m-nabox" />
    <path className="m-nal" d={`M${cell.x + cell.width / 2 - 4} ${cell.height / 2}h8`} />
  </>
);

const SHAPES: Record<CellState, (cell: Box) => ReactNode> = {
  verified: (cell) => <rect {...box(cell, 0)} className="m-on" />,
  waiting: (cell) => <rect {...box(cell, 0.5)} className="m-wait" />,
  now: (cell) => <rect {...box(cell, 1)} className="m-now" />,
  open: (cell) => <rect {...box(cell, 0.5)} className="m-off" />,
  before: (cell) => <rect {...box(cell, 0.5)} className="m-old" />,
  gap: Crossed,
  sentBack: Crossed,
  noOccasion: Struck,
  leave: Struck,
};

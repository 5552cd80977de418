import { Drawing } from "@/components/ui/drawing";
import { Cell, type CellState } from "./cell";
import { placed } from "./places";

type Props = { label: string; cases: readonly { number: number; states: readonly CellState[] }[] };

/** The drill cases in short: one group a case, one cell a scene. */
export function CaseStrip({ label, cases }: Props) {
  return (
    <div data-slot="case-strip" role="img" aria-label={label} className="blocks cases">
      {cases.map(({ number, states }) => (
        <Drawing key={number} width={states.length * 16} height={34}>
          {placed(states).map(({ key, place, value }) => (
            <Cell key={key} state={value} x={place * 16} width={14} />
          ))}
          <text x="1" y="32" className="t12 tf">
            {number}
          </text>
        </Drawing>
      ))}
    </div>
  );
}

import { Drawing } from "@/components/ui/drawing";
import type { PlainMonth } from "@/lib/domain/calendar";
import { cn } from "@/lib/platform/cn";
import { Cell, type CellState } from "./cell";

export type CadenceMonth = { month: PlainMonth; state: CellState };

const STEP = 24;
const yearOf = (month: PlainMonth) => month.slice(0, 4);

/** Month by month, one row a year: the current one is bold, a break and what stood before it stay. */
export function CadenceStrip({ label, months }: { label: string; months: readonly CadenceMonth[] }) {
  const years = [...new Set(months.map(({ month }) => yearOf(month)))];
  return (
    <div data-slot="cadence-strip" role="img" aria-label={label} className="blocks tight">
      {years.map((year) => (
        <Year key={year} year={year} months={months.filter(({ month }) => yearOf(month) === year)} />
      ))}
    </div>
  );
}

function Year({ year, months }: { year: string; months: readonly CadenceMonth[] }) {
  return (
    <Drawing width={Math.max(32, months.length * STEP)} height={50}>
      {months.map(({ month, state }, place) => (
        <g key={month}>
          <Cell state={state} x={place * STEP} width={21} />
          <text x={place * STEP + 10.5} y="32" textAnchor="middle" className={cn("t12", monthLook(state))}>
            {Number(month.slice(5))}
          </text>
        </g>
      ))}
      <text x="0" y="47" className="t12 tf">
        {year}
      </text>
    </Drawing>
  );
}

const monthLook = (state: CellState) => {
  if (state === "now") return "tb ta";
  return state === "gap" || state === "sentBack" ? "tbk" : "tf";
};

import { cn } from "@/lib/platform/cn";
import type { CellState } from "./cell";
import { CellRow } from "./cell-row";

export type Occasion = {
  key: string;
  /** One cell for each required part. */
  states: readonly CellState[];
  /** "図、タスク化、指示あり。レビューなし" */
  label: string;
  /** "11/05 レビュー不足" */
  caption: string;
  tone?: "plain" | "back" | "wait" | "faint";
};

/** A count with parts: one block an occasion, its caption says whether it counted and what was missing. */
export function Occasions({ label, occasions }: { label: string; occasions: readonly Occasion[] }) {
  return (
    <ul data-slot="occasions" aria-label={label} className="blocks captioned">
      {occasions.map(({ key, states, label: parts, caption, tone = "plain" }) => (
        <li key={key}>
          <CellRow states={states} width={22} label={parts} />
          <span className={cn("cap", tone !== "plain" && tone)}>{caption}</span>
        </li>
      ))}
    </ul>
  );
}

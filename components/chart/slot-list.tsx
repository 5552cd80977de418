import { Drawing } from "@/components/ui/drawing";
import { cn } from "@/lib/platform/cn";
import { Cell, type CellState } from "./cell";

export type LabelledSlot = {
  key: string;
  state: CellState;
  /** 確認済み */
  stateWord: string;
  /** "10/03 脆弱性"; nothing for a place that only exists. */
  text?: string;
};

const TONES: Partial<Record<CellState, string>> = { gap: "back", sentBack: "back", waiting: "wait" };

/** A few occasions, each with its day and subject. */
export function SlotList({ label, slots }: { label: string; slots: readonly LabelledSlot[] }) {
  return (
    <ul data-slot="slot-list" aria-label={label} className="slots">
      {slots.map(({ key, state, stateWord, text }) => (
        <li key={key} className={cn(TONES[state])}>
          <Drawing width={22} height={18} label={stateWord}>
            <Cell state={state} width={22} />
          </Drawing>
          {text}
        </li>
      ))}
    </ul>
  );
}

import { Mark, type MarkKind } from "@/components/ui/mark";
import { cn } from "@/lib/platform/cn";

export type Checkpoint = {
  key: string;
  state: "judged" | "waiting" | "open" | "sentBack" | "noOccasion";
  /** 判定済み */
  stateWord: string;
  text: string;
};

const MARKS: Record<Checkpoint["state"], MarkKind> = {
  judged: "verified",
  waiting: "waiting",
  open: "open",
  sentBack: "broken",
  noOccasion: "notNeeded",
};

/** What a mentor judges, point by point. */
export function CheckpointList({ checkpoints, column }: { checkpoints: readonly Checkpoint[]; column?: boolean }) {
  return (
    <ul data-slot="checkpoint-list" className={cn("pts", column && "col")}>
      {checkpoints.map(({ key, state, stateWord, text }) => (
        <li key={key}>
          <Mark kind={MARKS[state]} label={stateWord} />
          {text}
        </li>
      ))}
    </ul>
  );
}

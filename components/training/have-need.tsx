import type { Progress } from "@/lib/domain/progress";
import { useTranslations } from "@/lib/platform/words";
import type { ProgressWords } from "./frame";

type NeedKey =
  | "times"
  | "cases"
  | "items"
  | "months"
  | "percent"
  | "checkpoints"
  | "techniques"
  | "scenes"
  | "drillCases"
  | "judgements"
  | "parts";

/** What is counted, in the word that fits: the engine's units are fewer than the reader's. */
function needKeyOf({ kind, unit, combine, slots, need }: Progress): NeedKey {
  if (kind === "caseDrill") return slots.length === need ? "scenes" : "drillCases";
  if (kind === "accuracy" && unit === "items") return "judgements";
  if (combine !== undefined && unit === "items") return "parts";
  return unit;
}

export const needText = (progress: Progress, t: ProgressWords): string =>
  t(`need.${needKeyOf(progress)}`, { need: progress.need });

/** 7 / 12か月: what is there and what it takes, never a percentage alone. */
export function HaveNeed({ progress }: { progress: Progress }) {
  const t = useTranslations("progress");
  return (
    <p className="hv">
      <span className="have">{progress.have}</span> <span className="need">{needText(progress, t)}</span>
    </p>
  );
}

import { Drawing } from "@/components/ui/drawing";
import { Legend } from "@/components/ui/legend";
import { StationShape } from "./station";
import type { StationState } from "./step-map-props";

/** 承認済み, 既得認定, 進行中, これから */
export function StepLegend({
  words,
  className,
}: {
  words: Record<Exclude<StationState, "notAsked">, string>;
  className?: string;
}) {
  const states = ["signedOff", "recognised", "current", "open"] as const;
  return (
    <Legend
      {...(className && { className })}
      entries={states.map((state) => ({
        word: words[state],
        mark: (
          <Drawing width={20} height={20} viewBox="-12 -12 24 24">
            <StationShape station={{ state, stateWord: "" }} isSmall />
          </Drawing>
        ),
      }))}
    />
  );
}

import { Drawing } from "@/components/ui/drawing";
import { Legend } from "@/components/ui/legend";

/** "0人から5人以上", "不足" */
export function HeatLegend({ scaleWord, shortWord }: { scaleWord: string; shortWord: string }) {
  const scale = (
    <Drawing width={90} height={14}>
      {[0, 1, 2, 3, 4, 5].map((step) => (
        <rect key={step} x={step * 15 + 0.5} y="0.5" width="13" height="13" rx="2" className={`h${step}`} />
      ))}
    </Drawing>
  );
  const short = (
    <Drawing width={20} height={14}>
      <rect x="1" y="1" width="18" height="12" rx="2" className="gapcell" />
    </Drawing>
  );
  return (
    <Legend
      entries={[
        { mark: scale, word: scaleWord },
        { mark: short, word: shortWord },
      ]}
    />
  );
}

import { Drawing } from "@/components/ui/drawing";

type Props = { label: string; have: number; need: number; waiting?: number; width?: number };

/** Done, waiting, and a tick where it is met. */
export function ProgressBar({ label, have, need, waiting = 0, width = 230 }: Props) {
  const track = width - 2;
  const full = Math.max(need, have + waiting, 1);
  const done = Math.round((Math.min(have, full) / full) * track);
  const hatched = Math.round((Math.min(waiting, full - have) / full) * track);
  const tick = Math.max(1, Math.round((need / full) * track));
  return (
    <Drawing slot="progress-bar" width={width} height={16} label={label}>
      <rect x="0" y="3" width={track} height="10" rx="2" className="m-na" />
      {hatched > 0 && <rect x={done} y="3.5" width={hatched} height="9" className="m-wait" />}
      <rect x="0" y="3" width={done} height="10" rx="2" className="m-on" />
      <path className="m-need" d={`M${tick} 0V16`} />
    </Drawing>
  );
}

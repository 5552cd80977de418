import { Drawing } from "@/components/ui/drawing";

type Props = {
  /** "50件中41件を判定、正答率は92.7%で基準の90%以上" */
  label: string;
  judged: { have: number; need: number; text: string };
  share: {
    /** 0–100; null while nothing is judged. */
    percent: number | null;
    bound: number;
    direction: "atLeast" | "below";
    text: string;
    boundText: string;
  };
};

const WIDTH = 190;

/** Two tracks: how many were judged, and how many of them were right. Both numbers are printed. */
export function Ratio({ label, judged, share }: Props) {
  const filled = Math.round(Math.min(1, judged.need === 0 ? 0 : judged.have / judged.need) * 160);
  return (
    <div data-slot="ratio" role="img" aria-label={label} className="blocks captioned">
      <div>
        <Drawing width={162} height={17}>
          <rect x="0" y="3" width="160" height="10" rx="2" className="m-na" />
          <rect x="0" y="3" width={filled} height="10" rx="2" className="m-on" />
          <path className="m-need" d="M159 0V16" />
        </Drawing>
        <span className="cap">{judged.text}</span>
      </div>
      <div>
        <ShareTrack {...share} />
        <span className="cap ends">
          <span>{share.text}</span>
          <span className="faint">{share.boundText}</span>
        </span>
      </div>
    </div>
  );
}

/** The bound lies in the middle, so that the side of the marker is seen at once. */
function ShareTrack({ percent, bound, direction }: Props["share"]) {
  const half = direction === "atLeast" ? 100 - bound : bound;
  const from = direction === "atLeast" ? bound - half : 0;
  const at = (value: number) =>
    Math.round(Math.min(1, Math.max(0, (value - from) / (2 * half || 1))) * WIDTH * 10) / 10;
  const middle = at(bound);
  return (
    <Drawing width={WIDTH + 2} height={17}>
      <rect x="0" y="3" width={WIDTH} height="10" rx="2" className="m-na" />
      <rect
        x={direction === "atLeast" ? middle : 0}
        y="3"
        width={direction === "atLeast" ? WIDTH - middle : middle}
        height="10"
        className="m-good"
      />
      <path className="m-need" d={`M${middle} 0V16`} />
      {percent !== null && (
        <path className="mkr" d={`M${Math.min(WIDTH - 5, Math.max(6, at(percent)))} 13l-5.5 -10h11z`} />
      )}
    </Drawing>
  );
}

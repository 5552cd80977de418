const WIDTHS = ["38%", "72%", "55%", "64%", "47%"] as const;

/** Grey bars where text will be, after 400 ms only. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number }) {
  return (
    <svg data-slot="skeleton" className="skel" width="100%" height={lines * 23} role="img" aria-label={label}>
      {WIDTHS.slice(0, lines).map((width, line) => (
        <rect key={width} width={width} y={line * 23} height="14" rx="2" />
      ))}
    </svg>
  );
}

type Arc = { met: number; all: number /** Mean progress of the criteria that are not met, 0–1. */; partial: number };

const RADIUS = 15;

/** Dark arc: met. Pale arc: how far the others are. Drawn around the point 0, 0. */
export function RingShape({ met, all, partial }: Arc) {
  const done = all === 0 ? 0 : met / all;
  const pale = all === 0 ? 0 : done + ((all - met) / all) * Math.min(1, Math.max(0, partial));
  return (
    <>
      <circle r="19" className="bgc" />
      <circle r={RADIUS} className="m-rail" />
      {pale > done && <path className="m-part" d={arcTo(pale)} />}
      {done > 0 && <path className="m-run" d={arcTo(done)} />}
      <text y="4.5" textAnchor="middle" className="t12 tb">
        {met}/{all}
      </text>
    </>
  );
}

/** From the top, clockwise; a full circle would end where it starts and vanish. */
function arcTo(share: number): string {
  const angle = Math.min(share, 0.9999) * 2 * Math.PI;
  const x = (RADIUS * Math.sin(angle)).toFixed(2);
  const y = (-RADIUS * Math.cos(angle)).toFixed(2);
  return `M0 ${-RADIUS}A${RADIUS} ${RADIUS} 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}`;
}

import type { ReactNode } from "react";
import { StationShape } from "./station";
import type { CurrentStep, Station, StepMapLine, StepMapProps } from "./step-map-props";

/** Places along the map as shares of its width: words keep their size, only distances give. */
const STOPS = ["38%", "52.5%", "68.5%", "85.5%"] as const;
const BOUNDARIES = ["60.5%", "77%", "95%"] as const;
const END = "95%";
const TRUNK_X = 42;
const START_X = 148;
const TOP = 66;
const STEP = 64;

const yOf = (place: number) => TOP + place * STEP;

/** The wide form: one trunk, one line for each enrolment. */
export function RouteMap({ heads, proficiencies, trunk, trunkCurrent, lines }: StepMapProps) {
  const bottom = yOf(Math.max(0, lines.length - 1));
  const trunkY = (TOP + bottom) / 2;
  return (
    <svg className="routemap" width="100%" height={bottom + 44} aria-hidden="true" focusable="false">
      <Heads heads={heads} proficiencies={proficiencies} height={bottom + 38} />
      {lines.map((line, place) => (
        <path
          key={line.key}
          className={isRunning(line.stations[0]) ? "m-run" : "m-rail"}
          d={branch(trunkY, yOf(place))}
        />
      ))}
      {lines.map((line, place) => (
        <Line key={line.key} line={line} y={yOf(place)} />
      ))}
      <At x={TRUNK_X} y={trunkY}>
        <Stop station={trunk} current={trunkCurrent} edge={-TRUNK_X} />
      </At>
    </svg>
  );
}

/** A place from which everything is drawn in pixels. */
const At = ({ x, y, children }: { x: number | string; y: number; children: ReactNode }) => (
  <svg x={x} y={y} overflow="visible" aria-hidden="true">
    {children}
  </svg>
);

function Heads({ heads, proficiencies, height }: Pick<StepMapProps, "heads" | "proficiencies"> & { height: number }) {
  const [basic, ...others] = heads;
  return (
    <>
      <text x={TRUNK_X} y="16" textAnchor="middle" className="t13 tf">
        {basic}
      </text>
      {others.map((head, place) => (
        <text key={head} x={STOPS[place]} y="16" textAnchor="middle" className="t13 tf">
          {head}
        </text>
      ))}
      {proficiencies.map((proficiency, place) => (
        <g key={proficiency}>
          <line
            x1={BOUNDARIES[place]}
            x2={BOUNDARIES[place]}
            y1="26"
            y2={height}
            className="m-hair"
            strokeDasharray="2 4"
          />
          <text x={BOUNDARIES[place]} y="16" textAnchor="middle" className="t13 tb t2">
            {proficiency}
          </text>
        </g>
      ))}
    </>
  );
}

const isRunning = ({ state }: Station) => state !== "open" && state !== "notAsked";

const branch = (from: number, to: number) =>
  from === to
    ? `M${TRUNK_X} ${from}H${START_X}`
    : `M${TRUNK_X} ${from}H${TRUNK_X + 34}C${TRUNK_X + 58} ${from} ${START_X - 48} ${to} ${START_X - 24} ${to}H${START_X}`;

function Line({ line, y }: { line: StepMapLine; y: number }) {
  const reached = line.stations.findLastIndex(isRunning);
  return (
    <>
      <line x1={START_X} x2={END} y1={y} y2={y} className="m-rail" />
      {reached >= 0 && <line x1={START_X} x2={STOPS[reached]} y1={y} y2={y} className="m-run" />}
      <line x1={END} x2={END} y1={y - 7} y2={y + 7} className="m-rail-thin" />
      <At x={START_X} y={y}>
        <text y="-13" className="t14 tb">
          {line.name}
        </text>
        <text y="19" className="t12 tf">
          {line.note}
        </text>
      </At>
      {line.stations.map((station, place) => (
        <At key={STOPS[place]} x={STOPS[place] ?? END} y={y}>
          <Stop station={station} current={place === reached ? line.current : undefined} />
        </At>
      ))}
    </>
  );
}

type StopProps = { station: Station; current?: CurrentStep | undefined; edge?: number };

function Stop({ station, current, edge }: StopProps) {
  const isCurrent = station.state === "current" && current !== undefined;
  return (
    <>
      <StationShape station={station} current={current} />
      {isCurrent ? <Progressing current={current} /> : <Caption station={station} edge={edge} />}
    </>
  );
}

/** More than a day's width would be cut off at the map's edge, where there is one: it begins there instead. */
const LONG = 12;

function Caption({ station: { caption = "" }, edge }: { station: Station; edge: number | undefined }) {
  const isAtEdge = edge !== undefined && caption.length > LONG;
  return (
    <text y="27" className="t12 tf" {...(isAtEdge ? { x: edge } : { textAnchor: "middle" })}>
      {caption}
    </text>
  );
}

const Progressing = ({ current }: { current: CurrentStep }) => (
  <>
    <text x="26" y="-9" className="t13 tb ta">
      {current.headline}
    </text>
    <text x="26" y="19" className="t12 tf">
      {current.since}
    </text>
  </>
);

import { cn } from "@/lib/platform/cn";
import { StationShape } from "./station";
import type { Station, StepMapProps } from "./step-map-props";

const FIRST_X = 26;
const STEP = 70;
const xOf = (place: number) => FIRST_X + place * STEP;

/** The short form: one line of five stops for each role group. */
export function RouteList({ shortHeads, trunk, lines }: StepMapProps) {
  return (
    <ul className="routelist" aria-hidden="true">
      {lines.map(({ key, name, summary, stations }) => (
        <li key={key}>
          <div className="rl-h">
            <span className="b">{name}</span>
            <span className="small sub">{summary}</span>
          </div>
          <ShortLine heads={shortHeads} stations={[trunk, ...stations]} />
        </li>
      ))}
    </ul>
  );
}

function ShortLine({ heads, stations }: { heads: StepMapProps["shortHeads"]; stations: readonly Station[] }) {
  const reached = stations.findLastIndex(({ state }) => state !== "open" && state !== "notAsked");
  return (
    <div className="rl-s">
      <svg width="328" height="52" viewBox="0 0 328 52" aria-hidden="true" focusable="false">
        <path className="m-rail" d={`M${xOf(0)} 18H${xOf(stations.length - 1)}`} />
        {reached > 0 && <path className="m-run" d={`M${xOf(0)} 18H${xOf(reached)}`} />}
        {stations.map((station, place) => (
          <g key={heads[place]} transform={`translate(${xOf(place)} 18)`}>
            <StationShape station={station} isSmall />
            <text y="28" textAnchor="middle" className={cn("t12", station.state === "current" ? "tb ta" : "tf")}>
              {heads[place]}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

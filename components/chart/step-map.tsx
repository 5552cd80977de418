import { RouteList } from "./route-list";
import { RouteMap } from "./route-map";
import type { CurrentStep, Station, StepMapProps } from "./step-map-props";

/** Where a person stands in every role group. Two drawings for two widths, one table for those who listen. */
export function StepMap(props: StepMapProps) {
  return (
    <div data-slot="step-map">
      <RouteMap {...props} />
      <RouteList {...props} />
      <div className="vh">
        <RouteTable {...props} />
      </div>
    </div>
  );
}

function RouteTable({ caption, roleGroupWord, heads, trunk, trunkCurrent, lines }: StepMapProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{roleGroupWord}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, note, stations, current }) => (
          <tr key={key}>
            <th scope="row">{[name, note].filter(Boolean).join(" ")}</th>
            <td>{said(trunk, trunkCurrent)}</td>
            {stations.map((station, place) => (
              <td key={heads[place + 1]}>{said(station, current)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const said = ({ state, stateWord, caption }: Station, current: CurrentStep | undefined) => {
  const isCurrent = state === "current" && current !== undefined;
  const more = isCurrent ? [`${current.met} / ${current.all}`, current.headline, current.since] : [caption];
  return [stateWord, ...more].filter(Boolean).join(" ");
};

import { RingShape } from "./ring";
import type { CurrentStep, Station } from "./step-map-props";

type Props = { station: Station; current?: CurrentStep | undefined; isSmall?: boolean };

/** A stop, drawn around the point 0, 0: circle signed off, diamond recognised, ring in progress, hollow to come. */
export function StationShape({ station, current, isSmall = false }: Props) {
  switch (station.state) {
    case "signedOff":
      return (
        <>
          <circle r="10" className="m-on" />
          <path className="m-tick" d="M-4 .5l3 3 5.5-6" />
        </>
      );
    case "recognised":
      return (
        <>
          <rect x="-8.5" y="-8.5" width="17" height="17" rx="2" className="m-on" transform="rotate(45)" />
          <path className="m-tick" d="M-4 .5l3 3 5.5-6" />
        </>
      );
    case "current":
      return current === undefined || isSmall ? <CurrentDot /> : <RingShape {...current} />;
    case "open":
      return <circle r="7" className="m-off" />;
    case "notAsked":
      return null;
  }
}

const CurrentDot = () => (
  <>
    <circle r="13" className="bgc" />
    <circle r="9" className="nowc" />
  </>
);

import { Drawing } from "@/components/ui/drawing";

type Props = {
  waitedHours: number;
  /** The usual wait of that kind; null while too few are known. */
  usualHours: number | null;
};

const WIDTH = 84;
const FULL_HOURS = 8 * 24;
const at = (hours: number) => Math.round((Math.min(hours, FULL_HOURS) / FULL_HOURS) * WIDTH);

/** Beside the number, never alone: the time waited, a tick at the usual wait; past it the bar turns red. */
export function WaitBar({ waitedHours, usualHours }: Props) {
  const isLate = usualHours !== null && waitedHours > usualHours;
  return (
    <Drawing slot="wait-bar" width={WIDTH} height={10}>
      <rect x="0" y="2" width={WIDTH} height="6" rx="1" className="m-na" />
      <rect x="0" y="2" width={Math.max(2, at(waitedHours))} height="6" rx="1" className={isLate ? "m-bk" : "m-on"} />
      {usualHours !== null && <path className="m-need" d={`M${Math.max(1, at(usualHours))} 0V10`} />}
    </Drawing>
  );
}

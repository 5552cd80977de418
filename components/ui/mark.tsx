import type { ReactNode } from "react";
import { Drawing } from "./drawing";

export const MARKS = [
  "verified",
  "waiting",
  "now",
  "open",
  "broken",
  "before",
  "partial",
  "notNeeded",
  "done",
  "caution",
] as const;
export type MarkKind = (typeof MARKS)[number];

const SHAPES: Record<MarkKind, ReactNode> = {
  verified: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" className="m-on" />
      <path className="m-tick" d="M4.8 8.3l2.3 2.3L11.3 5.6" />
    </>
  ),
  waiting: <rect x="2.5" y="2.5" width="11" height="11" rx="2" className="m-wait" />,
  now: <rect x="2" y="2" width="12" height="12" rx="2" className="m-now" />,
  open: <rect x="2.5" y="2.5" width="11" height="11" rx="2" className="m-off" />,
  broken: <path className="m-gap" d="M4 4l8 8M12 4l-8 8" />,
  before: <rect x="2.5" y="2.5" width="11" height="11" rx="2" className="m-old" />,
  partial: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2" className="m-off" />
      <rect x="2" y="2" width="6" height="12" rx="2" className="m-on" />
    </>
  ),
  notNeeded: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2" className="m-nabox" />
      <path className="m-nal" d="M5 8h6" />
    </>
  ),
  done: <path className="m-ok" d="M3 8.5l3.5 3.5L13 4.5" />,
  caution: (
    <>
      <path className="m-warn" d="M8 2.5L14.5 13.5H1.5Z" />
      <path className="m-warnl" d="M8 6.5v3.5M8 11.2v1.3" />
    </>
  ),
};

type Props = {
  kind: MarkKind;
  /** The state in words. Leave out only where the word stands beside it. */
  label?: string;
  size?: number;
};

/** One mark, one meaning, on every screen. */
export function Mark({ kind, label, size = 16 }: Props) {
  return (
    <Drawing slot="mark" width={size} height={size} viewBox="0 0 16 16" label={label}>
      {SHAPES[kind]}
    </Drawing>
  );
}

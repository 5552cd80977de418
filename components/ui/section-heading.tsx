import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

type Props = { id?: string; note?: ReactNode; end?: ReactNode; className?: string; children: ReactNode };

/** A heading over a 2 px rule, a remark beside it, something at the end of the line. */
export function SectionHeading({ id, note, end, className, children }: Props) {
  return (
    <div data-slot="section-heading" className={cn("sec-h", className)}>
      <h2 {...(id !== undefined && { id })}>{children}</h2>
      {note && <span className="small sub">{note}</span>}
      {end && <div className="end">{end}</div>}
    </div>
  );
}

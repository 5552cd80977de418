import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

type Props = { by: ReactNode; className?: string; children: ReactNode };

/** What a person wrote, in full, with who and when. */
export function Quote({ by, className, children }: Props) {
  return (
    <blockquote data-slot="quote" className={cn("quote", className)}>
      {children} <span className="by">{by}</span>
    </blockquote>
  );
}

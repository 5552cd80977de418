import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

type Props = { by: ReactNode; tone?: "plain" | "back"; className?: string; children: ReactNode };

/** What a person wrote, in full, with who and when; red where it sends something back. */
export function Quote({ by, tone = "plain", className, children }: Props) {
  return (
    <blockquote data-slot="quote" className={cn("quote", tone === "back" && "back", className)}>
      {children} <span className="by">{by}</span>
    </blockquote>
  );
}

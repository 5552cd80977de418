import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

/** Folded until asked for. Works without JavaScript. */
export function Disclosure({
  summary,
  className,
  children,
  ...rest
}: ComponentProps<"details"> & { summary: ReactNode }) {
  return (
    <details data-slot="disclosure" className={cn("dis", className)} {...rest}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

/** A part of a long form under its own heading. */
export function Fieldset({ legend, className, children, ...rest }: ComponentProps<"fieldset"> & { legend: ReactNode }) {
  return (
    <fieldset data-slot="fieldset" className={cn("set", className)} {...rest}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

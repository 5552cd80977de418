import type { ComponentProps } from "react";
import { cn } from "@/lib/platform/cn";

export function Kbd({ className, ...rest }: ComponentProps<"kbd">) {
  return <kbd data-slot="kbd" className={cn("kbd", className)} {...rest} />;
}

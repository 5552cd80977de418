import type { ComponentProps } from "react";
import { cn } from "@/lib/platform/cn";

/** For those who listen to the page. */
export function VisuallyHidden({ className, ...rest }: ComponentProps<"span">) {
  return <span data-slot="visually-hidden" className={cn("vh", className)} {...rest} />;
}

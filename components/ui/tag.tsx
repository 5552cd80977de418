import type { ComponentProps } from "react";
import { cn } from "@/lib/platform/cn";

/** A label without state: STEP2 見習いへ, TLP:AMBER. */
export function Tag({ className, ...rest }: ComponentProps<"span">) {
  return <span data-slot="tag" className={cn("tag", className)} {...rest} />;
}

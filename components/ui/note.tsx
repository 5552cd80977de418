import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/platform/cn";

const look = cva("note", {
  variants: { tone: { plain: "", wait: "wait", back: "back", ok: "ok" } },
  defaultVariants: { tone: "plain" },
});

/** A remark at the side of something; 3 px at the left. */
export function Note({ tone, className, ...rest }: ComponentProps<"div"> & VariantProps<typeof look>) {
  return <div data-slot="note" className={cn(look({ tone }), className)} {...rest} />;
}

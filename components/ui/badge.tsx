import { cva } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/platform/cn";
import { Mark, type MarkKind } from "./mark";

const look = cva("badge", {
  variants: { tone: { ok: "ok", wait: "wait", back: "back", run: "run", none: "none" } },
});

export type BadgeState = "done" | "waiting" | "running" | "back" | "caution" | "open" | "short";

const STATES: Record<BadgeState, { mark: MarkKind; tone: "ok" | "wait" | "back" | "run" | "none" }> = {
  done: { mark: "done", tone: "ok" },
  waiting: { mark: "waiting", tone: "wait" },
  running: { mark: "now", tone: "run" },
  back: { mark: "broken", tone: "back" },
  short: { mark: "broken", tone: "back" },
  caution: { mark: "caution", tone: "wait" },
  open: { mark: "open", tone: "none" },
};

/** A state: mark and bold word, no pill. */
export function Badge({ state, className, children, ...rest }: ComponentProps<"span"> & { state: BadgeState }) {
  const { mark, tone } = STATES[state];
  return (
    <span data-slot="badge" className={cn(look({ tone }), className)} {...rest}>
      <Mark kind={mark} />
      {children}
    </span>
  );
}

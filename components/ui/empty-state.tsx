import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

type Props = { title: ReactNode; level?: 2 | 3; className?: string; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: one heading, one sentence on what to do first, one button. */
export function EmptyState({ title, level = 3, className, children, action }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div data-slot="empty-state" className={cn("empty", className)}>
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

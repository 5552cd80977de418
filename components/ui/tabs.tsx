import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";
import { Link } from "./link";

type Props = {
  label: string;
  tabs: readonly { href: string; label: ReactNode; current?: boolean }[];
  className?: string;
};

/** Links between views of the same list; the view is in the address. */
export function Tabs({ label, tabs, className }: Props) {
  return (
    <nav data-slot="tabs" aria-label={label} className={cn("tabs", className)}>
      {tabs.map(({ href, label: word, current }) => (
        <Link key={href} href={href} {...(current && { "aria-current": "page" as const })}>
          {word}
        </Link>
      ))}
    </nav>
  );
}

import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

type Props = { entries: readonly { mark: ReactNode; word: string }[]; className?: string };

/** What the marks of a section mean. */
export function Legend({ entries, className }: Props) {
  return (
    <ul data-slot="legend" className={cn("legend", className)}>
      {entries.map(({ mark, word }) => (
        <li key={word}>
          {mark}
          {word}
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from "react";

/** What the trainee wrote, with who and when: plain, where a send-back is red. */
export function OwnWords({ by, children }: { by: ReactNode; children: ReactNode }) {
  return (
    <blockquote className="own-words">
      {children} <span className="by">{by}</span>
    </blockquote>
  );
}

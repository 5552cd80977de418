import type { ReactNode } from "react";

/** Pages for which nobody needs to be signed in; each stands in a PlainPage. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return children;
}

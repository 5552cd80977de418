import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";
import { Wordmark } from "./wordmark";

type Props = { title: ReactNode; lead?: ReactNode; wide?: boolean; children?: ReactNode; foot?: ReactNode };

/** A page without the shell: sign-in, set-up, invitation, errors. */
export function PlainPage({ title, lead, wide, children, foot }: Props) {
  return (
    <main id="main" className={cn("plain-page", wide && "wide")}>
      <Wordmark />
      <h1>{title}</h1>
      {lead && <p className="lead phrase">{lead}</p>}
      {children}
      {foot && <div className="plain-foot">{foot}</div>}
    </main>
  );
}

import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

type Props = { title: ReactNode; aside?: ReactNode; sub?: ReactNode; actions?: ReactNode; className?: string };

/** Title of the page, a line under it, what can be done with the whole page. */
export function PageHead({ title, aside, sub, actions, className }: Props) {
  return (
    <div data-slot="page-head" className={cn("head", className)}>
      <div>
        <h1>
          {title}
          {aside && <span className="h1s">{aside}</span>}
        </h1>
        {sub && <p className="sub">{sub}</p>}
      </div>
      {actions && <div className="act">{actions}</div>}
    </div>
  );
}

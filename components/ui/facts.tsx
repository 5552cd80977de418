import { Fragment, type ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

type Props = { facts: readonly { label: string; value: ReactNode }[]; className?: string };

/** What is known about one thing: label, value. Facts without a value are left out by the caller. */
export function Facts({ facts, className }: Props) {
  return (
    <dl data-slot="facts" className={cn("facts", className)}>
      {facts.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

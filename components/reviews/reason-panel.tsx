"use client";

import type { ReactNode, SyntheticEvent } from "react";
import { type ButtonLook, buttonLook } from "@/components/ui/button-look";
import { Kbd } from "@/components/ui/kbd";

type Props = Pick<ButtonLook, "look"> & { summary: string; hint?: string; children: ReactNode };

/** 理由を書いて差し戻す: opens by the key or a click, without JavaScript too; the focus goes to the first field. */
export function ReasonPanel({ summary, hint, look = "refuse", children }: Props) {
  const focusField = ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
    if (currentTarget.open) currentTarget.querySelector<HTMLElement>(FIELDS)?.focus();
  };
  return (
    <details className="back-box" onToggle={focusField}>
      <summary className={buttonLook({ look })} data-key={hint?.toLowerCase()}>
        {summary}
        {hint !== undefined && <Kbd aria-hidden>{hint}</Kbd>}
      </summary>
      {children}
    </details>
  );
}

const FIELDS = "textarea, select, input:not([type=hidden])";

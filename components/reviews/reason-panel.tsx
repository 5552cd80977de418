"use client";

import type { ReactNode, SyntheticEvent } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { Kbd } from "@/components/ui/kbd";

type Props = { summary: string; hint: string; children: ReactNode };

/** 理由を書いて差し戻す: opens by the key or a click, without JavaScript too; the focus goes to the reason. */
export function ReasonPanel({ summary, hint, children }: Props) {
  const focusReason = ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
    if (currentTarget.open) currentTarget.querySelector("textarea")?.focus();
  };
  return (
    <details className="back-box" onToggle={focusReason}>
      <summary className={buttonLook({ look: "refuse" })} data-key={hint.toLowerCase()}>
        {summary}
        <Kbd aria-hidden>{hint}</Kbd>
      </summary>
      {children}
    </details>
  );
}

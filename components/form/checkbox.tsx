"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";
import { FieldError } from "./field-error";
import { useField } from "./use-field";

type Props = {
  name: string;
  label: ReactNode;
  hint?: string;
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
  className?: string;
};

/** One box. */
export function Checkbox({ name, label, hint, value = "yes", defaultChecked = false, required, className }: Props) {
  const field = useField(name, { hint });
  return (
    <div data-slot="field" className={cn("field", className)}>
      <label className="tick">
        <input
          type="checkbox"
          name={name}
          value={value}
          required={required}
          defaultChecked={field.wasSent ? (field.typed ?? []).includes(value) : defaultChecked}
          className="box"
          {...field.aria}
        />
        <span>
          {label}
          {hint !== undefined && (
            <span className="hint" id={field.hintId}>
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError id={field.errorId} errors={field.errors} />
    </div>
  );
}

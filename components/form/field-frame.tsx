"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";
import { FieldError } from "./field-error";
import { FieldLabel } from "./field-label";
import type { Field, FieldProps } from "./use-field";

type Props = Omit<FieldProps, "name"> & {
  field: Field;
  max?: number | undefined;
  /** A counter at the end of the hint's line. */
  count?: ReactNode;
  children: ReactNode;
};

/** Label, control, hint, error: the same order everywhere. */
export function FieldFrame({ field, label, hint, beside, labelHidden, className, count, children, ...marks }: Props) {
  return (
    <div data-slot="field" className={cn(beside ? "fs" : "field", className)}>
      <label className={cn("lab", labelHidden && "vh")} htmlFor={field.id}>
        <FieldLabel words={field.words} label={label} {...marks} />
      </label>
      <div>
        {children}
        <FieldHint id={field.hintId} hint={hint} count={count} />
        <FieldError id={field.errorId} errors={field.errors} />
      </div>
    </div>
  );
}

export function FieldHint({ id, hint, count }: { id: string; hint?: string | undefined; count?: ReactNode }) {
  if (hint === undefined && !count) return null;
  return (
    <div className="hint-row">
      {hint !== undefined && (
        <p className="hint" id={id}>
          {hint}
        </p>
      )}
      {count}
    </div>
  );
}

"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";
import { FieldError } from "./field-error";
import { FieldHint } from "./field-frame";
import { FieldLabel } from "./field-label";
import type { Field, FieldProps } from "./use-field";

type Props = Omit<FieldProps, "name"> & { field: Field; role?: "radiogroup"; children: ReactNode };

/** Several controls under one legend. */
export function ChoiceFrame({ field, label, hint, beside, labelHidden, className, role, children, ...marks }: Props) {
  const { "aria-describedby": describedBy, "aria-invalid": isInvalid } = field.aria;
  return (
    <fieldset
      data-slot="field"
      className={cn(beside ? "fs" : "field", className)}
      {...(describedBy && { "aria-describedby": describedBy })}
      {...(role && { role, "aria-required": marks.required ?? false, ...(isInvalid && { "aria-invalid": isInvalid }) })}
    >
      <legend className={cn("lab", labelHidden && "vh")}>
        <FieldLabel words={field.words} label={label} {...marks} />
      </legend>
      <div>
        {children}
        <FieldHint id={field.hintId} hint={hint} />
        <FieldError id={field.errorId} errors={field.errors} />
      </div>
    </fieldset>
  );
}

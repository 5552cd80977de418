"use client";

import { useId } from "react";
import { errorsOf, typedOf, useForm } from "./form-context";

export type FieldProps = {
  name: string;
  label: string;
  required?: boolean;
  /** Neither 必須 nor 任意: for a choice that always has a value. */
  unmarked?: boolean;
  hint?: string;
  /** Label at the left of the control instead of over it. */
  beside?: boolean;
  /** The label is read out but not shown. */
  labelHidden?: boolean;
  className?: string;
};

/** State of one field: what was typed, its errors, and the ids that tie label, hint and error together. */
export function useField(name: string, { hint }: { hint?: string | undefined }) {
  const { state, words } = useForm();
  const id = useId();
  const errors = errorsOf(state, name);
  const typed = typedOf(state);
  const hintId = `${id}h`;
  const errorId = `${id}e`;
  const describedBy = [hint !== undefined && hintId, errors.length > 0 && errorId].filter(Boolean).join(" ");
  return {
    id,
    hintId,
    errorId,
    errors,
    words,
    typed: typed?.[name],
    /** The form came back: a box that is not among the values was not ticked. */
    wasSent: typed !== null,
    aria: {
      ...(describedBy && { "aria-describedby": describedBy }),
      ...(errors.length > 0 && { "aria-invalid": true }),
    },
  };
}

export type Field = ReturnType<typeof useField>;

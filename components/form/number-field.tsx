"use client";

import { TextField, type TextFieldProps } from "./text-field";

/** A whole number. Not type=number: a turned wheel must not change it, and full-width digits are welcome. */
export function NumberField({
  defaultValue,
  input,
  ...rest
}: Omit<TextFieldProps, "defaultValue" | "max"> & { defaultValue?: number }) {
  return (
    <TextField
      size="short"
      {...rest}
      {...(defaultValue !== undefined && { defaultValue: String(defaultValue) })}
      input={{ inputMode: "numeric", autoComplete: "off", ...input }}
    />
  );
}

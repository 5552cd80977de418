"use client";

import { FieldFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";

type Props = FieldProps & { accept: string; multiple?: boolean };

/** What may be chosen and how large it may be stands in the hint, before anything is sent. */
export function FileField({ name, accept, multiple, ...frame }: Props & { hint: string }) {
  const field = useField(name, frame);
  return (
    <FieldFrame field={field} {...frame}>
      <input
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        required={frame.required}
        className="in"
        {...field.aria}
      />
    </FieldFrame>
  );
}

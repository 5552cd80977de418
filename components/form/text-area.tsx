"use client";

import { type ComponentProps, useState } from "react";
import { cn } from "@/lib/platform/cn";
import { FieldFrame } from "./field-frame";
import { TextCount } from "./text-count";
import { type FieldProps, useField } from "./use-field";

type Props = FieldProps & {
  defaultValue?: string;
  max: number;
  rows?: number;
  textarea?: Omit<ComponentProps<"textarea">, "name" | "defaultValue" | "id" | "rows">;
};

/** Text of several lines; grows with what is written. */
export function TextArea({ name, defaultValue = "", rows = 3, textarea = {}, ...frame }: Props) {
  const field = useField(name, frame);
  const [length, setLength] = useState<number>();
  return (
    <FieldFrame field={field} count={<TextCount length={length} max={frame.max} words={field.words} />} {...frame}>
      <textarea
        {...textarea}
        id={field.id}
        name={name}
        rows={rows}
        required={frame.required}
        defaultValue={field.typed?.[0] ?? defaultValue}
        className={cn("in", textarea.className)}
        onInput={(event) => setLength(event.currentTarget.value.length)}
        {...field.aria}
      />
    </FieldFrame>
  );
}

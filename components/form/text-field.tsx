"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { cn } from "@/lib/platform/cn";
import { FieldFrame } from "./field-frame";
import { TextCount } from "./text-count";
import { type FieldProps, useField } from "./use-field";

export type TextFieldProps = FieldProps & {
  defaultValue?: string;
  /** The limit, said beside the label; nothing is ever cut off while typing. */
  max?: number;
  size?: "full" | "mid" | "short";
  unit?: ReactNode;
  input?: Omit<ComponentProps<"input">, "name" | "defaultValue" | "id">;
};

/** One line of text. */
export function TextField({ name, defaultValue = "", size = "full", unit, input = {}, ...frame }: TextFieldProps) {
  const field = useField(name, frame);
  const [length, setLength] = useState<number>();
  const control = (
    <input
      {...input}
      id={field.id}
      name={name}
      type={input.type ?? "text"}
      required={frame.required}
      defaultValue={field.typed?.[0] ?? defaultValue}
      className={cn("in", size !== "full" && size, input.className)}
      onInput={(event) => setLength(event.currentTarget.value.length)}
      {...field.aria}
    />
  );
  return (
    <FieldFrame field={field} count={<TextCount length={length} max={frame.max} words={field.words} />} {...frame}>
      {unit === undefined ? (
        control
      ) : (
        <span className="with-unit">
          {control}
          <span>{unit}</span>
        </span>
      )}
    </FieldFrame>
  );
}

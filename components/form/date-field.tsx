"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { FieldFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";
import { useHydrated } from "./use-hydrated";

type Props = FieldProps & {
  defaultValue?: string;
  min?: string;
  max?: string;
  /** A month instead of a day. */
  type?: "date" | "month";
  /** "今日 11/20(金)" and the like, worded by the page. */
  quick?: readonly { label: string; value: string }[];
};

/** A plain day, as the person's calendar has it. */
export function DateField({ name, defaultValue = "", min, max, type = "date", quick = [], ...frame }: Props) {
  const field = useField(name, frame);
  const isHydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);

  const choose = (value: string) => {
    if (!input.current) return;
    input.current.value = value;
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
  };

  return (
    <FieldFrame field={field} {...frame}>
      <span className="day-row">
        <input
          ref={input}
          id={field.id}
          name={name}
          type={type}
          min={min}
          max={max}
          required={frame.required}
          defaultValue={field.typed?.[0] ?? defaultValue}
          className="in"
          {...field.aria}
        />
        {isHydrated &&
          quick.map(({ label, value }) => (
            <Button key={value} size="small" onClick={() => choose(value)}>
              {label}
            </Button>
          ))}
      </span>
    </FieldFrame>
  );
}

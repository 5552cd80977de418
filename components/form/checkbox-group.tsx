"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";
import { ChoiceFrame } from "./choice-frame";
import { type FieldProps, useField } from "./use-field";

type Props = FieldProps & {
  options: readonly { value: string; label: ReactNode; disabled?: boolean }[];
  defaultValues?: readonly string[];
  look?: "row" | "column" | "chips";
};

/** Any number of choices; name it `x[]` so that one is an array too. */
export function CheckboxGroup({ name, options, defaultValues = [], look = "row", ...frame }: Props) {
  const field = useField(name, frame);
  const chosen = field.wasSent ? (field.typed ?? []) : defaultValues;
  return (
    <ChoiceFrame field={field} {...frame}>
      <div className={look === "chips" ? "chips" : cn("chk", look === "column" && "col")}>
        {options.map(({ value, label, disabled }) => (
          <label key={value} className={look === "chips" ? "chip" : "tick"}>
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              disabled={disabled}
              className="box"
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}

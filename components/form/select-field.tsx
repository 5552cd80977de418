"use client";

import { cn } from "@/lib/platform/cn";
import { FieldFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";

export type SelectOption = { value: string; label: string };
type SelectGroup = { label: string; options: readonly SelectOption[] };

type Props = FieldProps & {
  options: readonly (SelectOption | SelectGroup)[];
  defaultValue?: string;
  /** The first, empty entry; false when there is always a value. */
  placeholder?: string | false;
  size?: "full" | "mid";
};

/** For ten choices and more; fewer are visible buttons (RadioGroup). */
export function SelectField({ name, options, defaultValue = "", placeholder, size = "full", ...frame }: Props) {
  const field = useField(name, frame);
  const chosen = field.typed?.[0] ?? defaultValue;
  return (
    <FieldFrame field={field} {...frame}>
      <select
        key={chosen}
        id={field.id}
        name={name}
        required={frame.required}
        defaultValue={chosen}
        className={cn("in", size !== "full" && size)}
        {...field.aria}
      >
        {placeholder !== false && <option value="">{placeholder ?? field.words?.choose ?? ""}</option>}
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map((option) => (
                <Option key={option.value} {...option} />
              ))}
            </optgroup>
          ) : (
            <Option key={entry.value} {...entry} />
          ),
        )}
      </select>
    </FieldFrame>
  );
}

const Option = ({ value, label }: SelectOption) => <option value={value}>{label}</option>;

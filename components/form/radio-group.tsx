"use client";

import { Kbd } from "@/components/ui/kbd";
import { ChoiceFrame } from "./choice-frame";
import { type FieldProps, useField } from "./use-field";

export type RadioOption = {
  value: string;
  label: string;
  /** Pressing this key outside of fields chooses it. */
  hotkey?: string;
  disabled?: boolean;
};

type Props = FieldProps & { options: readonly RadioOption[]; defaultValue?: string };

/** Up to nine choices as visible buttons. */
export function RadioGroup({ name, options, defaultValue, ...frame }: Props) {
  const field = useField(name, frame);
  const chosen = field.typed?.[0] ?? defaultValue;
  return (
    <ChoiceFrame field={field} role="radiogroup" {...frame}>
      <div className="seg">
        {options.map(({ value, label, hotkey, disabled }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              disabled={disabled}
              {...(hotkey && { "data-key": hotkey })}
            />
            {label}
            {hotkey && <Kbd aria-hidden>{hotkey}</Kbd>}
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}

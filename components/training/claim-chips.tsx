"use client";

import { ChoiceFrame } from "@/components/form/choice-frame";
import { useField } from "@/components/form/use-field";

export type ClaimChip = {
  value: string;
  label: string;
  /** 6→7 */
  effect: string | null;
  /** Fields that appear while it is chosen. */
  needs: readonly string[];
};

type Props = { name: string; label: string; chips: readonly ClaimChip[]; defaultValues: readonly string[] };

/** The likely criteria of the quick log, with what a record moves. */
export function ClaimChips({ name, label, chips, defaultValues }: Props) {
  const field = useField(name, {});
  const chosen = field.wasSent ? (field.typed ?? []) : defaultValues;
  return (
    <ChoiceFrame field={field} label={label} unmarked>
      <div className="chips">
        {chips.map(({ value, label: title, effect, needs }) => (
          <label key={value} className="chip">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              data-needs={needs.join(" ")}
              className="box"
            />
            <span>
              {title}
              {effect !== null && <span className="n"> {effect}</span>}
            </span>
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}

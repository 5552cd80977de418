"use client";

import { ChoiceFrame } from "@/components/form/choice-frame";
import { useField } from "@/components/form/use-field";
import { Disclosure } from "@/components/ui/disclosure";

export type ClaimChip = {
  value: string;
  label: string;
  /** 6→7 */
  effect: string | null;
  /** Fields that appear while it is chosen. */
  needs: readonly string[];
};

type Props = {
  name: string;
  label: string;
  chips: readonly ClaimChip[];
  /** Those that are folded away, open where one of them is chosen. */
  others: readonly ClaimChip[];
  othersLabel: string;
  defaultValues: readonly string[];
};

/** The criteria of the quick log, with what a record moves. */
export function ClaimChips({ name, label, chips, others, othersLabel, defaultValues }: Props) {
  const field = useField(name, {});
  const chosen = field.wasSent ? (field.typed ?? []) : defaultValues;
  return (
    <ChoiceFrame field={field} label={label} unmarked>
      <Chips name={name} chips={chips} chosen={chosen} />
      {others.length > 0 && (
        <Disclosure summary={othersLabel} open={others.some(({ value }) => chosen.includes(value))}>
          <Chips name={name} chips={others} chosen={chosen} />
        </Disclosure>
      )}
    </ChoiceFrame>
  );
}

function Chips({ name, chips, chosen }: Pick<Props, "name" | "chips"> & { chosen: readonly string[] }) {
  return (
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
  );
}

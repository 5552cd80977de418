"use client";

import { ChoiceFrame } from "@/components/form/choice-frame";
import { useField } from "@/components/form/use-field";

export type PickRow = {
  value: string;
  title: string;
  /** SOC/監視 STEP2 */
  place: string;
  /** 6 / 10回 */
  tally: string;
  /** Kinds of record that it counts; none where a mentor only judges. */
  kinds: readonly string[];
  /** Fields that appear while it is chosen. */
  needs: readonly string[];
  parts: readonly { value: string; label: string }[];
};

type Words = { label: string; hint: string; parts: string; others: string; none: string };
type Props = {
  rows: readonly PickRow[];
  words: Words;
  defaultClaims: readonly string[];
  defaultParts: readonly string[];
};

/** The criteria that a record may count for; those that its kind serves are in view, the others a tick away. */
export function ClaimPick({ rows, words, defaultClaims, defaultParts }: Props) {
  const field = useField("claims[]", { hint: words.hint });
  const parts = useField("parts[]", {});
  const claimed = field.wasSent ? (field.typed ?? []) : defaultClaims;
  const shown = parts.wasSent ? (parts.typed ?? []) : defaultParts;
  if (rows.length === 0) {
    return (
      <ChoiceFrame field={field} label={words.label} unmarked beside>
        <p className="hint">{words.none}</p>
      </ChoiceFrame>
    );
  }
  return (
    <ChoiceFrame field={field} label={words.label} hint={words.hint} unmarked beside className="claims-field">
      <ul className="pick">
        {rows.map((row) => (
          <Row key={row.value} row={row} words={words} isClaimed={claimed.includes(row.value)} shown={shown} />
        ))}
      </ul>
      <label className="tick show-others">
        <input type="checkbox" className="box" />
        <span>{words.others}</span>
      </label>
    </ChoiceFrame>
  );
}

type RowProps = { row: PickRow; words: Words; isClaimed: boolean; shown: readonly string[] };

function Row({ row, words, isClaimed, shown }: RowProps) {
  return (
    <li data-kinds={row.kinds.join(" ")}>
      <input
        type="checkbox"
        id={row.value}
        name="claims[]"
        value={row.value}
        defaultChecked={isClaimed}
        data-needs={row.needs.join(" ")}
        className="box claim"
      />
      <label htmlFor={row.value} className="t">
        {row.title}
        <span className="g">{row.place}</span>
      </label>
      <span className="n small">{row.tally}</span>
      {row.parts.length > 0 && (
        <fieldset className="parts">
          <legend>{words.parts}</legend>
          {row.parts.map(({ value, label }) => (
            <label key={value} className="tick">
              <input
                type="checkbox"
                name="parts[]"
                value={value}
                defaultChecked={shown.includes(value)}
                className="box"
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
    </li>
  );
}

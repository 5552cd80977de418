"use client";

import { useField } from "@/components/form/use-field";
import { Mark } from "@/components/ui/mark";

type Props = {
  code: string;
  /** Id of the row with the reason, which opens when the item goes back. */
  reasonRow: string;
  /** Topics are good unless they go back. */
  onlyBack: boolean;
  words: { label: string; good: string; back: string };
};

/** よい or 差し戻す. The reason opens by the mark alone, without JavaScript too; with it the focus goes there. */
export function MarkChoice({ code, reasonRow, onlyBack, words }: Props) {
  const name = `mark:${code}`;
  const { typed } = useField(name, { hint: undefined });
  const focusReason = () =>
    requestAnimationFrame(() => document.getElementById(reasonRow)?.querySelector("textarea")?.focus());
  return (
    <fieldset className="yn">
      <legend className="vh">{words.label}</legend>
      {!onlyBack && (
        <label>
          <input
            type="radio"
            name={name}
            value="good"
            defaultChecked={typed?.[0] === "good"}
            className="vh"
            data-key="y"
          />
          <Mark kind="done" />
          {words.good}
        </label>
      )}
      <label className="no">
        <input
          type={onlyBack ? "checkbox" : "radio"}
          name={name}
          value="back"
          defaultChecked={typed?.[0] === "back"}
          className="vh"
          data-key="b"
          onChange={({ currentTarget }) => currentTarget.checked && focusReason()}
        />
        <Mark kind="broken" />
        {words.back}
      </label>
    </fieldset>
  );
}

"use client";

import { type KeyboardEvent, useRef } from "react";
import { TextArea } from "@/components/form/text-area";
import { useHydrated } from "@/components/form/use-hydrated";

export type Phrase = { readonly short: string; readonly text: string };
type Props = {
  name: string;
  label: string;
  hint?: string;
  max: number;
  /** One of several may be left empty. */
  isRequired?: boolean;
  phrases: readonly Phrase[];
  phrasesLabel: string;
};

/** A reason in one's own words; a ready phrase is put in and can be edited. Ctrl or ⌘ with Enter sends it back, never verifies. */
export function ReasonBox({ phrases, phrasesLabel, isRequired = true, ...field }: Props) {
  const box = useRef<HTMLFieldSetElement>(null);
  const isHydrated = useHydrated();

  const insert = (text: string) => {
    const area = box.current?.querySelector("textarea");
    if (!area) return;
    area.setRangeText(area.value.trim() === "" ? text : `\n${text}`, area.value.length, area.value.length, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };

  return (
    <fieldset ref={box} onKeyDown={sendOnCtrlEnter}>
      <TextArea {...field} required={isRequired} rows={2} />
      {isHydrated && (
        <fieldset className="chips why-chips">
          <legend className="vh">{phrasesLabel}</legend>
          {phrases.map(({ short, text }) => (
            <button key={short} type="button" className="chip" onClick={() => insert(text)}>
              {short}
            </button>
          ))}
        </fieldset>
      )}
    </fieldset>
  );
}

/** The button of the reason, not the first one of the form. */
function sendOnCtrlEnter(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  const send = event.currentTarget.closest("form")?.querySelector<HTMLButtonElement>('button[value="sendBack"]');
  if (send && send.ariaDisabled !== "true") send.click();
}

"use client";

import { useEffect, useRef } from "react";

type Props = {
  /** For each kind the claims of the last record of it. */
  lastClaims: Readonly<Record<string, readonly string[]>>;
  /** The criteria were asked for: they are not changed with the kind. */
  isAsked: boolean;
};

/** Puts the focus where typing starts, and ticks what was ticked the last time for the kind that is chosen. */
export function FormAid({ lastClaims, isAsked }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const isTouched = useRef(isAsked);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    focusTitle(form);
    const onChange = ({ target }: Event) => {
      if (chosen(target, "claims[]") !== null) isTouched.current = true;
      const kind = chosen(target, "kind");
      if (kind !== null && !isTouched.current) tick(form, lastClaims[kind] ?? []);
    };
    form.addEventListener("change", onChange);
    return () => form.removeEventListener("change", onChange);
  }, [lastClaims]);

  return <span ref={place} hidden />;
}

/** The value of a box that was pressed, if it is of this name. */
const chosen = (target: EventTarget | null, name: string) =>
  target instanceof HTMLInputElement && target.name === name ? target.value : null;

function focusTitle(form: HTMLFormElement) {
  const title = form.elements.namedItem("title");
  if (title instanceof HTMLInputElement && title.value === "") title.focus();
}

function tick(form: HTMLFormElement, claims: readonly string[]) {
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name="claims[]"]')) {
    box.checked = claims.includes(box.value);
  }
  form.dispatchEvent(new Event("input"));
}

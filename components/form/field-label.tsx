"use client";

import { type FormWords, fill } from "./form-context";

type Props = {
  words: FormWords | null;
  label: string;
  required?: boolean | undefined;
  unmarked?: boolean | undefined;
  max?: number | undefined;
};

/** The label with 必須 or 任意 in words, and the limit before anything is typed. */
export function FieldLabel({ words, label, required, unmarked, max }: Props) {
  const isMarked = words !== null && !unmarked;
  return (
    <>
      {label}
      {isMarked && <span className={required ? "req" : "opt"}>{required ? words.required : words.optional}</span>}
      {words !== null && max !== undefined && <span className="opt limit">{fill(words.max, { max })}</span>}
    </>
  );
}

"use client";

import { useRef, useState } from "react";
import { useForm } from "@/components/form/form-context";
import { Button } from "@/components/ui/button";

type Words = { label: string; once: string; until: string; copy: string; copied: string };

/** The link that was just made: shown once, to be copied by hand or by the button. */
export function IssuedLink({ words, locale }: { words: Words; locale: string }) {
  const { state } = useForm();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const result = state.status === "done" ? state.result : undefined;
  if (result?.link === undefined) return null;

  const copy = async () => {
    field.current?.select();
    await navigator.clipboard.writeText(result.link ?? "");
    setIsCopied(true);
  };
  const until = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Tokyo" });
  return (
    <div className="note mt-3" role="status">
      <label className="lab" htmlFor="issued-link">
        {words.label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id="issued-link"
          ref={field}
          readOnly
          value={result.link}
          className="in grow-1 basis-80"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>{isCopied ? words.copied : words.copy}</Button>
      </div>
      <p className="hint">{words.once}</p>
      <p className="hint">{words.until.replace("{time}", until.format(new Date(result.expiresAt ?? "")))}</p>
    </div>
  );
}

"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldFrame } from "./field-frame";
import { type FieldProps, useField } from "./use-field";
import { useHydrated } from "./use-hydrated";

type Props = FieldProps & { autoComplete: "current-password" | "new-password"; max?: number };

/** Never typed back. Can be shown, pasted into, and filled by a password manager. */
export function PasswordField({ name, autoComplete, ...frame }: Props) {
  const field = useField(name, frame);
  const isHydrated = useHydrated();
  const [isShown, setIsShown] = useState(false);
  return (
    <FieldFrame field={field} {...frame}>
      <span className="with-unit">
        <input
          id={field.id}
          name={name}
          type={isShown ? "text" : "password"}
          required={frame.required}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className="in"
          {...field.aria}
        />
        {isHydrated && field.words && (
          <Button size="small" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
            {field.words.showPassword}
          </Button>
        )}
      </span>
    </FieldFrame>
  );
}

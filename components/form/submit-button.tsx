"use client";

import { type ComponentProps, useState } from "react";
import { type ButtonLook, buttonLook } from "@/components/ui/button-look";
import { Kbd } from "@/components/ui/kbd";
import { cn } from "@/lib/platform/cn";
import { useForm } from "./form-context";

type Props = Omit<ComponentProps<"button">, "type"> &
  ButtonLook & {
    /** 記録しています… */
    pending?: string;
    hint?: string;
    /** Id of the text that says why it cannot be sent now. */
    reasonId?: string;
  };

/** Sends the form. Keeps its width, says that it is sending after 400 ms, ignores a second press. */
export function SubmitButton({ look = "primary", size, pending, hint, reasonId, className, children, ...rest }: Props) {
  const { isPending, words } = useForm();
  const [isPressed, setIsPressed] = useState(false);
  const isSending = isPending && isPressed;
  const unavailable = reasonId !== undefined;
  return (
    <button
      data-slot="submit-button"
      {...rest}
      type={unavailable ? "button" : "submit"}
      data-sends={unavailable ? undefined : true}
      data-pending={isSending || undefined}
      aria-disabled={unavailable || isPending || undefined}
      aria-describedby={reasonId}
      className={cn(buttonLook({ look, size, unavailable }), className)}
      onClick={() => setIsPressed(true)}
      onBlur={() => setIsPressed(isPending && isPressed)}
    >
      <span className="btn-words">
        <span>
          {children}
          {hint !== undefined && <Kbd aria-hidden>{hint}</Kbd>}
        </span>
        <span className="wait-word">{pending ?? words?.pending}</span>
      </span>
    </button>
  );
}

import type { ComponentProps } from "react";
import { cn } from "@/lib/platform/cn";
import { type ButtonLook, buttonLook } from "./button-look";
import { Kbd } from "./kbd";

type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** The key that does the same, printed inside; set `data-key` to make it work. */
    hint?: string;
    /** Id of the text that says why this cannot be done now. The button stays visible and does nothing. */
    reasonId?: string;
  };

export function Button({ look, size, hint, reasonId, className, children, type = "button", ...rest }: ButtonProps) {
  const unavailable = reasonId !== undefined;
  return (
    <button
      data-slot="button"
      type={unavailable ? "button" : type}
      className={cn(buttonLook({ look, size, unavailable }), className)}
      {...(unavailable && { "aria-disabled": true, "aria-describedby": reasonId })}
      {...rest}
    >
      {children}
      {hint !== undefined && <Kbd aria-hidden>{hint}</Kbd>}
    </button>
  );
}

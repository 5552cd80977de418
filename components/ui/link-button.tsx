import { cn } from "@/lib/platform/cn";
import { type ButtonLook, buttonLook } from "./button-look";
import { Kbd } from "./kbd";
import { Link, type LinkProps } from "./link";

type LinkButtonProps = LinkProps & ButtonLook & { hint?: string };

/** Looks like a button, goes somewhere. */
export function LinkButton({ look, size, hint, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link data-slot="link-button" className={cn(buttonLook({ look, size }), className)} {...rest}>
      {children}
      {hint !== undefined && <Kbd aria-hidden>{hint}</Kbd>}
    </Link>
  );
}

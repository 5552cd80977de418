import type { ComponentProps } from "react";
import { cn } from "@/lib/platform/cn";

export type LinkProps = ComponentProps<"a"> & { href: string };

/**
 * A link of the product or to elsewhere. Nothing is fetched ahead: each page is made for its reader. Inside of the product
 * one listener for the whole page (`SoftNavigation`) exchanges pages; a link by itself has no script.
 */
export function Link({ href, className, children, ...rest }: LinkProps) {
  const isOutside = /^[a-z][a-z0-9+.-]*:/i.test(href) || rest.target === "_blank";
  const isFile = rest.download !== undefined;
  return (
    <a
      data-slot="link"
      href={href}
      className={cn(className)}
      {...(isOutside && { rel: "noreferrer" })}
      {...(!isOutside && !isFile && { "data-soft": true })}
      {...rest}
    >
      {children}
    </a>
  );
}

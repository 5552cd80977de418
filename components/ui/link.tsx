import type { Route } from "next";
import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/platform/cn";
import { LinkWait } from "./link-wait";

export type LinkProps = Omit<ComponentProps<typeof NextLink>, "href" | "as" | "prefetch"> & {
  href: string;
  /** Says that the next page is on its way, after 400 ms. */
  wait?: string;
};

/** A link of the product or to elsewhere. Nothing is fetched ahead: each page is made for its reader. */
export function Link({ href, wait, className, children, ...rest }: LinkProps) {
  const isOutside = /^[a-z][a-z0-9+.-]*:/i.test(href);
  if (isOutside || rest.target === "_blank") {
    return (
      <a data-slot="link" href={href} rel="noreferrer" className={cn(className)} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <NextLink data-slot="link" href={href as Route} prefetch={false} className={cn(className)} {...rest}>
      {children}
      {wait !== undefined && <LinkWait word={wait} />}
    </NextLink>
  );
}

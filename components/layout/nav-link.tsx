"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { closeMenu } from "./menu-closer";

type Props = {
  href: string;
  alsoHref?: string | undefined;
  /** Other pages of the navigation: the longest of them that fits the address is the current one. */
  others: readonly string[];
  /** Pressed after G. */
  placeKey?: string | undefined;
  children: ReactNode;
};

const covers = (href: string, path: string) => path === href || path.startsWith(`${href}/`);

/** A link that knows whether the reader is there. The shell stays while pages change, so this is told in the browser too. */
export function NavLink({ href, alsoHref, others, placeKey, children }: Props) {
  const path = usePathname();
  const isOwn = covers(href, path) || (alsoHref !== undefined && covers(alsoHref, path));
  const isCurrent = isOwn && !others.some((other) => other.length > href.length && covers(other, path));
  return (
    <Link
      href={href}
      onClick={closeMenu}
      {...(placeKey && { "data-key": `g ${placeKey}` })}
      {...(isCurrent && { "aria-current": "page" as const })}
    >
      {children}
    </Link>
  );
}

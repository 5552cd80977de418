"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

export const closeMenu = () => document.querySelector<HTMLElement>(":popover-open")?.hidePopover();

/** The shell stays while pages change; an open menu does not. */
export function MenuCloser() {
  const path = usePathname();
  useEffect(() => {
    if (path !== "") closeMenu();
  }, [path]);
  return null;
}

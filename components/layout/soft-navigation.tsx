"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/**
 * Exchanges pages without loading them anew, for every link that `components/ui/link` made (decision 097).
 * What the browser does with a link otherwise (another tab, a download, another site) is left to it.
 */
export function SoftNavigation() {
  const router = useRouter();
  const [isGoing, start] = useTransition();

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = softLink(event);
      if (!link) return;
      event.preventDefault();
      start(() => router.push(`${link.pathname}${link.search}${link.hash}` as Route));
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);

  return <div data-slot="soft-navigation" className="going" data-pending={isGoing || undefined} aria-hidden="true" />;
}

function softLink(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  const link = event.target.closest<HTMLAnchorElement>("a[data-soft]");
  return link && link.target === "" && link.origin === location.origin ? link : null;
}

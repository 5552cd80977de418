"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: takes no room until the next page is late. */
export function LinkWait({ word }: { word: string }) {
  const { pending } = useLinkStatus();
  return (
    <span className="link-wait" data-pending={pending || undefined} aria-hidden={!pending}>
      {pending && word}
    </span>
  );
}

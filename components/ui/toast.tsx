"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Link } from "./link";

type Props = {
  /** What was done, in one sentence: it repeats what the page already shows. */
  message: ReactNode;
  link?: { href: string; label: string };
  close: string;
  /** The parameter of the address that brought it, taken out so that a reload stays silent. */
  param?: string;
};

const SHOWN_FOR_MS = 6000;

/** Bottom left, six seconds, waits while pointed at or focused. Without JavaScript it stays. */
export function Toast({ message, link, close, param = "done" }: Props) {
  const [isGone, setIsGone] = useState(false);
  const [isHeld, setIsHeld] = useState(false);

  useEffect(() => {
    const url = new URL(window.location.href);
    if (!url.searchParams.has(param)) return;
    url.searchParams.delete(param);
    window.history.replaceState(window.history.state, "", url);
  }, [param]);

  useEffect(() => {
    if (isHeld || isGone) return;
    const timer = setTimeout(() => setIsGone(true), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [isHeld, isGone]);

  if (isGone) return null;
  return (
    <div
      data-slot="toast"
      className="toast"
      role="status"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{message}</span>
      {link && <Link href={link.href}>{link.label}</Link>}
      <button type="button" aria-label={close} onClick={() => setIsGone(true)}>
        ×
      </button>
    </div>
  );
}

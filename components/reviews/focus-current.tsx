"use client";

import { useEffect } from "react";

/** After a decision the focus goes to the heading of what comes next. */
export function FocusCurrent({ id }: { id: string }) {
  useEffect(() => {
    document.getElementById(id)?.focus();
  }, [id]);
  return null;
}

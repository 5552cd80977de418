"use client";

import { useEffect, useRef } from "react";
import { Message } from "@/components/ui/message";
import { useForm } from "./form-context";

/** What came back: a refusal takes the focus, success says so. */
export function FormAnswer() {
  const { state, words } = useForm();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if ("message" in state) box.current?.focus();
  }, [state]);

  if (state.status === "done") {
    return state.notice === undefined ? null : <Message tone="ok" role="status" title={state.notice} />;
  }
  if (!("message" in state)) return null;
  const { title, why, safe, links = [] } = state.message;
  const isSignedOut = state.status === "signedOut";
  return (
    <Message
      ref={box}
      tone={isSignedOut ? "wait" : "back"}
      role="alert"
      tabIndex={-1}
      title={title}
      why={why}
      safe={safe}
      links={links.map((link) =>
        isSignedOut ? { ...link, target: "_blank" as const, note: words?.newTab ?? "" } : link,
      )}
    />
  );
}

"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button } from "@/components/ui/button";

type Words = Record<"count" | "hint" | "all" | "clear" | "verify" | "verifyPlain" | "pending", string>;

const fill = (words: string, count: number) => words.replace("{count}", String(count));

/** How many records are chosen, and the one button for them. Without JavaScript it sends what is ticked. */
export function BatchBar({ words }: { words: Words }) {
  const bar = useRef<HTMLDivElement>(null);
  const isHydrated = useHydrated();
  const { count, setAll } = useTicked(bar);
  const canSend = !isHydrated || count > 0;

  return (
    <div className="batch" ref={bar}>
      <span role="status">{count > 0 ? fill(words.count, count) : words.hint}</span>
      {isHydrated && count === 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {words.all}
        </Button>
      )}
      {isHydrated && count > 0 && (
        <Button size="small" hint="Esc" data-key="escape" onClick={() => setAll(false)}>
          {words.clear}
        </Button>
      )}
      {canSend && (
        <SubmitButton look="outline" size="small" hint="⇧ V" data-key="shift+v" pending={words.pending}>
          {isHydrated ? fill(words.verify, count) : words.verifyPlain}
        </SubmitButton>
      )}
    </div>
  );
}

/** The boxes of the form around: how many are ticked, and all of them at once. */
function useTicked(bar: RefObject<HTMLElement | null>) {
  const [count, setCount] = useState(0);
  const boxes = useCallback(
    () => [...(bar.current?.closest("form")?.querySelectorAll<HTMLInputElement>("input.box") ?? [])],
    [bar],
  );
  const recount = useCallback(() => setCount(boxes().filter(({ checked }) => checked).length), [boxes]);

  // Also after each answer: what was verified has left the list.
  useEffect(recount);
  useEffect(() => {
    const form = bar.current?.closest("form");
    form?.addEventListener("change", recount);
    return () => form?.removeEventListener("change", recount);
  }, [bar, recount]);

  const setAll = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked;
    recount();
  };
  return { count, setAll };
}

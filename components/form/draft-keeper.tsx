"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { type FormAction, IDLE } from "@/lib/platform/action-state";
import { cn } from "@/lib/platform/cn";
import { formatTime } from "@/lib/platform/format";
import { useForm } from "./form-context";
import { isTaken, valuesIn } from "./guarded-action";

type Props = {
  formKey: string;
  /** Receives `formKey` and `values` (FormValues as JSON); answers `done` when the draft is stored. */
  save: FormAction;
  /** When the draft that fills the form was saved, worded: 14:02. */
  savedAt?: string;
};

const EVERY_MS = 3000;

/** Inside an ActionForm: what was typed goes to the server every few seconds, and the time stands beside the button. */
export function DraftKeeper({ formKey, save, savedAt }: Props) {
  const { words } = useForm();
  const place = useRef<HTMLSpanElement>(null);
  const { time, hasFailed } = useDraft(place, formKey, save);
  if (words === null) return null;
  const shown = time ?? savedAt;
  return (
    <span data-slot="draft-keeper" ref={place} role="status" className={cn("draft", hasFailed && "bad")}>
      {hasFailed ? words.draftFailed : shown !== undefined && `${words.draftSaved} ${shown}`}
    </span>
  );
}

function useDraft(place: RefObject<HTMLElement | null>, formKey: string, save: FormAction) {
  const { isPending } = useForm();
  const [saved, setSaved] = useState<{ time?: string; hasFailed: boolean }>({ hasFailed: false });
  const stored = useRef<string>(null);
  const isSaving = useRef(false);
  const read = () => textOf(place.current?.closest("form"));

  const store = useEffectEvent(async () => {
    const text = read();
    if (isSaving.current || isPending || text === null || text === stored.current) return;
    isSaving.current = true;
    const isStored = await send(save, formKey, text);
    isSaving.current = false;
    if (isStored) stored.current = text;
    setSaved((before) => (isStored ? { time: localTime(), hasFailed: false } : { ...before, hasFailed: true }));
  });
  const settle = useEffectEvent(() => {
    stored.current = read();
  });

  useEffect(() => {
    settle();
    const form = place.current?.closest("form");
    const onHidden = () => document.visibilityState === "hidden" && store();
    const onReset = (event: Event) => setTimeout(() => event.defaultPrevented || settle());
    const timer = setInterval(store, EVERY_MS);
    document.addEventListener("visibilitychange", onHidden);
    form?.addEventListener("reset", onReset);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onHidden);
      form?.removeEventListener("reset", onReset);
    };
  }, [place]);

  return saved;
}

const localTime = () => formatTime(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);

function textOf(form: HTMLFormElement | null | undefined): string | null {
  if (!form) return null;
  const { onceKey: _, ...values } = valuesIn(new FormData(form));
  return JSON.stringify(values);
}

async function send(save: FormAction, formKey: string, text: string): Promise<boolean> {
  const draft = new FormData();
  draft.set("formKey", formKey);
  draft.set("values", text);
  if (!isTaken(draft)) return false;
  try {
    return (await save(IDLE, draft)).status === "done";
  } catch {
    return false;
  }
}

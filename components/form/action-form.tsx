"use client";

import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useActionState,
  useMemo,
  useRef,
  useState,
} from "react";
import { type FormAction, IDLE } from "@/lib/platform/action-state";
import { cn } from "@/lib/platform/cn";
import { FormAnswer } from "./form-answer";
import { FormContext, type FormWords } from "./form-context";
import { guarded } from "./guarded-action";
import { useHydrated } from "./use-hydrated";

type Props = Omit<ComponentProps<"form">, "action" | "children"> & {
  action: FormAction;
  words: FormWords;
  /** Makes forty presses one act; a fresh one follows each success. */
  onceKey?: string;
  children: ReactNode;
};

/**
 * Posts with and without JavaScript. A refusal stands at its head and takes the focus; what was typed stays,
 * also when the session has ended or nothing could be reached.
 */
export function ActionForm({ action, words, onceKey, className, children, ...rest }: Props) {
  const { state, submit, isPending, freshKey, isKept } = useKeptAction(action, words);
  const isBusy = useRef(false);
  if (!isPending) isBusy.current = false;
  const context = useMemo(() => ({ state, isPending, words }), [state, isPending, words]);

  const holdSecondPress = (event: SyntheticEvent) => {
    if (isBusy.current || isPending) event.preventDefault();
    isBusy.current = true;
  };
  const keepTyped = (event: SyntheticEvent) => {
    if (isKept()) event.preventDefault();
  };

  return (
    <FormContext value={context}>
      <form
        data-slot="action-form"
        action={submit}
        noValidate
        className={cn("form", className)}
        onSubmit={holdSecondPress}
        onReset={keepTyped}
        onKeyDown={sendOnCtrlEnter}
        {...rest}
      >
        {onceKey !== undefined && <input type="hidden" name="onceKey" value={freshKey ?? onceKey} />}
        <FormAnswer />
        {children}
      </form>
    </FormContext>
  );
}

/** Until scripts run the bare action posts by itself; then a guard keeps the page and its text when it fails. */
function useKeptAction(action: FormAction, words: FormWords) {
  const isHydrated = useHydrated();
  const [freshKey, setFreshKey] = useState<string>();
  const answer = useRef<string>(IDLE.status);
  const kept = useMemo(() => {
    return guarded(action, refusalsOf(words), ({ status }) => {
      answer.current = status;
      if (status === "done") setFreshKey(crypto.randomUUID());
    });
  }, [action, words]);
  const [state, submit, isPending] = useActionState(isHydrated ? kept : action, IDLE);
  return { state, submit, isPending, freshKey, isKept: () => answer.current !== "done" };
}

const refusalsOf = ({ failedTitle, failedWhy, failedSafe: safe, tooLargeTitle, tooLargeWhy }: FormWords) => ({
  failed: { code: "NotReached", title: failedTitle, why: failedWhy, safe },
  tooLarge: { code: "TooLarge", title: tooLargeTitle, why: tooLargeWhy, safe },
});

/** Ctrl or ⌘ with Enter presses the first button that sends. */
function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLButtonElement>("button[data-sends]:not([aria-disabled])")?.click();
}

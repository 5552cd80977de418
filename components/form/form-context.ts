"use client";

import { createContext, useContext } from "react";
import { type ActionState, type FormValues, IDLE } from "@/lib/platform/action-state";

/** What a form says by itself; worded on the server by `Form`. `{count}` and `{max}` are filled here. */
export type FormWords = {
  required: string;
  optional: string;
  pending: string;
  count: string;
  max: string;
  failedTitle: string;
  failedWhy: string;
  failedSafe: string;
  tooLargeTitle: string;
  tooLargeWhy: string;
  draftSaved: string;
  draftFailed: string;
  showPassword: string;
  choose: string;
  newTab: string;
};

type FormContextValue = { state: ActionState; isPending: boolean; words: FormWords | null };

/** Outside of an ActionForm (a search form, say) fields have neither state nor words of their own. */
export const FormContext = createContext<FormContextValue>({ state: IDLE, isPending: false, words: null });

export const useForm = () => useContext(FormContext);

/** What was typed, when the answer was not 'done'. */
export const typedOf = (state: ActionState): FormValues | null => ("values" in state ? state.values : null);

/** Boxes named `x[]` of which none was ticked are not sent: what is wrong with them is said of `x`. */
export const errorsOf = (state: ActionState, name: string): readonly string[] =>
  state.status === "invalid" ? (state.fields[name] ?? state.fields[name.replace(/\[\]$/, "")] ?? []) : [];

export const fill = (words: string, values: Record<string, number>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.toLocaleString("en") ?? "");

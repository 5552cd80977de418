"use client";

import { cn } from "@/lib/platform/cn";
import { type FormWords, fill } from "./form-context";

type Props = { length: number | undefined; max: number | undefined; words: FormWords | null };

/** Appears when the limit comes near, turns red past it. */
export function TextCount({ length, max, words }: Props) {
  if (words === null || max === undefined || length === undefined || length < max * 0.8) return null;
  return <span className={cn("count", length > max && "near")}>{fill(words.count, { count: length, max })}</span>;
}

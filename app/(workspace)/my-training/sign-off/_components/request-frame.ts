import type { TrainingWords } from "@/components/training/enrolment-seen";

/** What every part of the page is shown with: words, how long a sign-off usually waits, and the moment. */
export type RequestFrame = TrainingWords & { readonly usual: string; readonly now: Date };

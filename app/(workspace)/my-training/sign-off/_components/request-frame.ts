import type { TrainingWords } from "@/components/training/enrolment-seen";
import type { UsualWait } from "@/components/training/usual-wait";

/** What every part of the page is shown with: words, how long things usually wait, and the moment. */
export type RequestFrame = TrainingWords & { readonly usual: UsualWait; readonly now: Date };

import { getLocale } from "next-intl/server";
import { inOrder, type TrainingWords } from "@/components/training/enrolment-seen";
import { usualWait } from "@/components/training/usual-wait";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { findLogSurroundings, type LogSurroundings } from "@/lib/records/queries";
import { type EnrolmentView, listTraining } from "@/lib/training/queries";

/** What every page of a trainee rests on. */
export type TrainingGround = {
  enrolments: readonly EnrolmentView[];
  around: LogSurroundings;
  worded: TrainingWords;
  /** 2日 */
  usual: string;
};

/** Four statements. `formKey` says whose draft comes along. */
export async function findTrainingGround(actor: Actor, formKey: string): Promise<TrainingGround> {
  const locale = await getLocale();
  const [listed, around, words] = await Promise.all([
    listTraining(actor, actor.id, now()),
    findLogSurroundings(actor, formKey, now()),
    curriculumWords(locale),
  ]);
  const enrolments = inOrder(listed);
  const usual = usualWait(around.waits, enrolments[0]?.measure.policyToday, locale);
  return { enrolments, around, worded: { words, locale }, usual };
}

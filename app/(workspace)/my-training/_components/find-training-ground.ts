import { getLocale } from "next-intl/server";
import { inOrder, type TrainingWords } from "@/components/training/enrolment-seen";
import type { UsualWait } from "@/components/training/usual-wait";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { findLogSurroundings, type LogSurroundings } from "@/lib/records/queries";
import { type EnrolmentView, listTraining } from "@/lib/training/queries";
import { findUsualWait } from "./find-usual-wait";

/** What every page of a trainee rests on. */
export type TrainingGround = {
  enrolments: readonly EnrolmentView[];
  around: LogSurroundings;
  worded: TrainingWords;
  usual: UsualWait;
};

/** Three statements, and one in ten minutes for the usual wait. `formKey` says whose draft comes along. */
export async function findTrainingGround(actor: Actor, formKey: string): Promise<TrainingGround> {
  const locale = await getLocale();
  const [listed, around, words] = await Promise.all([
    listTraining(actor, actor.id, now()),
    findLogSurroundings(actor, formKey, now()),
    curriculumWords(locale),
  ]);
  const enrolments = inOrder(listed);
  const usual = await findUsualWait(enrolments, locale);
  return { enrolments, around, worded: { words, locale }, usual };
}

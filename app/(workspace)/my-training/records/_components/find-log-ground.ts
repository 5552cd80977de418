import { getLocale } from "next-intl/server";
import { inOrder } from "@/components/training/enrolment-seen";
import { usualWait } from "@/components/training/usual-wait";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { findLogSurroundings } from "@/lib/records/queries";
import { listTraining } from "@/lib/training/queries";
import { choicesFor, type LogGround } from "./logging";

/** Asks for all that a form of a record needs. Five statements. */
export async function findLogGround(actor: Actor, formKey: string): Promise<LogGround> {
  const locale = await getLocale();
  const [listed, around, words] = await Promise.all([
    listTraining(actor, actor.id, now()),
    findLogSurroundings(actor, formKey, now()),
    curriculumWords(locale),
  ]);
  const enrolments = inOrder(listed);
  const usual = usualWait(around.waits, enrolments[0]?.measure.policyToday, locale);
  return { enrolments, around, choices: choicesFor(enrolments, around), worded: { words, locale }, usual };
}

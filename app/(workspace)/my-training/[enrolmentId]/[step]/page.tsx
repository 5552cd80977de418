import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SignOffBox } from "@/components/training/sign-off-box";
import { usualWait } from "@/components/training/usual-wait";
import { curriculumWords } from "@/lib/curriculum/queries";
import { STEP_NUMBERS } from "@/lib/domain/proficiency";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { findLogSurroundings } from "@/lib/records/queries";
import { DRAFT_OF_QUICK_LOG } from "@/lib/records/schema";
import { findStep } from "@/lib/training/queries";
import { DoneToast } from "../../../_components/done-toast";
import { STEP_ACTIONS } from "../../_components/step-acts";
import { StepContent } from "./_components/step-content";
import { StepHead } from "./_components/step-head";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("training"))("title"),
});

export default async function StepPage({ params, searchParams }: PageProps<"/my-training/[enrolmentId]/[step]">) {
  const actor = await requireActor();
  const { enrolmentId, step: asked } = await params;
  const step = STEP_NUMBERS.find((each) => String(each) === asked);
  if (step === undefined) notFound();
  const locale = await getLocale();
  const [found, around, words] = await Promise.all([
    findStep(actor, { personId: actor.id, enrolmentId, step }, now()),
    findLogSurroundings(actor, DRAFT_OF_QUICK_LOG, now()),
    curriculumWords(locale),
  ]);
  if (!found) notFound();
  const seen = { ...found, worded: { words, locale }, usual: usualWait(around.waits, found.measured.policy, locale) };
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <StepHead {...seen} />
      <div className="split">
        <div>
          <StepContent {...seen} acts={STEP_ACTIONS} />
        </div>
        <aside>
          <SignOffBox {...seen} now={now()} acts={STEP_ACTIONS} />
        </aside>
      </div>
    </>
  );
}

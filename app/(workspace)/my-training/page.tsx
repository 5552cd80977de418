import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { inOrder, stepHref } from "@/components/training/enrolment-seen";
import { OpenCriteria } from "@/components/training/open-criteria";
import { TrainingMap } from "@/components/training/training-map";
import { usualWait } from "@/components/training/usual-wait";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireViewer } from "@/lib/platform/session";
import { findLogSurroundings } from "@/lib/records/queries";
import { DRAFT_OF_QUICK_LOG } from "@/lib/records/schema";
import { listTraining } from "@/lib/training/queries";
import { DoneToast } from "../_components/done-toast";
import { MyDay } from "./_components/my-day";
import { NotEnrolled } from "./_components/not-enrolled";
import { TrainingHead } from "./_components/training-head";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("training"))("title"),
});

export default async function MyTrainingPage({ searchParams }: PageProps<"/my-training">) {
  const { actor, ...viewer } = await requireViewer();
  const locale = await getLocale();
  const [listed, around, words] = await Promise.all([
    listTraining(actor, actor.id, now()),
    findLogSurroundings(actor, DRAFT_OF_QUICK_LOG, now()),
    curriculumWords(locale),
  ]);
  const enrolments = inOrder(listed);
  const worded = { words, locale };
  const usual = usualWait(around.waits, enrolments[0]?.measure.policyToday, locale);
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <TrainingHead name={formatName(viewer, locale)} enrolments={enrolments} worded={worded} usual={usual} />
      {enrolments.length === 0 ? (
        <NotEnrolled />
      ) : (
        <>
          <MyDay enrolments={enrolments} around={around} worded={worded} usual={usual} onceKey={newId()} />
          <TrainingMap enrolments={enrolments} worded={worded} />
          <OpenCriteria enrolments={enrolments} worded={worded} hrefOf={stepHref} />
        </>
      )}
    </>
  );
}

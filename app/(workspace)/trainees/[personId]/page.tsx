import { notFound } from "next/navigation";
import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { PersonCases } from "@/components/drill/person-cases";
import { TargetLines } from "@/components/target-date/target-lines";
import { OpenRemarks } from "@/components/trainees/open-remarks";
import { inOrder } from "@/components/training/enrolment-seen";
import { OpenCriteria } from "@/components/training/open-criteria";
import { TrainingMap } from "@/components/training/training-map";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { traineePath } from "@/lib/trainees/schema";
import { listTraining } from "@/lib/training/queries";
import { noteVisit } from "@/lib/visit/commands";
import { asked } from "../../_components/asked";
import { DoneToast } from "../../_components/done-toast";
import { TraineeNotes } from "../_components/trainee-notes";

export const generateMetadata = titled("trainees", "title");

export default async function TraineePage({ params, searchParams }: PageProps<"/trainees/[personId]">) {
  const actor = await requireActor();
  const { personId } = await asked(traineePath, params);
  if (personId === actor.id) notFound();
  const [locale, t, at] = [await getLocale(), await getTranslations("trainees"), now()];
  const enrolments = inOrder(await listTraining(actor, personId, at));
  const [first] = enrolments;
  if (!first) notFound();
  after(() => noteVisit(actor, { subjectId: personId, place: "trainee", on: first.today }, at));
  const { trainee } = first.training;
  const hrefOf = (enrolmentId: string, step: number) => `/trainees/${personId}/${enrolmentId}/${step}`;
  const worded = { words: await curriculumWords(locale), locale };
  return (
    <>
      <Breadcrumb
        label={t("where")}
        trail={[{ href: "/trainees", label: t("back") }, { label: formatName(trainee, locale) }]}
      />
      <PageHead
        title={formatName(trainee, locale)}
        sub={t("onePerson.sub", { count: enrolments.length })}
        actions={<LinkButton href={`/training-record/${personId}`}>{t("onePerson.record")}</LinkButton>}
      />
      <TrainingMap enrolments={enrolments} worded={worded} />
      <TargetLines enrolments={enrolments} worded={worded} hrefOf={hrefOf} />
      <OpenCriteria enrolments={enrolments} worded={worded} hrefOf={hrefOf} />
      <PersonCases enrolments={enrolments} words={worded.words} />
      <OpenRemarks enrolments={enrolments} trainee={trainee} worded={worded} />
      <TraineeNotes actor={actor} enrolments={enrolments} />
      <DoneToast done={(await searchParams).done} />
    </>
  );
}

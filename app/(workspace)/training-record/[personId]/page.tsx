import { notFound } from "next/navigation";
import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { PaperView } from "@/components/paper/paper-view";
import { TaskBooks } from "@/components/task-book/task-books";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { buttonLook } from "@/components/ui/button-look";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireViewer } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { trainingRecordPath } from "@/lib/training-record/schema";
import { asked } from "../../_components/asked";
import { findPaper } from "../_components/find-paper";

export const generateMetadata = titled("trainingRecord", "title");

export default async function TrainingRecordPage({ params }: PageProps<"/training-record/[personId]">) {
  const viewer = await requireViewer();
  const { personId } = await asked(trainingRecordPath, params);
  const [locale, t] = [await getLocale(), await getTranslations("trainingRecord")];
  const found = await findPaper(viewer, personId, locale, now());
  if (!found) notFound();
  const { paper, person, books, noteOpening } = found;
  after(noteOpening);
  const isOwn = personId === viewer.actor.id;
  const trail = isOwn ? { href: "/my-training", label: t("mine") } : { label: formatName(person, locale) };
  return (
    <>
      <Breadcrumb label={t("where")} trail={[trail, { label: t("title") }]} />
      <PageHead
        title={paper.title}
        sub={paper.sub}
        actions={
          <a className={buttonLook({})} href={`/training-record/${personId}/pdf`}>
            {t("pdf")}
          </a>
        }
      />
      <TaskBooks books={books} words={await curriculumWords(locale)} />
      <PaperView paper={paper} />
    </>
  );
}

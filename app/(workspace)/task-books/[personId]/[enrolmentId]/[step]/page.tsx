import { notFound } from "next/navigation";
import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { PaperView } from "@/components/paper/paper-view";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { buttonLook } from "@/components/ui/button-look";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireViewer } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { stepPath } from "@/lib/trainees/schema";
import { asked } from "../../../../_components/asked";
import { findBook } from "../../../_components/find-book";

export const generateMetadata = titled("taskBook", "title");

export default async function TaskBookPage({ params }: PageProps<"/task-books/[personId]/[enrolmentId]/[step]">) {
  const viewer = await requireViewer();
  const path = await asked(stepPath, params);
  const [locale, t] = [await getLocale(), await getTranslations("taskBook")];
  const found = await findBook(viewer, path, locale, now());
  if (!found) notFound();
  const { paper, person, noteOpening } = found;
  after(noteOpening);
  const { personId, enrolmentId, step } = path;
  const trail = [
    { href: `/training-record/${personId}`, label: `${t("record")} ${formatName(person, locale)}` },
    { label: t("title") },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead
        title={paper.title}
        sub={paper.sub}
        actions={
          <a className={buttonLook({})} href={`/task-books/${personId}/${enrolmentId}/${step}/pdf`}>
            {t("pdf")}
          </a>
        }
      />
      <PaperView paper={paper} />
    </>
  );
}

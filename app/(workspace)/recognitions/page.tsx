import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListActs } from "@/components/manager/list-acts";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { pageParam } from "@/lib/readiness/schema";
import { listRecognitions } from "@/lib/recognition/queries";
import { DoneToast } from "../_components/done-toast";
import { RecognitionsFound } from "./_components/recognitions-found";

export const generateMetadata = titled("recognition", "title");

export default async function RecognitionsPage({ searchParams }: PageProps<"/recognitions">) {
  const actor = await requireActor();
  const page = pageParam.parse((await searchParams).page);
  const list = await listRecognitions(actor, page);
  if (!list) notFound();
  const [t, words] = await Promise.all([getTranslations("recognition"), curriculumWords(await getLocale())]);
  const add = { href: "/enrolments", label: t("add") };
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={<ListActs actor={actor} kind="recognitions" add={add} />} />
      <p className="lead">{t("lead")}</p>
      <RecognitionsFound {...list} page={page} words={words} />
      <DoneToast done={(await searchParams).done} />
    </>
  );
}

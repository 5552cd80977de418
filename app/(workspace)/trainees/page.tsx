import { getLocale } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listTrainees } from "@/lib/trainees/queries";
import { traineeParams } from "@/lib/trainees/schema";
import { TraineesFound } from "./_components/trainees-found";

export const generateMetadata = titled("trainees", "title");

export default async function TraineesPage({ searchParams }: PageProps<"/trainees">) {
  const actor = await requireActor();
  const params = traineeParams.parse(await searchParams);
  const [found, words, t] = await Promise.all([
    listTrainees(actor, params, now()),
    curriculumWords(await getLocale()),
    getTranslations("trainees"),
  ]);
  return (
    <>
      <PageHead title={t("title")} sub={t("sub", { count: found.total })} />
      <TraineesFound {...found} q={params.q} words={words} />
    </>
  );
}

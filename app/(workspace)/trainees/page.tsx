import { getLocale } from "next-intl/server";
import { TraineeSearch } from "@/components/trainees/trainee-search";
import { TraineeTable } from "@/components/trainees/trainee-table";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listTrainees } from "@/lib/trainees/queries";
import { TRAINEES_PAGE, traineeParams } from "@/lib/trainees/schema";
import { NoTrainees } from "./_components/no-trainees";

export const generateMetadata = titled("trainees", "title");

export default async function TraineesPage({ searchParams }: PageProps<"/trainees">) {
  const actor = await requireActor();
  const params = traineeParams.parse(await searchParams);
  const [{ rows, total, page }, words, t] = await Promise.all([
    listTrainees(actor, params, now()),
    curriculumWords(await getLocale()),
    getTranslations("trainees"),
  ]);
  const from = (page - 1) * TRAINEES_PAGE;
  const href = (number: number) =>
    `/trainees?${new URLSearchParams({ ...(params.q && { q: params.q }), page: String(number) })}`;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub", { count: total })} />
      <TraineeSearch q={params.q} />
      {rows.length === 0 ? <NoTrainees q={params.q} /> : <TraineeTable rows={rows} words={words} />}
      <Pagination
        label={t("pages")}
        range={t("range", { total, from: from + 1, to: from + rows.length })}
        {...(page > 1 && { previous: { href: href(page - 1), label: t("previous") } })}
        {...(from + rows.length < total && { next: { href: href(page + 1), label: t("next") } })}
      />
    </>
  );
}

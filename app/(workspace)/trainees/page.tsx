import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { TraineeSearch } from "@/components/trainees/trainee-search";
import { TraineeTable } from "@/components/trainees/trainee-table";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listTrainees } from "@/lib/trainees/queries";
import { type TraineeParams, traineeParams } from "@/lib/trainees/schema";
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
  return (
    <>
      <PageHead title={t("title")} sub={t("sub", { count: total })} />
      <TraineeSearch q={params.q} />
      {rows.length === 0 ? <NoTrainees q={params.q} /> : <TraineeTable rows={rows} words={words} />}
      <ListPages of="people" page={page} shown={rows.length} total={total} hrefOf={(to) => hrefOf(params, to)} />
    </>
  );
}

const hrefOf = ({ q }: TraineeParams, page: number) =>
  `/trainees?${new URLSearchParams({ ...(q && { q }), page: String(page) })}`;

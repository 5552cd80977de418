import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { ChangeTable } from "@/components/local-curriculum/change-table";
import { PlaceTable } from "@/components/local-curriculum/place-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { SectionHeading } from "@/components/ui/section-heading";
import { curriculumWords } from "@/lib/curriculum/queries";
import { listLocalChanges } from "@/lib/local-curriculum/queries";
import { pageParam } from "@/lib/local-curriculum/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../_components/done-toast";

export const generateMetadata = titled("localCurriculum", "title");

export default async function LocalCurriculumPage({ searchParams }: PageProps<"/local-curriculum">) {
  const actor = await requireActor();
  const page = pageParam.parse((await searchParams).page);
  const list = await listLocalChanges(actor, page);
  if (!list) notFound();
  const [t, words] = await Promise.all([getTranslations("localCurriculum"), curriculumWords(await getLocale())]);
  const editions = actor.managedTeamIds.length > 0 && <LinkButton href="/editions">{t("editions")}</LinkButton>;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={editions} />
      <p className="lead">{t("lead")}</p>
      {list.rows.length === 0 ? (
        <EmptyState level={2} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <ChangeTable rows={list.rows} words={words} />
      )}
      <ListPages
        page={page}
        shown={list.rows.length}
        total={list.total}
        hrefOf={(to) => `/local-curriculum?page=${to}`}
      />
      <section className="sec">
        <SectionHeading>{t("places")}</SectionHeading>
        <PlaceTable words={words} />
      </section>
      <DoneToast done={(await searchParams).done} />
    </>
  );
}

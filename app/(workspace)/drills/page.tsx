import { getLocale } from "next-intl/server";
import { DrillTable } from "@/components/drill/drill-table";
import { DrillTabs } from "@/components/event/drill-tabs";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { listDrills } from "@/lib/drill/queries";
import { pageParams } from "@/lib/event/schema";
import { getTranslations, titled } from "@/lib/platform/words";
import { requirePlanner } from "./_components/require-planner";

export const generateMetadata = titled("drills", "title");

export default async function DrillsPage({ searchParams }: PageProps<"/drills">) {
  const actor = await requirePlanner();
  const { page } = pageParams.parse(await searchParams);
  const [{ rows, total }, words, t] = await Promise.all([
    listDrills(actor, page),
    curriculumWords(await getLocale()),
    getTranslations("drills"),
  ]);
  const add = (
    <LinkButton look="outline" href="/drills/new">
      {t("add")}
    </LinkButton>
  );
  const waiting = <LinkButton href="/drills/waiting">{t("list.waiting")}</LinkButton>;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={add} />
      <DrillTabs current="drills" />
      <p className="lead">{t("lead")}</p>
      {rows.length === 0 ? (
        <EmptyState title={t("list.empty")} action={waiting}>
          {t("list.emptyText")}
        </EmptyState>
      ) : (
        <DrillTable rows={rows} words={words} />
      )}
      <ListPages page={page} shown={rows.length} total={total} hrefOf={(to) => `/drills?page=${to}`} />
    </>
  );
}

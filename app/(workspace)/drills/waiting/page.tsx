import { getLocale } from "next-intl/server";
import { WaitingGroups } from "@/components/drill/waiting-groups";
import { DrillTabs } from "@/components/event/drill-tabs";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findWaiting } from "@/lib/drill/queries";
import { pageParams } from "@/lib/event/schema";
import { now } from "@/lib/platform/clock";
import { getTranslations, titled } from "@/lib/platform/words";
import { requirePlanner } from "../_components/require-planner";

export const generateMetadata = titled("drills.waiting", "title");

export default async function WaitingPage({ searchParams }: PageProps<"/drills/waiting">) {
  const actor = await requirePlanner();
  const { page } = pageParams.parse(await searchParams);
  const [{ groups, shown, total }, words, t] = await Promise.all([
    findWaiting(actor, page, now()),
    curriculumWords(await getLocale()),
    getTranslations("drills.waiting"),
  ]);
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} />
      <DrillTabs current="waiting" />
      <p className="lead">{t("lead")}</p>
      {groups.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <WaitingGroups groups={groups} words={words} />
      )}
      <ListPages of="people" page={page} shown={shown} total={total} hrefOf={(to) => `/drills/waiting?page=${to}`} />
    </>
  );
}

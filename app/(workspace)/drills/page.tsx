import { DrillTabs } from "@/components/event/drill-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { pageParams } from "@/lib/event/schema";
import { getTranslations, titled } from "@/lib/platform/words";
import { DrillList } from "./_components/drill-list";
import { requirePlanner } from "./_components/require-planner";

export const generateMetadata = titled("drills", "title");

export default async function DrillsPage({ searchParams }: PageProps<"/drills">) {
  const actor = await requirePlanner();
  const { page } = pageParams.parse(await searchParams);
  const t = await getTranslations("drills");
  const add = <LinkButton href="/drills/new">{t("add")}</LinkButton>;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={add} />
      <DrillTabs current="drills" />
      <p className="lead">{t("lead")}</p>
      <DrillList actor={actor} page={page} />
    </>
  );
}

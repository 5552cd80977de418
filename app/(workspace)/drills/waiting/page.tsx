import { DrillTabs } from "@/components/event/drill-tabs";
import { PageHead } from "@/components/ui/page-head";
import { pageParams } from "@/lib/event/schema";
import { getTranslations, titled } from "@/lib/platform/words";
import { requirePlanner } from "../_components/require-planner";
import { WaitingList } from "../_components/waiting-list";

export const generateMetadata = titled("drills.waiting", "title");

export default async function WaitingPage({ searchParams }: PageProps<"/drills/waiting">) {
  const actor = await requirePlanner();
  const { page } = pageParams.parse(await searchParams);
  const t = await getTranslations("drills.waiting");
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} />
      <DrillTabs current="waiting" />
      <p className="lead">{t("lead")}</p>
      <WaitingList actor={actor} page={page} />
    </>
  );
}

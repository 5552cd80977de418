import { DrillTabs } from "@/components/event/drill-tabs";
import { PageHead } from "@/components/ui/page-head";
import { gridParams } from "@/lib/drill/schema";
import { getTranslations, titled } from "@/lib/platform/words";
import { CaseList } from "../_components/case-list";
import { requirePlanner } from "../_components/require-planner";

export const generateMetadata = titled("drills.grid", "teamTitle");

export default async function CasesPage({ searchParams }: PageProps<"/drills/cases">) {
  const actor = await requirePlanner();
  const params = gridParams.parse(await searchParams);
  const t = await getTranslations("drills.grid");
  return (
    <>
      <PageHead title={t("teamTitle")} sub={t("teamSub")} />
      <DrillTabs current="cases" />
      <CaseList actor={actor} params={params} />
    </>
  );
}

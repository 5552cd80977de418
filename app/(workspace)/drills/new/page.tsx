import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { choosing } from "@/lib/event/schema";
import { getTranslations, titled } from "@/lib/platform/words";
import { ChoosePeople, keptOf } from "../../events/_components/choose-people";
import { DrillEntry } from "../_components/drill-entry";
import { requirePlanner } from "../_components/require-planner";

export const generateMetadata = titled("drills.form", "title");

export default async function NewDrillPage({ searchParams }: PageProps<"/drills/new">) {
  const actor = await requirePlanner();
  const asked = choosing.parse(await searchParams);
  const [t, choose] = [await getTranslations("drills"), await getTranslations("sharedEvents.choose")];
  const isChoosing = asked.person.length === 0 || asked.choose !== null;
  const people = <ChoosePeople actor={actor} purpose="drill" choosing={asked} kept={keptOf(asked)} />;
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/drills", label: t("title") }, { label: t("form.title") }]} />
      <PageHead title={isChoosing ? choose("drillTitle") : t("form.title")} />
      {isChoosing ? people : <DrillEntry actor={actor} choosing={asked} />}
    </>
  );
}

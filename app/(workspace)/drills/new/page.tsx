import { getLocale } from "next-intl/server";
import { DrillForm } from "@/components/drill/drill-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { listNameable } from "@/lib/event/queries";
import { choosing } from "@/lib/event/schema";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { getTranslations, titled } from "@/lib/platform/words";
import { ChoosePeople, chooseHrefOf, keptOf } from "../../events/_components/choose-people";
import { requirePlanner } from "../_components/require-planner";
import { planDrillAction } from "../actions";

export const generateMetadata = titled("drills.form", "title");

export default async function NewDrillPage({ searchParams }: PageProps<"/drills/new">) {
  const actor = await requirePlanner();
  const asked = choosing.parse(await searchParams);
  const [t, e, locale] = await Promise.all([getTranslations("drills"), getTranslations("sharedEvents"), getLocale()]);
  const isChoosing = asked.person.length === 0 || asked.choose !== null;
  const people = isChoosing ? [] : await listNameable(actor, { for: "drill", chosen: asked.person, q: null });
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/drills", label: t("title") }, { label: t("form.title") }]} />
      <PageHead title={isChoosing ? e("choose.drillTitle") : t("form.title")} />
      {isChoosing ? (
        <ChoosePeople actor={actor} purpose="drill" choosing={asked} kept={keptOf(asked)} />
      ) : (
        <DrillForm
          people={people.filter(({ id }) => asked.person.includes(id))}
          words={await curriculumWords(locale)}
          kind={asked.kind === "exercise" ? "exercise" : "drillCase"}
          scenes={asked.scene}
          today={todayIn(DEFAULT_ZONE, now())}
          onceKey={newId()}
          chooseHref={chooseHrefOf("/drills/new", asked.person, keptOf(asked))}
          action={planDrillAction}
        />
      )}
    </>
  );
}

import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { CancelDrill } from "@/components/drill/cancel-drill";
import { DrillFacts } from "@/components/drill/drill-facts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { plans } from "@/lib/domain/drill";
import { findDrill } from "@/lib/drill/queries";
import { drillPath } from "@/lib/drill/schema";
import { formatDay } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { DoneToast } from "../../_components/done-toast";
import { cancelDrillAction } from "../actions";

export const generateMetadata = titled("drills", "title");

export default async function DrillPage({ params, searchParams }: PageProps<"/drills/[drillId]">) {
  const actor = await requireActor();
  const { drillId } = await asked(drillPath, params);
  const drill = await findDrill(actor, drillId);
  if (!drill) notFound();
  const locale = await getLocale();
  const [t, kinds, words] = await Promise.all([
    getTranslations("drills"),
    getTranslations("sharedEvents.kinds"),
    curriculumWords(locale),
  ]);
  const isOpen = drill.isOwn && drill.state === "planned";
  const home = plans(actor) ? { href: "/drills", label: t("title") } : { href: "/my-training", label: t("title") };
  const day = formatDay(drill.plannedOn, locale, { weekday: true });
  const hold = (
    <LinkButton look="primary" href={`/events/new?drill=${drillId}`}>
      {t("page.hold")}
    </LinkButton>
  );
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <Breadcrumb label={t("where")} trail={[home, { label: drill.title }]} />
      <PageHead
        title={drill.title}
        sub={t("page.sub", { day, kind: kinds(drill.kind) })}
        {...(isOpen && { actions: hold })}
      />
      <DrillFacts drill={drill} words={words} />
      {isOpen && <CancelDrill drillId={drillId} action={cancelDrillAction} />}
    </>
  );
}

import { getLocale } from "next-intl/server";
import { CancelDrill } from "@/components/drill/cancel-drill";
import { DrillFacts } from "@/components/drill/drill-facts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { DrillSeen } from "@/lib/drill/schema";
import { formatDay } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { cancelDrillAction } from "../actions";

type Props = { drill: DrillSeen; home: "/drills" | "/my-training" };

/** One planned drill: what it is, and what whoever planned it can do with it. */
export async function DrillPageBody({ drill, home }: Props) {
  const t = await getTranslations("drills");
  const words = await curriculumWords(await getLocale());
  const isOpen = drill.isOwn && drill.state === "planned";
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: home, label: t("title") }, { label: drill.title }]} />
      <DrillHead drill={drill} isOpen={isOpen} />
      <DrillFacts drill={drill} words={words} />
      {isOpen && <CancelDrill drillId={drill.drillId} action={cancelDrillAction} />}
    </>
  );
}

async function DrillHead({ drill, isOpen }: { drill: DrillSeen; isOpen: boolean }) {
  const [t, kinds] = [await getTranslations("drills.page"), await getTranslations("sharedEvents.kinds")];
  const { drillId, title, kind, plannedOn } = drill;
  const sub = t("sub", { day: formatDay(plannedOn, await getLocale(), { weekday: true }), kind: kinds(kind) });
  if (!isOpen) return <PageHead title={title} sub={sub} />;
  const hold = (
    <LinkButton look="primary" href={`/events/new?drill=${drillId}`}>
      {t("hold")}
    </LinkButton>
  );
  return <PageHead title={title} sub={sub} actions={hold} />;
}

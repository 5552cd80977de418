import { DrillTabs } from "@/components/event/drill-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { plans } from "@/lib/domain/drill";
import { pageParams } from "@/lib/event/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { EventList } from "./_components/event-list";

export const generateMetadata = titled("sharedEvents", "title");

export default async function EventsPage({ searchParams }: PageProps<"/events">) {
  const actor = await requireActor();
  const { page } = pageParams.parse(await searchParams);
  const t = await getTranslations("sharedEvents");
  const add = <LinkButton href="/events/new">{t("add")}</LinkButton>;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={add} />
      {plans(actor) && <DrillTabs current="events" />}
      <p className="lead">{t("lead")}</p>
      <EventList actor={actor} page={page} />
    </>
  );
}

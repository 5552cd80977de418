import { getLocale } from "next-intl/server";
import { DrillTabs } from "@/components/event/drill-tabs";
import { EventTable } from "@/components/event/event-table";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { plans } from "@/lib/domain/drill";
import { listEvents } from "@/lib/event/queries";
import { pageParams } from "@/lib/event/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";

export const generateMetadata = titled("sharedEvents", "title");

export default async function EventsPage({ searchParams }: PageProps<"/events">) {
  const actor = await requireActor();
  const { page } = pageParams.parse(await searchParams);
  const [{ rows, total }, locale, t] = await Promise.all([
    listEvents(actor, page),
    getLocale(),
    getTranslations("sharedEvents"),
  ]);
  return (
    <>
      <PageHead
        title={t("title")}
        sub={t("sub")}
        actions={
          <LinkButton look="outline" href="/events/new">
            {t("add")}
          </LinkButton>
        }
      />
      {plans(actor) && <DrillTabs current="events" />}
      <p className="lead">{t("lead")}</p>
      {rows.length === 0 ? (
        <EmptyState title={t("list.empty")}>{t("list.emptyText")}</EmptyState>
      ) : (
        <EventTable rows={rows} locale={locale} />
      )}
      <ListPages page={page} shown={rows.length} total={total} hrefOf={(to) => `/events?page=${to}`} />
    </>
  );
}

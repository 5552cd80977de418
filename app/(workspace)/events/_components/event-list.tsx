import { getLocale } from "next-intl/server";
import { EventTable } from "@/components/event/event-table";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/domain/access";
import { listEvents } from "@/lib/event/queries";
import { getTranslations } from "@/lib/platform/words";

/** Events that the reader sees, fifty a page. */
export async function EventList({ actor, page }: { actor: Actor; page: number }) {
  const [{ rows, total }, locale, t] = await Promise.all([
    listEvents(actor, page),
    getLocale(),
    getTranslations("sharedEvents.list"),
  ]);
  if (rows.length === 0)
    return (
      <EmptyState level={2} title={t("empty")}>
        {t("emptyText")}
      </EmptyState>
    );
  return (
    <>
      <EventTable rows={rows} locale={locale} />
      <ListPages page={page} shown={rows.length} total={total} hrefOf={(to) => `/events?page=${to}`} />
    </>
  );
}

import { notFound } from "next/navigation";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { listDeadJobs } from "@/lib/job/queries";
import { inboxPage } from "@/lib/notice/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../../_components/done-toast";
import { DeadJobTable } from "../_components/dead-job-table";
import { DeliveryHead } from "../_components/delivery-head";

export const generateMetadata = titled("delivery", "tabs.jobs");

export default async function DeadJobsPage({ searchParams }: PageProps<"/delivery/jobs">) {
  const actor = await requireActor();
  const { page: wanted, done } = await searchParams;
  const page = inboxPage.parse(wanted);
  const list = await listDeadJobs(actor, page);
  if (!list) notFound();
  const t = await getTranslations("delivery.jobs");
  return (
    <>
      <DeliveryHead current="jobs" />
      <p className="lead mt-3">{t("lead")}</p>
      {list.rows.length === 0 ? (
        <EmptyState level={2} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <DeadJobTable jobs={list.rows} />
      )}
      <ListPages page={page} shown={list.rows.length} total={list.total} hrefOf={(to) => `/delivery/jobs?page=${to}`} />
      <DoneToast done={done} />
    </>
  );
}

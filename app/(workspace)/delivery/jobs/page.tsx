import { notFound } from "next/navigation";
import { listDeadJobs } from "@/lib/job/queries";
import { inboxPage } from "@/lib/notice/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../../_components/done-toast";
import { DeadJobsFound } from "../_components/dead-jobs-found";
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
      <DeadJobsFound {...list} page={page} />
      <DoneToast done={done} />
    </>
  );
}

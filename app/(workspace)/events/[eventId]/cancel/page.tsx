import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { CancelEvent } from "../../_components/cancel-event";
import { requireOpenEvent } from "../../_components/own-event";

export const generateMetadata = titled("sharedEvents.cancel", "title");

export default async function CancelEventPage({ params }: PageProps<"/events/[eventId]/cancel">) {
  const { eventId, title } = await requireOpenEvent(await requireActor(), params);
  const t = await getTranslations("sharedEvents");
  const trail = [{ href: `/events/${eventId}`, label: title }, { label: t("cancel.title") }];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("cancel.title")} />
      <p className="lead">{t("cancel.lead")}</p>
      <CancelEvent eventId={eventId} />
    </>
  );
}

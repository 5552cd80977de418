import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { EventFacts } from "@/components/audit/event-facts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findEvent } from "@/lib/audit/queries";
import { eventKey } from "@/lib/audit/schema";
import { curriculumWords } from "@/lib/curriculum/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";

export const generateMetadata = titled("audit", "title");

export default async function EventPage({ params }: PageProps<"/audit/[number]">) {
  const actor = await requireActor();
  const event = await findEvent(actor, (await asked(eventKey, params)).number);
  if (!event) notFound();
  const [t, words] = await Promise.all([getTranslations("audit"), curriculumWords(await getLocale())]);
  const title = t("event.title", { number: event.seq });
  return (
    <>
      <Breadcrumb label={t("event.where")} trail={[{ href: "/audit", label: t("title") }, { label: title }]} />
      <PageHead title={title} />
      <EventFacts event={event} roleGroup={(code) => words.roleGroup(code).name} />
    </>
  );
}

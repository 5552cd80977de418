import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { EventsFound } from "@/components/audit/events-found";
import { OwnReadings } from "@/components/reading/own-readings";
import { PageHead } from "@/components/ui/page-head";
import { listEvents } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listOwnReadings } from "@/lib/reading/queries";
import { AuditWays } from "./_components/audit-ways";

export const generateMetadata = titled("audit", "title");

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const [actor, asked, t] = await Promise.all([requireActor(), searchParams, getTranslations("audit")]);
  const filter = auditFilter.parse(asked);
  const found = await listEvents(actor, filter);
  if (!found) notFound();
  const [words, readings] = [await curriculumWords(await getLocale()), await listOwnReadings(actor, now())];
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={<AuditWays />} />
      {readings && <OwnReadings readings={readings} />}
      <EventsFound {...found} filter={filter} roleGroup={(code) => words.roleGroup(code).name} />
    </>
  );
}

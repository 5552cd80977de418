import { getLocale } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listOwnRecords } from "@/lib/records/queries";
import { recordFilter } from "@/lib/records/schema";
import { DoneToast } from "../../_components/done-toast";
import { NoRecords } from "./_components/no-records";
import { RecordFilters } from "./_components/record-filters";
import { RecordPages } from "./_components/record-pages";
import { RecordTable } from "./_components/record-table";

export const generateMetadata = titled("records", "title");

export default async function RecordsPage({ searchParams }: PageProps<"/my-training/records">) {
  const actor = await requireActor();
  const asked = await searchParams;
  const filter = recordFilter.parse(asked);
  const { records, total } = await listOwnRecords(actor, filter);
  const words = await curriculumWords(await getLocale());
  const t = await getTranslations("records");
  const m = await getTranslations("myRecords.list");
  const log = (
    <LinkButton href="/my-training/records/new" look="primary">
      {m("log")}
    </LinkButton>
  );
  return (
    <>
      <DoneToast done={asked.done} />
      <PageHead title={t("title")} sub={t("list.sub", { total })} actions={log} />
      <RecordFilters filter={filter} />
      {records.length === 0 ? (
        <NoRecords filter={filter} />
      ) : (
        <RecordTable records={records} words={words} now={now()} />
      )}
      <RecordPages filter={filter} total={total} shown={records.length} />
    </>
  );
}

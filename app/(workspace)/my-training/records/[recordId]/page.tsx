import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { SectionHeading } from "@/components/ui/section-heading";
import { OriginNote } from "@/components/work-import/origin-note";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findOwnRecord } from "@/lib/records/queries";
import { claimAsked, recordKey } from "@/lib/records/schema";
import { listTraining } from "@/lib/training/queries";
import { findOrigin } from "@/lib/work-import/queries";
import { DoneToast } from "../../../_components/done-toast";
import { findUsualWait } from "../../_components/find-usual-wait";
import { AddClaim } from "./_components/add-claim";
import { ClaimList } from "./_components/claim-list";
import { RecordBack } from "./_components/record-back";
import { RecordFacts } from "./_components/record-facts";
import { RecordHead } from "./_components/record-head";
import { RecordText } from "./_components/record-text";

export const generateMetadata = titled("records", "title");

export default async function RecordPage({ params, searchParams }: PageProps<"/my-training/records/[recordId]">) {
  const actor = await requireActor();
  const key = recordKey.safeParse(await params);
  if (!key.success) notFound();
  const { done, add } = await searchParams;
  const locale = await getLocale();
  const [record, origin, enrolments, words] = await Promise.all([
    findOwnRecord(actor, key.data.recordId),
    findOrigin(actor, key.data.recordId),
    listTraining(actor, actor.id, now()),
    curriculumWords(locale),
  ]);
  if (!record) notFound();
  const t = await getTranslations("records.record");
  const seen = {
    record,
    frame: { enrolments, words, locale, usual: await findUsualWait(enrolments, locale), now: now() },
  };
  return (
    <>
      <DoneToast done={done} />
      <RecordHead {...seen} />
      <OriginNote origin={origin} />
      <div className="split">
        <div>
          <RecordText draft={record.draft} />
          <section className="sec">
            <SectionHeading>{t("claims")}</SectionHeading>
            <ClaimList {...seen} />
            <AddClaim {...seen} asked={claimAsked.parse(add ?? null)} />
          </section>
        </div>
        <aside>
          <RecordFacts {...seen} />
          <RecordBack record={record} />
        </aside>
      </div>
    </>
  );
}

import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DRAFT_OF_RECORD } from "@/lib/records/schema";
import { DoneToast } from "../../../_components/done-toast";
import { NotEnrolled } from "../../_components/not-enrolled";
import { findEarlier } from "../_components/find-earlier";
import { findLogGround } from "../_components/find-log-ground";
import { NewRecord } from "../_components/new-record";
import { wishOf } from "../_components/wish";

export const generateMetadata = titled("records.form", "title");

export default async function NewRecordPage({ searchParams }: PageProps<"/my-training/records/new">) {
  const actor = await requireActor();
  const t = await getTranslations("records");
  const wish = wishOf(await searchParams);
  const earlier = await findEarlier(actor, wish);
  const ground = await findLogGround(actor, DRAFT_OF_RECORD);
  const trail = [{ href: "/my-training", label: t("myTraining") }, { label: t("form.title") }];
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("form.title")} />
      {ground.enrolments.length === 0 ? <NotEnrolled /> : <NewRecord ground={ground} wish={wish} earlier={earlier} />}
    </>
  );
}

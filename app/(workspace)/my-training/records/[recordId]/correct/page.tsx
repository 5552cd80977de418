import { notFound, redirect } from "next/navigation";
import { valuesOf } from "@/components/training/record-form/defaults";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findForForm } from "@/lib/records/queries";
import { draftOfCorrection } from "@/lib/records/schema";
import { correctRecordAction } from "../../../actions";
import { findLogGround } from "../../_components/find-log-ground";
import { Logging } from "../../_components/logging";

export const generateMetadata = titled("records", "form.correctTitle");

export default async function CorrectRecordPage({ params }: PageProps<"/my-training/records/[recordId]/correct">) {
  const actor = await requireActor();
  const { recordId } = await params;
  const record = await findForForm(actor, recordId);
  if (!record) notFound();
  if (record.withdrawn || record.corrected) redirect(`/my-training/records/${recordId}`);
  const t = await getTranslations("records");
  const formKey = draftOfCorrection(recordId);
  const ground = await findLogGround(actor, formKey);
  return (
    <>
      <Breadcrumb
        label={t("where")}
        trail={[
          { href: "/my-training", label: t("myTraining") },
          { href: `/my-training/records/${recordId}`, label: record.draft.title },
          { label: t("form.correctTitle") },
        ]}
      />
      <PageHead title={t("form.correctTitle")} />
      <Logging
        {...ground}
        defaults={{ ...valuesOf(record.draft), ...ground.around.draft?.values }}
        onceKey={newId()}
        hidden={{ recordId }}
        isCorrection
        isAsked
        formKey={formKey}
        action={correctRecordAction}
      />
    </>
  );
}

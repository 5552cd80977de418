import { notFound } from "next/navigation";
import { HiddenField } from "@/components/form/hidden-field";
import { PageHead } from "@/components/ui/page-head";
import { SourceForm } from "@/components/work-import/source-form";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { idInAddress } from "@/lib/work-import/schema";
import { findSource } from "@/lib/work-source/queries";
import { Trail } from "../../_components/trail";
import { editSourceAction } from "../../actions";

export const generateMetadata = titled("workImport", "title");

export default async function EditSourcePage({ params }: PageProps<"/work-import/[sourceId]/edit">) {
  const actor = await requireActor();
  const sourceId = idInAddress.safeParse((await params).sourceId).data;
  const source = sourceId === undefined ? null : await findSource(actor, sourceId);
  if (!source) notFound();
  const t = await getTranslations("workImport.source");
  return (
    <>
      <Trail here={t("edit")} source={source} />
      <PageHead title={t("edit")} />
      <SourceForm mapping={source.mapping} action={editSourceAction}>
        <HiddenField name="sourceId" value={source.sourceId} />
        <HiddenField name="seen" value={source.seen} />
      </SourceForm>
    </>
  );
}

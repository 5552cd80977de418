import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { AnalystsForm } from "@/components/work-import/analysts-form";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listUnknownAnalysts } from "@/lib/work-import/queries";
import { idInAddress } from "@/lib/work-import/schema";
import { findSource, listAnalysts } from "@/lib/work-source/queries";
import { Trail } from "../../_components/trail";
import { saveAnalystsAction } from "../../actions";

export const generateMetadata = titled("workImport", "title");

export default async function AnalystsPage({ params }: PageProps<"/work-import/[sourceId]/analysts">) {
  const actor = await requireActor();
  const sourceId = idInAddress.safeParse((await params).sourceId).data;
  const source = sourceId === undefined ? null : await findSource(actor, sourceId);
  if (!source) notFound();
  const { analysts, people } = await listAnalysts(actor, source, await listUnknownAnalysts(actor, source));
  const t = await getTranslations("workImport.analysts");
  return (
    <>
      <Trail here={t("title")} source={source} />
      <PageHead title={t("title")} sub={t("lead")} />
      <AnalystsForm sourceId={source.sourceId} analysts={analysts} people={people} action={saveAnalystsAction} />
    </>
  );
}

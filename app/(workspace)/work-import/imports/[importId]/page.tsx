import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { ImportFacts, LeftOutTable } from "@/components/work-import/import-facts";
import { ImportedPeople } from "@/components/work-import/imported-people";
import { VerifyLot } from "@/components/work-import/verify-lot";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findImport } from "@/lib/work-import/queries";
import { idInAddress, lotDone } from "@/lib/work-import/schema";
import { DoneToast } from "../../../_components/done-toast";
import { Trail } from "../../_components/trail";
import { verifyImportedAction } from "../../actions";

export const generateMetadata = titled("workImport", "title");

export default async function ImportedPage({ params, searchParams }: PageProps<"/work-import/imports/[importId]">) {
  const [actor, asked] = await Promise.all([requireActor(), searchParams]);
  const importId = idInAddress.safeParse((await params).importId).data;
  const found = importId === undefined ? null : await findImport(actor, importId);
  if (!found) notFound();
  const { listed, source, shares, leftOut } = found;
  const t = await getTranslations("workImport.import");
  const title = t("title", { file: listed.fileName });
  const done = lotDone.safeParse(asked).data;
  return (
    <>
      <DoneToast done={asked.done} />
      <Trail here={listed.fileName} source={source} />
      <PageHead title={title} />
      <ImportFacts listed={listed} />
      <ImportedPeople shares={shares} />
      <VerifyLot importId={listed.importId} shares={shares} done={done} action={verifyImportedAction} />
      <LeftOutTable rows={leftOut} />
    </>
  );
}

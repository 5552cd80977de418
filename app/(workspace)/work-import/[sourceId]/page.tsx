import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { UploadForm } from "@/components/work-import/upload-form";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findWorkPreview } from "@/lib/work-import/queries";
import { idInAddress, workFilter } from "@/lib/work-import/schema";
import { DoneToast } from "../../_components/done-toast";
import { Trail } from "../_components/trail";
import { keepWorkFileAction } from "../actions";
import { SourceHead } from "./_components/source-head";
import { WaitingFile } from "./_components/waiting-file";

export const generateMetadata = titled("workImport", "title");

export default async function SourcePage({ params, searchParams }: PageProps<"/work-import/[sourceId]">) {
  const [actor, asked] = await Promise.all([requireActor(), searchParams]);
  const sourceId = idInAddress.safeParse((await params).sourceId).data;
  if (sourceId === undefined) notFound();
  const seen = await findWorkPreview(sourceId, workFilter.parse(asked), { actor, now: now() });
  if (!seen) notFound();
  const { source, preview } = seen;
  const words = await curriculumWords(await getLocale());
  return (
    <>
      <DoneToast done={asked.done} />
      <Trail here={source.mapping.name} />
      <SourceHead source={source} />
      {preview && <WaitingFile sourceId={sourceId} preview={preview} words={words} />}
      <UploadForm sourceId={sourceId} action={keepWorkFileAction} look={preview ? "outline" : "primary"} />
    </>
  );
}

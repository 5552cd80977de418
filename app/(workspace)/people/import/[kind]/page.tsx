import { notFound } from "next/navigation";
import { ImportColumns } from "@/components/people/import-columns";
import { ImportHead } from "@/components/people/import-head";
import { mayImport } from "@/lib/domain/csv-import";
import { columnsOf, findPreview } from "@/lib/import/queries";
import { importKind, previewFilter } from "@/lib/import/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { DoneToast } from "../../../_components/done-toast";
import { NoFile } from "./_components/no-file";
import { WaitingFile } from "./_components/waiting-file";

export const generateMetadata = titled("import", "title");

export default async function ImportKindPage({ params, searchParams }: PageProps<"/people/import/[kind]">) {
  const [actor, asked] = await Promise.all([requireActor(), searchParams]);
  const kind = importKind.safeParse((await params).kind).data;
  if (kind === undefined || !mayImport(actor, kind)) notFound();
  const preview = await findPreview(kind, previewFilter.parse(asked), { actor, now: now() });
  return (
    <>
      <DoneToast done={asked.done} />
      <ImportHead kind={kind} />
      {preview ? <WaitingFile kind={kind} preview={preview} /> : <NoFile kind={kind} asked={asked} />}
      <ImportColumns kind={kind} columns={columnsOf(kind)} />
    </>
  );
}

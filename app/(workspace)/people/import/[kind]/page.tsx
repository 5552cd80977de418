import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportColumns } from "@/components/people/import-columns";
import { ImportDecision } from "@/components/people/import-decision";
import { ImportDone } from "@/components/people/import-done";
import { ImportPreview } from "@/components/people/import-preview";
import { ImportUpload } from "@/components/people/import-upload";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { mayImport } from "@/lib/domain/csv-import";
import { columnsOf, findPreview } from "@/lib/import/queries";
import { importCounts, importKind, previewFilter } from "@/lib/import/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { DoneToast } from "../../../_components/done-toast";
import { discardFileAction, importFileAction, keepFileAction } from "../actions";

export default async function ImportKindPage({ params, searchParams }: PageProps<"/people/import/[kind]">) {
  const actor = await requireActor();
  const kind = importKind.safeParse((await params).kind).data;
  if (kind === undefined || !mayImport(actor, kind)) notFound();
  const asked = await searchParams;
  const preview = await findPreview(kind, previewFilter.parse(asked), { actor, now: now() });
  const t = await getTranslations("import");
  const trail = [
    { href: "/people", label: t("people") },
    { href: "/people/import", label: t("title") },
    { label: t(`kinds.${kind}`) },
  ];
  const isClean = preview !== null && preview.problems.length === 0 && preview.counts.bad === 0;
  const [done, columns] = [importCounts.safeParse(asked).data, columnsOf(kind)];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <DoneToast done={asked.done} />
      <PageHead title={t(`open.${kind}`)} sub={t(`about.${kind}`)} />
      {done && !preview && <ImportDone kind={kind} counts={done} />}
      {preview && <ImportPreview kind={kind} preview={preview} columns={columns} />}
      {preview && (
        <ImportDecision
          kind={kind}
          seen={preview.file.seen}
          counts={preview.counts}
          readable={preview.problems.length === 0}
          importFile={importFileAction}
          discard={discardFileAction}
        />
      )}
      <ImportUpload kind={kind} action={keepFileAction} look={isClean ? "outline" : "primary"} />
      <ImportColumns kind={kind} columns={columns} />
    </>
  );
}

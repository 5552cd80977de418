import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findOverview } from "@/lib/work-import/queries";
import { listPage } from "@/lib/work-import/schema";
import { ImportsSection } from "./_components/imports-section";
import { SourcesSection } from "./_components/sources-section";

export const generateMetadata = titled("workImport", "title");

export default async function WorkImportPage({ searchParams }: PageProps<"/work-import">) {
  const { page } = listPage.parse(await searchParams);
  const found = await findOverview(await requireActor(), page);
  if (!found) notFound();
  const t = await getTranslations("workImport");
  const add = <LinkButton href="/work-import/new">{t("sources.add")}</LinkButton>;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} {...(found.sources.length > 0 && { actions: add })} />
      <p className="lead">{t("rule")}</p>
      <SourcesSection sources={found.sources} add={add} />
      <ImportsSection {...found} page={page} />
    </>
  );
}

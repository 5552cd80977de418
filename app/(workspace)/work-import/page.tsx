import { notFound } from "next/navigation";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { SectionHeading } from "@/components/ui/section-heading";
import { ImportTable } from "@/components/work-import/import-table";
import { SourceTable } from "@/components/work-import/source-table";
import { mayImportWork } from "@/lib/domain/work-source";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listImports } from "@/lib/work-import/queries";
import { listPage } from "@/lib/work-import/schema";
import { listSources, listWorkTeams } from "@/lib/work-source/queries";

export const generateMetadata = titled("workImport", "title");

export default async function WorkImportPage({ searchParams }: PageProps<"/work-import">) {
  const actor = await requireActor();
  if (!mayImportWork(actor)) notFound();
  const { page } = listPage.parse(await searchParams);
  const teams = await listWorkTeams(actor);
  const ids = teams.map(({ id }) => id);
  const [sources, { imports, total }] = await Promise.all([listSources(teams), listImports(ids, page)]);
  const t = await getTranslations("workImport");
  const add = <LinkButton href="/work-import/new">{t("sources.add")}</LinkButton>;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} {...(sources.length > 0 && { actions: add })} />
      <p className="small">{t("rule")}</p>
      <section className="sec">
        <SectionHeading>{t("sources.title")}</SectionHeading>
        {sources.length === 0 ? (
          <EmptyState title={t("sources.emptyTitle")} action={add}>
            {t("sources.empty")}
          </EmptyState>
        ) : (
          <SourceTable sources={sources} />
        )}
      </section>
      <section className="sec">
        <SectionHeading>{t("imports.title")}</SectionHeading>
        <ImportTable imports={imports} />
        <ListPages page={page} shown={imports.length} total={total} hrefOf={(to) => `/work-import?page=${to}`} />
      </section>
    </>
  );
}

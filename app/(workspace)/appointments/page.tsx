import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { AppointedTable } from "@/components/manager/appointed-table";
import { EmptyPools } from "@/components/manager/empty-pools";
import { ImportLink } from "@/components/manager/import-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { listAppointed, listEmptyPools } from "@/lib/appointments/queries";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { pageParam } from "@/lib/readiness/schema";

export const generateMetadata = titled("appointments", "title");

export default async function AppointmentsPage({ searchParams }: PageProps<"/appointments">) {
  const actor = await requireActor();
  const page = pageParam.parse((await searchParams).page);
  const list = await listAppointed(actor, page);
  if (!list) notFound();
  const [t, words, empty] = await Promise.all([
    getTranslations("appointments"),
    curriculumWords(await getLocale()),
    listEmptyPools(actor),
  ]);
  const groupName = (code: RoleGroupCode) => words.roleGroup(code).name;
  const acts = (
    <>
      <ImportLink actor={actor} kind="mentors" />
      <LinkButton look="outline" href="/appointments/new">
        {t("add")}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={acts} />
      <p className="lead">{t("lead")}</p>
      {page === 1 && <EmptyPools pools={empty.rows} total={empty.total} groupName={groupName} />}
      {list.rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <AppointedTable rows={list.rows} groupName={groupName} />
      )}
      <ListPages page={page} shown={list.rows.length} total={list.total} hrefOf={(to) => `/appointments?page=${to}`} />
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AppointedTable } from "@/components/manager/appointed-table";
import { ListPages } from "@/components/manager/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { listAppointed } from "@/lib/appointments/queries";
import { curriculumWords } from "@/lib/curriculum/queries";
import { requireActor } from "@/lib/platform/session";
import { pageParam } from "@/lib/readiness/schema";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("appointments"))("title"),
});

export default async function AppointmentsPage({ searchParams }: PageProps<"/appointments">) {
  const actor = await requireActor();
  const page = pageParam.parse((await searchParams).page);
  const list = await listAppointed(actor, page);
  if (!list) notFound();
  const [t, words] = await Promise.all([getTranslations("appointments"), curriculumWords(await getLocale())]);
  const add = (
    <LinkButton look="outline" href="/appointments/new">
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={add} />
      <p className="lead">{t("lead")}</p>
      {list.rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <AppointedTable rows={list.rows} groupName={(code) => words.roleGroup(code).name} />
      )}
      <ListPages
        page={page}
        shown={list.rows.length}
        total={list.total}
        hrefOf={(to) => `/appointments?page=${to}`}
        words={{ pages: t("pages"), range: (values) => t("range", values), previous: t("previous"), next: t("next") }}
      />
    </>
  );
}

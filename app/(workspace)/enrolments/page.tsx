import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { EnrolmentTable } from "@/components/manager/enrolment-table";
import { ListActs } from "@/components/manager/list-acts";
import { SearchLine } from "@/components/manager/search-line";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { listManagedEnrolments } from "@/lib/enrolment/queries";
import { enrolmentFilter } from "@/lib/enrolment/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../_components/done-toast";

export const generateMetadata = titled("enrolments", "title");

export default async function EnrolmentsPage({ searchParams }: PageProps<"/enrolments">) {
  const actor = await requireActor();
  if (!actor.isAdmin && actor.managedTeamIds.length === 0) notFound();
  const filter = enrolmentFilter.parse(await searchParams);
  const { rows, total } = await listManagedEnrolments(actor, filter);
  const [t, words] = await Promise.all([getTranslations("enrolments"), curriculumWords(await getLocale())]);
  const { q, page } = filter;
  const add = { href: "/enrolments/new", label: t("add") };
  return (
    <>
      <PageHead
        title={t("title")}
        sub={t("sub", { count: total })}
        actions={<ListActs actor={actor} kind="enrolments" add={add} />}
      />
      <SearchLine label={t("search")} find={t("find")} q={q} />
      {rows.length === 0 ? (
        <EmptyState title={t(q ? "noHit" : "empty")}>{t(q ? "noHitText" : "emptyText")}</EmptyState>
      ) : (
        <EnrolmentTable rows={rows} groupName={(code) => words.roleGroup(code).name} />
      )}
      <ListPages
        page={page}
        shown={rows.length}
        total={total}
        hrefOf={(to) => `/enrolments?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`}
      />
      <DoneToast done={(await searchParams).done} />
    </>
  );
}

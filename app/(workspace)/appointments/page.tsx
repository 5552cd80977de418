import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { AppointedTable } from "@/components/manager/appointed-table";
import { EmptyPools } from "@/components/manager/empty-pools";
import { ListActs } from "@/components/manager/list-acts";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { listAppointed, listEmptyPools } from "@/lib/appointments/queries";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { pageParam } from "@/lib/readiness/schema";
import { DoneToast } from "../_components/done-toast";
import { AppointmentTabs } from "./_components/appointment-tabs";

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
  const add = { href: "/appointments/new", label: t("add") };
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={<ListActs actor={actor} kind="mentors" add={add} />} />
      <AppointmentTabs current="appointed" />
      <p className="lead">{t("lead")}</p>
      {page === 1 && <EmptyPools pools={empty.rows} total={empty.total} groupName={groupName} />}
      {list.rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <AppointedTable rows={list.rows} groupName={groupName} />
      )}
      <ListPages page={page} shown={list.rows.length} total={list.total} hrefOf={(to) => `/appointments?page=${to}`} />
      <DoneToast done={(await searchParams).done} />
    </>
  );
}

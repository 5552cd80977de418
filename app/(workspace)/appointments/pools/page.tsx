import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { PoolList } from "@/components/mentoring/pool-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { listPools } from "@/lib/mentoring/queries";
import { LOAD_DAYS } from "@/lib/mentoring/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { pageParam } from "@/lib/readiness/schema";
import { AppointmentTabs } from "../_components/appointment-tabs";

export const generateMetadata = titled("mentoring.pools", "title");

export default async function PoolsPage({ searchParams }: PageProps<"/appointments/pools">) {
  const actor = await requireActor();
  const page = pageParam.parse((await searchParams).page);
  const list = await listPools(actor, page, now());
  if (!list) notFound();
  const [t, words] = [await getTranslations("mentoring.pools"), await curriculumWords(await getLocale())];
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} />
      <AppointmentTabs current="pools" />
      <p className="lead">{t("lead", { days: LOAD_DAYS })}</p>
      {list.pools.length === 0 && (
        <EmptyState level={2} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      )}
      <PoolList pools={list.pools} groupName={(code) => words.roleGroup(code).name} />
      <ListPages
        page={page}
        shown={list.pools.length}
        total={list.total}
        hrefOf={(to) => `/appointments/pools?page=${to}`}
      />
    </>
  );
}

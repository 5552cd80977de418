import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { SearchLine } from "@/components/manager/search-line";
import { CandidateTable } from "@/components/rebasing/candidate-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listRebasable } from "@/lib/rebasing/queries";
import { rebasingFilter } from "@/lib/rebasing/schema";
import { DoneToast } from "../_components/done-toast";

export const generateMetadata = titled("rebasing", "title");

export default async function RebasingsPage({ searchParams }: PageProps<"/rebasings">) {
  const actor = await requireActor();
  const filter = rebasingFilter.parse(await searchParams);
  const list = await listRebasable(actor, filter, now());
  if (!list) notFound();
  const [t, policy] = await Promise.all([getTranslations("rebasing"), getTranslations("policy")]);
  const words = await curriculumWords(await getLocale());
  const { q, page } = filter;
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/policy", label: policy("title") }, { label: t("title") }]} />
      <PageHead title={t("title")} sub={t("sub", { count: list.total })} />
      <p className="lead">{t("lead")}</p>
      <SearchLine label={t("search")} find={t("find")} q={q} />
      {list.rows.length === 0 ? (
        <EmptyState level={2} title={t(q ? "noHit" : "empty")}>
          {t(q ? "noHitText" : "emptyText")}
        </EmptyState>
      ) : (
        <CandidateTable rows={list.rows} words={words} />
      )}
      <ListPages
        page={page}
        shown={list.rows.length}
        total={list.total}
        hrefOf={(to) => `/rebasings?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`}
      />
      <DoneToast done={(await searchParams).done} />
    </>
  );
}

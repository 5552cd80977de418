import { ListPages } from "@/components/layout/list-pages";
import { PAGE_SIZE } from "@/components/ui/pagination";
import { requireViewer } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listVisits } from "@/lib/profile/queries";
import { pageNumber } from "@/lib/profile/schema";
import { ProfileHead } from "../_components/profile-head";
import { NoVisits } from "./_components/no-visits";
import { VisitTable } from "./_components/visit-table";

export const generateMetadata = titled("profile.visits", "title");

export default async function VisitsPage({ searchParams }: PageProps<"/profile/visits">) {
  const { actor } = await requireViewer();
  const page = pageNumber.parse((await searchParams).page);
  const { visits, total } = await listVisits(actor, page, PAGE_SIZE);
  const t = await getTranslations("profile.visits");
  return (
    <>
      <ProfileHead current="visits" sub={t("lead")} />
      {total === 0 ? <NoVisits /> : <VisitTable visits={visits} />}
      <ListPages page={page} shown={visits.length} total={total} hrefOf={(to) => `/profile/visits?page=${to}`} />
    </>
  );
}

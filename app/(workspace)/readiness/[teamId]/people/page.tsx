import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { StandingTable } from "@/components/readiness/standing-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listCell } from "@/lib/readiness/queries";
import { cellParams, teamParam } from "@/lib/readiness/schema";
import { groupNames } from "../../_components/group-names";

export const generateMetadata = titled("readiness", "title");

export default async function CellPage({ params, searchParams }: PageProps<"/readiness/[teamId]/people">) {
  const actor = await requireActor();
  const [teamId, asked] = [teamParam.safeParse((await params).teamId), cellParams.safeParse(await searchParams)];
  const cell =
    teamId.success && asked.success
      ? await listCell(actor, { teamId: teamId.data, ...asked.data, roleGroupCode: asked.data.roleGroup }, now())
      : null;
  if (!cell || !asked.success) notFound();
  const [t, locale, names] = await Promise.all([getTranslations("readiness"), getLocale(), groupNames()]);
  const { team, people, total } = cell;
  const { roleGroup, level, page } = asked.data;
  const teamName = locale === "ja" ? team.nameJa : team.nameEn;
  const title = t("list", { group: roleGroup ? names.full(roleGroup) : t("basic"), level: t(`level.${level}`) });
  const pageHref = (to: number) =>
    `/readiness/${team.id}/people?roleGroup=${roleGroup ?? "basic"}&level=${level}&page=${to}`;
  const trail = [
    { href: "/readiness", label: t("title") },
    { href: `/readiness/${team.id}`, label: teamName },
    { label: title },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={title} sub={t("listSub", { team: teamName, count: total })} />
      {people.length === 0 ? (
        <EmptyState title={t("emptyCell")}>{t("emptyCellText")}</EmptyState>
      ) : (
        <StandingTable people={people} isBasic={roleGroup === null} />
      )}
      <ListPages of="people" page={page} shown={people.length} total={total} hrefOf={pageHref} />
    </>
  );
}

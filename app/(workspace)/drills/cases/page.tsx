import { getLocale } from "next-intl/server";
import { TeamFilter } from "@/components/drill/team-filter";
import { TeamGrid } from "@/components/drill/team-grid";
import { DrillTabs } from "@/components/event/drill-tabs";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findTeamGrid } from "@/lib/drill/queries";
import { type GridParams, gridParams } from "@/lib/drill/schema";
import { getTranslations, titled } from "@/lib/platform/words";
import { requirePlanner } from "../_components/require-planner";

export const generateMetadata = titled("drills.grid", "teamTitle");

export default async function CasesPage({ searchParams }: PageProps<"/drills/cases">) {
  const actor = await requirePlanner();
  const params = gridParams.parse(await searchParams);
  const locale = await getLocale();
  const [grid, words, t] = await Promise.all([
    findTeamGrid(actor, params),
    curriculumWords(locale),
    getTranslations("drills.grid"),
  ]);
  return (
    <>
      <PageHead title={t("teamTitle")} sub={t("teamSub")} />
      <DrillTabs current="cases" />
      <TeamFilter teams={grid.teams} team={params.team} locale={locale} />
      {grid.rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <TeamGrid grid={grid} words={words} />
      )}
      <ListPages
        of="people"
        page={params.page}
        shown={grid.rows.length}
        total={grid.total}
        hrefOf={(to) => hrefOf(params, to)}
      />
    </>
  );
}

const hrefOf = ({ team }: GridParams, page: number) =>
  `/drills/cases?${new URLSearchParams({ ...(team && { team }), page: String(page) })}`;

import { getLocale } from "next-intl/server";
import { TeamFilter } from "@/components/drill/team-filter";
import { TeamGrid } from "@/components/drill/team-grid";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { findTeamGrid } from "@/lib/drill/queries";
import type { GridParams } from "@/lib/drill/schema";
import { getTranslations } from "@/lib/platform/words";

/** The grid of a team, fifty people a page. */
export async function CaseList({ actor, params }: { actor: Actor; params: GridParams }) {
  const { team, page } = params;
  const locale = await getLocale();
  const [grid, words] = await Promise.all([findTeamGrid(actor, params), curriculumWords(locale)]);
  const hrefOf = (to: number) => `/drills/cases?${new URLSearchParams({ ...(team && { team }), page: String(to) })}`;
  return (
    <>
      <TeamFilter teams={grid.teams} team={team} locale={locale} />
      {grid.rows.length === 0 ? <Nobody /> : <TeamGrid grid={grid} words={words} />}
      <ListPages of="people" page={page} shown={grid.rows.length} total={grid.total} hrefOf={hrefOf} />
    </>
  );
}

async function Nobody() {
  const t = await getTranslations("drills.grid");
  return (
    <EmptyState level={2} title={t("empty")}>
      {t("emptyText")}
    </EmptyState>
  );
}

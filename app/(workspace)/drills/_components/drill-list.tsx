import { getLocale } from "next-intl/server";
import { DrillTable } from "@/components/drill/drill-table";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { listDrills } from "@/lib/drill/queries";
import { getTranslations } from "@/lib/platform/words";

/** Planned drills that the reader sees, fifty a page. */
export async function DrillList({ actor, page }: { actor: Actor; page: number }) {
  const [{ rows, total }, words] = await Promise.all([listDrills(actor, page), curriculumWords(await getLocale())]);
  if (rows.length === 0) return <None />;
  return (
    <>
      <DrillTable rows={rows} words={words} />
      <ListPages page={page} shown={rows.length} total={total} hrefOf={(to) => `/drills?page=${to}`} />
    </>
  );
}

async function None() {
  const t = await getTranslations("drills.list");
  return (
    <EmptyState level={2} title={t("empty")} action={<LinkButton href="/drills/waiting">{t("waiting")}</LinkButton>}>
      {t("emptyText")}
    </EmptyState>
  );
}

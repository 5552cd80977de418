import { getLocale } from "next-intl/server";
import { WaitingGroups } from "@/components/drill/waiting-groups";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { findWaiting } from "@/lib/drill/queries";
import { now } from "@/lib/platform/clock";
import { getTranslations } from "@/lib/platform/words";

/** Who waits for what, fifty people a page. */
export async function WaitingList({ actor, page }: { actor: Actor; page: number }) {
  const [{ groups, shown, total }, words, t] = await Promise.all([
    findWaiting(actor, page, now()),
    curriculumWords(await getLocale()),
    getTranslations("drills.waiting"),
  ]);
  return (
    <>
      {groups.length === 0 && (
        <EmptyState level={2} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      )}
      <WaitingGroups groups={groups} words={words} />
      <ListPages of="people" page={page} shown={shown} total={total} hrefOf={(to) => `/drills/waiting?page=${to}`} />
    </>
  );
}

import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import type { DeadJobRow } from "@/lib/job/schema";
import { useTranslations } from "@/lib/platform/words";
import { DeadJobTable } from "./dead-job-table";

type Props = { rows: readonly DeadJobRow[]; total: number; page: number };

/** What was given up, by pages, or that nothing was. */
export function DeadJobsFound({ rows, total, page }: Props) {
  const t = useTranslations("delivery.jobs");
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState level={2} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <DeadJobTable jobs={rows} />
      )}
      <ListPages page={page} shown={rows.length} total={total} hrefOf={(to) => `/delivery/jobs?page=${to}`} />
    </>
  );
}

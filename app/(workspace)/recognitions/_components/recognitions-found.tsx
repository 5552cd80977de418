import { ListPages } from "@/components/layout/list-pages";
import { RecognitionTable, type RecognitionTableRow } from "@/components/manager/recognition-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";

type Props = { rows: readonly RecognitionTableRow[]; total: number; page: number; words: CurriculumWords };

/** What was recognised, by pages, or that nothing was. */
export function RecognitionsFound({ rows, total, page, words }: Props) {
  const t = useTranslations("recognition");
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <RecognitionTable rows={rows} groupName={(code) => words.roleGroup(code).name} />
      )}
      <ListPages page={page} shown={rows.length} total={total} hrefOf={(to) => `/recognitions?page=${to}`} />
    </>
  );
}

import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import type { ReadNotice } from "@/lib/notice/schema";
import { useTranslations } from "@/lib/platform/words";
import { NoticeTable } from "./notice-table";

type Props = { notices: readonly ReadNotice[]; total: number; page: number; now: Date };

/** The reader's notices by pages, or that there are none. */
export function NoticesFound({ notices, total, page, now }: Props) {
  const t = useTranslations("inbox");
  return (
    <>
      {notices.length === 0 ? (
        <EmptyState level={2} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <NoticeTable notices={notices} now={now} />
      )}
      <ListPages page={page} shown={notices.length} total={total} hrefOf={(to) => `/notices?page=${to}`} />
    </>
  );
}

import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import type { ReadNotice } from "@/lib/notice/schema";
import { dayOf, formatInstant } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { NoticeActs } from "./notice-acts";
import { NoticeText } from "./notice-text";

/** The reader's notices; those unread stand first. */
export function NoticeTable({ notices, now }: { notices: readonly ReadNotice[]; now: Date }) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  const today = dayOf(now);
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
      rows={notices}
      rowKey={({ id }) => id}
      columns={[
        { id: "what", head: <>{t("what")}</>, cell: (notice) => <NoticeText {...notice} /> },
        { id: "at", head: <>{t("at")}</>, className: "nw", cell: ({ at }) => formatInstant(at, locale, { today }) },
        { id: "acts", head: <>{t("acts")}</>, cell: (notice) => <NoticeActs {...notice} /> },
      ]}
    />
  );
}

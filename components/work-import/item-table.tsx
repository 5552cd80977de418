import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ItemListed } from "@/lib/work-import/schema";

/** What a record rests on, line by line. */
export function ItemTable({ items }: { items: readonly ItemListed[] }) {
  const t = useTranslations("workImport.origin");
  const locale = useLocale();
  const said = (verdict: boolean | null) => (verdict === null ? t("unknown") : t(verdict ? "yes" : "no"));
  const right = ({ verdict, finalVerdict }: ItemListed) =>
    verdict === null || finalVerdict === null ? "–" : t(verdict === finalVerdict ? "right" : "wrong");
  const hasVerdicts = items.some(({ verdict }) => verdict !== null);
  return (
    <LedgerTable
      caption={t("caption")}
      rows={items}
      rowKey={({ externalId }) => externalId}
      columns={[
        { id: "id", head: t("externalId"), isRowHead: true, cell: ({ externalId }) => externalId },
        { id: "day", head: t("happenedOn"), cell: ({ happenedOn }) => formatDay(happenedOn, locale) },
        ...(hasVerdicts
          ? [
              { id: "verdict", head: t("verdict"), cell: (item: ItemListed) => said(item.verdict) },
              { id: "final", head: t("finalVerdict"), cell: (item: ItemListed) => said(item.finalVerdict) },
              { id: "right", head: t("isRight"), cell: right },
            ]
          : []),
      ]}
    />
  );
}

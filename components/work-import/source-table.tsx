import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { WorkMapping } from "@/lib/domain/work-source";
import { useTranslations } from "@/lib/platform/words";

type SourceRow = {
  readonly sourceId: string;
  readonly mapping: WorkMapping;
  readonly team: { readonly nameJa: string; readonly nameEn: string };
  readonly analysts: readonly { readonly personId: string | null }[];
};

export function SourceTable({ sources }: { sources: readonly SourceRow[] }) {
  const t = useTranslations("workImport");
  const locale = useLocale();
  const known = ({ analysts }: SourceRow) => analysts.filter(({ personId }) => personId !== null).length;
  return (
    <LedgerTable
      caption={t("sources.caption")}
      rows={sources}
      rowKey={({ sourceId }) => sourceId}
      columns={[
        {
          id: "name",
          head: t("sources.name"),
          isRowHead: true,
          cell: ({ sourceId, mapping }) => <Link href={`/work-import/${sourceId}`}>{mapping.name}</Link>,
        },
        { id: "kind", head: t("sources.kind"), cell: ({ mapping }) => t(`kinds.${mapping.kind}`) },
        { id: "team", head: t("sources.team"), cell: ({ team }) => (locale === "ja" ? team.nameJa : team.nameEn) },
        {
          id: "analysts",
          head: t("sources.analysts"),
          cell: (source) => t("sources.analystCount", { count: known(source) }),
        },
      ]}
    />
  );
}

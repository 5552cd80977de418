import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { formatInstant, formatName, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ImportListed } from "@/lib/work-import/schema";

export function ImportTable({ imports }: { imports: readonly ImportListed[] }) {
  const t = useTranslations("workImport.imports");
  const locale = useLocale();
  if (imports.length === 0) return <p className="mt-3">{t("empty")}</p>;
  const number = (head: string, of: (row: ImportListed) => number) => ({
    id: head,
    head,
    isNumber: true,
    cell: (row: ImportListed) => formatNumber(of(row), locale),
  });
  return (
    <LedgerTable
      caption={t("caption")}
      rows={imports}
      rowKey={({ importId }) => importId}
      columns={[
        {
          id: "file",
          head: t("file"),
          isRowHead: true,
          cell: ({ importId, fileName }) => <Link href={`/work-import/imports/${importId}`}>{fileName}</Link>,
        },
        { id: "source", head: t("source"), cell: ({ sourceName }) => sourceName },
        { id: "at", head: t("at"), cell: ({ importedAt }) => formatInstant(importedAt, locale) },
        { id: "by", head: t("by"), cell: ({ by }) => formatName(by, locale) },
        number(t("added"), ({ added }) => added),
        number(t("changed"), ({ changed }) => changed),
        number(t("left"), ({ left }) => left),
      ]}
    />
  );
}

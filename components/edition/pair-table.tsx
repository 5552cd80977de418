import { getLocale } from "next-intl/server";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { formatInstant, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

type Pair = { fromId: string; toId: string; fromAt: Date; toAt: Date; enrolments: number; changes: number };

/** Editions that people are still measured by, each with the one in force for them. */
export async function PairTable({ pairs }: { pairs: readonly Pair[] }) {
  const [t, locale] = await Promise.all([getTranslations("editions"), getLocale() as Promise<Locale>]);
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
      rows={pairs}
      rowKey={({ fromId, toId }) => `${fromId} ${toId}`}
      columns={[
        {
          id: "from",
          head: t("from"),
          isRowHead: true,
          cell: ({ fromId, toId, fromAt }) => (
            <Link href={`/editions/change?from=${fromId}&to=${toId}`}>
              {t("editionOf", { at: formatInstant(fromAt, locale) })}
            </Link>
          ),
        },
        { id: "to", head: t("to"), cell: ({ toAt }) => t("editionOf", { at: formatInstant(toAt, locale) }) },
        { id: "changes", head: t("changes"), isNumber: true, cell: ({ changes }) => t("items", { count: changes }) },
        {
          id: "enrolments",
          head: t("enrolments"),
          isNumber: true,
          cell: ({ enrolments }) => t("count", { count: enrolments }),
        },
      ]}
    />
  );
}

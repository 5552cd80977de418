import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { TransferRow } from "@/lib/transfer/schema";

/** Where the enrolments of a person were before, by date; nothing where they never moved. */
export function TransferHistory({ transfers }: { transfers: readonly TransferRow[] }) {
  const t = useTranslations("transfer");
  const locale = useLocale();
  const nameOf = (team: TransferRow["toTeam"]) => (locale === "ja" ? team.nameJa : team.nameEn);
  if (transfers.length === 0) return null;
  return (
    <section className="sec">
      <SectionHeading>{t("history")}</SectionHeading>
      <LedgerTable
        caption={t("historyCaption")}
        rows={transfers}
        rowKey={({ id }) => id}
        columns={[
          { id: "day", head: t("day"), isRowHead: true, cell: ({ movedOn }) => formatDay(movedOn, locale) },
          { id: "from", head: t("from"), cell: ({ fromTeam }) => nameOf(fromTeam) },
          { id: "to", head: t("to"), cell: ({ toTeam }) => nameOf(toTeam) },
          { id: "by", head: t("by"), cell: ({ by }) => formatName(by, locale) },
          { id: "reason", head: t("reason"), cell: ({ reason }) => reason },
        ]}
      />
    </section>
  );
}

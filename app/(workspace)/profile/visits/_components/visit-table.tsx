import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Visit = { viewerName: string; viewerLatinName: string; place: string; visitedAt: Date };

const KNOWN = ["record", "trainee", "ledger"] as const;

export function VisitTable({ visits }: { visits: readonly Visit[] }) {
  const t = useTranslations("profile.visits");
  const locale = useLocale();
  const nameOf = (visit: Visit) => formatName({ name: visit.viewerName, latinName: visit.viewerLatinName }, locale);
  const placeOf = ({ place }: Visit) => t(`places.${KNOWN.find((known) => known === place) ?? "other"}`);
  return (
    <LedgerTable
      caption={t("caption")}
      rows={visits}
      rowKey={(visit) => `${visit.visitedAt.toISOString()} ${visit.viewerName} ${visit.place}`}
      columns={[
        { id: "who", head: t("who"), isRowHead: true, cell: nameOf },
        { id: "place", head: t("place"), cell: placeOf },
        { id: "at", head: t("at"), cell: ({ visitedAt }) => formatInstant(visitedAt, locale) },
      ]}
    />
  );
}

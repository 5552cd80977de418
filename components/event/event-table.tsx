import { Badge } from "@/components/ui/badge";
import { type LedgerColumn, LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { EventListed } from "@/lib/event/schema";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

/** Events, the latest first: who took part, and how many of them have confirmed. */
export function EventTable({ rows, locale }: { rows: readonly EventListed[]; locale: Locale }) {
  const t = useTranslations("sharedEvents");
  const rowKey = ({ eventId }: EventListed) => eventId;
  return <LedgerTable caption={t("list.caption")} ruled rows={rows} rowKey={rowKey} columns={columns(locale, t)} />;
}

type EventWords = ReturnType<typeof useTranslations<"sharedEvents">>;

const columns = (locale: Locale, t: EventWords): LedgerColumn<EventListed>[] => [
  { id: "day", head: t("list.day"), cell: ({ happenedOn }) => formatDay(happenedOn, locale, { weekday: true }) },
  {
    id: "event",
    head: t("list.event"),
    isRowHead: true,
    cell: ({ eventId, title, kind, tlp, ended }) => (
      <>
        <Link href={`/events/${eventId}`}>{title || t("untitled")}</Link> <Tag>{t(`kinds.${kind}`)}</Tag>
        {tlp === "RED" && <Tag>{`TLP:${tlp}`}</Tag>} {ended && <Badge state="back">{t("list.cancelled")}</Badge>}
      </>
    ),
  },
  {
    id: "confirmed",
    head: t("list.confirmed"),
    isNumber: true,
    cell: ({ confirmed, people }) => t("list.of", { confirmed, people }),
  },
  { id: "by", head: t("list.by"), cell: ({ loggedBy }) => formatName(loggedBy, locale) },
];

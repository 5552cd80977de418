import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { AuditEntry } from "@/lib/domain/audit-entry";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatInstant } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { actionWords, detailWords } from "./event-words";
import { PartyName } from "./party-name";

type Props = { entries: readonly AuditEntry[]; roleGroup: (code: RoleGroupCode) => string };

/** Events in words, the latest first; the whole of one behind its number. */
export function EventTable({ entries, roleGroup }: Props) {
  const t = useTranslations("audit.list");
  const naming = { t: useTranslations("audit.details"), kinds: useTranslations("records.kinds") };
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
      rows={entries}
      rowKey={({ seq }) => String(seq)}
      columns={[
        {
          id: "number",
          head: t("number"),
          isRowHead: true,
          cell: ({ seq }) => (
            <Link href={`/audit/${seq}`} data-row>
              {seq}
            </Link>
          ),
        },
        { id: "at", head: t("at"), className: "whitespace-nowrap", cell: ({ at }) => formatInstant(at, locale) },
        { id: "actor", head: t("actor"), cell: ({ actor }) => <PartyName party={actor} /> },
        {
          id: "action",
          head: t("action"),
          cell: (entry) => (
            <>
              {actionWords(entry.action, locale)}
              {entry.details.length > 0 && (
                <span className="small sub block">
                  {entry.details.map((each) => detailWords(each, { ...naming, locale, roleGroup })).join(" · ")}
                </span>
              )}
            </>
          ),
        },
        {
          id: "subject",
          head: t("subject"),
          cell: ({ subject, isOwn }) => (isOwn ? t("own") : <PartyName party={subject} />),
        },
        { id: "hash", head: t("hash"), cell: ({ hash }) => <code className="small">{hash.slice(0, 12)}</code> },
      ]}
    />
  );
}

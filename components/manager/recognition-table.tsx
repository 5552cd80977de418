import { getLocale } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

export type RecognitionTableRow = {
  id: string;
  personId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  step: number;
  recognisedOn: string;
  reason: string;
  byName: string;
  byLatinName: string;
  revoked: boolean;
  mayRevoke: boolean;
};
type Props = { rows: readonly RecognitionTableRow[]; groupName: (code: RoleGroupCode) => string };

/** What was recognised, for whom, by whom and why. */
export async function RecognitionTable({ rows, groupName }: Props) {
  const [t, r, locale] = [
    await getTranslations("recognition"),
    await getTranslations("revocation"),
    (await getLocale()) as Locale,
  ];
  const granted = ({ roleGroupCode, step }: RecognitionTableRow) =>
    roleGroupCode === null
      ? t("basic")
      : `${groupName(roleGroupCode)} ${step === 0 ? t("common") : t("step", { step })}`;
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "person",
          head: t("person"),
          isRowHead: true,
          cell: (row) => <Link href={`/trainees/${row.personId}`}>{formatName(row, locale)}</Link>,
        },
        {
          id: "granted",
          head: t("granted"),
          cell: (row) => (
            <>
              {granted(row)} {row.revoked && <Badge state="short">{t("revoked")}</Badge>}
            </>
          ),
        },
        { id: "on", head: t("on"), className: "nw", cell: ({ recognisedOn }) => formatDay(recognisedOn, locale) },
        {
          id: "by",
          head: t("by"),
          cell: ({ byName, byLatinName }) => formatName({ name: byName, latinName: byLatinName }, locale),
        },
        { id: "reason", head: t("reason"), cell: ({ reason }) => reason },
        {
          id: "act",
          head: <span className="vh">{r("action")}</span>,
          cell: ({ id, mayRevoke }) => mayRevoke && <Link href={`/revocations/new/${id}`}>{r("open")}</Link>,
        },
      ]}
    />
  );
}

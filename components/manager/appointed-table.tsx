import { getLocale } from "next-intl/server";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatDay, formatFacts, formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

export type AppointedTableRow = {
  id: string;
  kind: "mentor" | "countersigner" | "reviewer";
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  teamNameJa: string | null;
  teamNameEn: string | null;
  basis: "proficiency" | "appointment";
  fromOn: string;
  reason: string;
  byName: string | null;
  byLatinName: string | null;
  mayEnd: boolean;
};
type Props = { rows: readonly AppointedTableRow[]; groupName: (code: RoleGroupCode) => string };

/** Where and for what somebody is appointed: フォレンジック・CSIRT本部. */
export function scopeWords(
  row: Pick<AppointedTableRow, "roleGroupCode" | "teamNameJa" | "teamNameEn">,
  {
    groupName,
    allGroups,
    organisation,
    locale,
  }: { groupName: (code: RoleGroupCode) => string; allGroups: string; organisation: string; locale: Locale },
) {
  const team = (locale === "ja" ? row.teamNameJa : row.teamNameEn) ?? organisation;
  return formatFacts([row.roleGroupCode ? groupName(row.roleGroupCode) : allGroups, team], locale);
}

/** Mentors, countersigners and reviewers who stand. */
export async function AppointedTable({ rows, groupName }: Props) {
  const [t, locale] = await Promise.all([getTranslations("appointments"), getLocale() as Promise<Locale>]);
  const scope = { groupName, allGroups: t("allGroups"), organisation: t("organisation"), locale };
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "person", head: t("person"), isRowHead: true, cell: (row) => formatName(row, locale) },
        { id: "kind", head: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
        { id: "scope", head: t("scope"), cell: (row) => scopeWords(row, scope) },
        {
          id: "basis",
          head: t("basis"),
          cell: ({ basis, reason }) => formatFacts([t(`bases.${basis}`), reason], locale),
        },
        { id: "since", head: t("since"), className: "nw", cell: ({ fromOn }) => formatDay(fromOn, locale) },
        {
          id: "by",
          head: t("by"),
          cell: ({ byName, byLatinName }) =>
            byName === null ? "–" : formatName({ name: byName, latinName: byLatinName }, locale),
        },
        {
          id: "end",
          head: <span className="vh">{t("acts")}</span>,
          cell: ({ id, mayEnd }) => mayEnd && <Link href={`/appointments/${id}/end`}>{t("end")}</Link>,
        },
      ]}
    />
  );
}

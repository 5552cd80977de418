import { getLocale } from "next-intl/server";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

export type EnrolmentTableRow = {
  enrolmentId: string;
  personId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  teamNameJa: string;
  teamNameEn: string;
  enrolledOn: string;
  openStep: number | null;
  tracks: readonly string[];
  mayRecognise: boolean;
  mayEnd: boolean;
};
type Props = { rows: readonly EnrolmentTableRow[]; groupName: (code: RoleGroupCode) => string };

/** Running enrolments with what the reader may do with one. */
export async function EnrolmentTable({ rows, groupName }: Props) {
  const [t, m, locale] = [
    await getTranslations("enrolments"),
    await getTranslations("transfer"),
    (await getLocale()) as Locale,
  ];
  const standing = ({ roleGroupCode, openStep }: EnrolmentTableRow) => {
    if (openStep === null) return t(roleGroupCode === null ? "basicCompleted" : "completed");
    if (openStep === 0) return t(roleGroupCode === null ? "basic" : "common");
    return t("step", { step: openStep });
  };
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
      rows={rows}
      rowKey={({ enrolmentId }) => enrolmentId}
      columns={[
        {
          id: "person",
          head: t("person"),
          isRowHead: true,
          cell: (row) =>
            row.mayRecognise ? (
              <Link href={`/trainees/${row.personId}`}>{formatName(row, locale)}</Link>
            ) : (
              formatName(row, locale)
            ),
        },
        {
          id: "group",
          head: t("roleGroup"),
          cell: ({ roleGroupCode }) => (roleGroupCode ? groupName(roleGroupCode) : t("basic")),
        },
        { id: "team", head: t("team"), cell: (row) => (locale === "ja" ? row.teamNameJa : row.teamNameEn) },
        { id: "since", head: t("since"), cell: ({ enrolledOn }) => formatDay(enrolledOn, locale) },
        { id: "standing", head: t("standing"), cell: standing },
        {
          id: "acts",
          head: <span className="vh">{t("acts")}</span>,
          cell: (row) => (
            <span className="row-acts">
              {row.mayRecognise && row.openStep !== null && (
                <Link href={`/recognitions/new?enrolment=${row.enrolmentId}`}>{t("recognise")}</Link>
              )}
              {row.mayRecognise && row.tracks.length > 0 && (
                <Link href={`/enrolments/${row.enrolmentId}/tracks`}>{t("changeTracks")}</Link>
              )}
              {row.mayEnd && <Link href={`/enrolments/${row.enrolmentId}/transfer`}>{m("open")}</Link>}
              {row.mayEnd && <Link href={`/enrolments/${row.enrolmentId}/end`}>{t("end")}</Link>}
            </span>
          ),
        },
      ]}
    />
  );
}

import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { Button } from "@/components/ui/button";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

type Row = {
  enrolmentId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  step: number;
  teamNameJa: string;
  teamNameEn: string;
  openedOn: string;
  rebasedOn: string | null;
  differing: number;
};
type Props = { rows: readonly Row[]; words: CurriculumWords };

/** STEPs that other values measure than today's: tick some and look what would change, by the address of the next page. */
export async function CandidateTable({ rows, words }: Props) {
  const [t, reviews, chosen] = await Promise.all([
    getTranslations("rebasing"),
    getTranslations("reviews"),
    getLocale(),
  ]);
  const locale = chosen as Locale;
  const valuesOf = ({ openedOn, rebasedOn }: Row) =>
    rebasedOn === null ? formatDay(openedOn, locale) : t("rebasedOn", { day: formatDay(rebasedOn, locale) });
  return (
    <form method="get" action="/rebasings/preview" className="sec">
      <LedgerTable
        caption={t("caption")}
        ruled
        rows={rows}
        rowKey={({ enrolmentId }) => enrolmentId}
        columns={[
          { id: "choose", head: <span className="vh">{t("choose")}</span>, cell: (row) => <Choose row={row} /> },
          {
            id: "person",
            head: t("person"),
            isRowHead: true,
            cell: (row) => (
              <Link href={`/rebasings/preview?enrolment=${row.enrolmentId}`}>{formatName(row, locale)}</Link>
            ),
          },
          { id: "place", head: t("place"), cell: (row) => placeName(reviews, words, row) },
          { id: "team", head: t("team"), cell: (row) => (locale === "ja" ? row.teamNameJa : row.teamNameEn) },
          { id: "opened", head: t("opened"), cell: valuesOf },
          {
            id: "differing",
            head: t("differing"),
            isNumber: true,
            cell: ({ differing }) => t("differingCount", { count: differing }),
          },
        ]}
      />
      <div className="form-foot">
        <Button type="submit" look="primary">
          {t("preview")}
        </Button>
      </div>
    </form>
  );
}

async function Choose({ row }: { row: Row }) {
  const [t, locale] = await Promise.all([getTranslations("rebasing"), getLocale() as Promise<Locale>]);
  const label = t("chooseOne", { name: formatName(row, locale) });
  return <input type="checkbox" name="enrolment" value={row.enrolmentId} aria-label={label} className="box" />;
}

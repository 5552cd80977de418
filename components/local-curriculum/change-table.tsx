import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Passage } from "@/components/ui/passage";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { LocalChangeSeen } from "@/lib/local-curriculum/schema";
import { formatInstant, formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

type Props = { rows: readonly LocalChangeSeen[]; words: CurriculumWords };

/** What stands: exempted or added, for whom, by whom, when and why. */
export async function ChangeTable({ rows, words }: Props) {
  const [t, reviews] = await Promise.all([getTranslations("localCurriculum"), getTranslations("reviews")]);
  const locale = (await getLocale()) as Locale;
  const reachOf = ({ teamId, teamNameJa, teamNameEn }: LocalChangeSeen) =>
    teamId === null ? t("organisation") : locale === "ja" ? teamNameJa : teamNameEn;
  return (
    <LedgerTable
      caption={t("caption")}
      ruled
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "what", head: t("what"), cell: ({ isAddition }) => t(isAddition ? "added" : "exempted") },
        {
          id: "item",
          head: t("item"),
          isRowHead: true,
          cell: ({ itemCode, roleGroupCode, step, section }) => (
            <>
              <Passage text={words.text(itemCode)} />
              <span className="below">
                {section && `${placeName(reviews, words, { roleGroupCode, step })} ${t(`sections.${section}`)} `}
                {words.item(itemCode).source.join(" ")}
              </span>
            </>
          ),
        },
        { id: "reach", head: t("reach"), cell: reachOf },
        {
          id: "why",
          head: t("why"),
          cell: ({ reason, by, madeAt }) => (
            <>
              {reason}
              <span className="below">
                {formatName(by, locale)} {formatInstant(madeAt, locale)}
              </span>
            </>
          ),
        },
        {
          id: "act",
          head: <span className="vh">{t("withdraw")}</span>,
          cell: ({ id, itemCode, mayWithdraw }) =>
            mayWithdraw && (
              <Link href={`/local-curriculum/${id}`} aria-label={t("withdrawOf", { item: words.title(itemCode) })}>
                {t("withdraw")}
              </Link>
            ),
        },
      ]}
    />
  );
}

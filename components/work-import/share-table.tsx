import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { formatName, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { PersonShare } from "@/lib/work-import/schema";

type Props = { shares: readonly PersonShare[]; words: CurriculumWords };

/** What will become what: records and claims of each person. */
export function ShareTable({ shares, words }: Props) {
  const t = useTranslations("workImport.preview");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <>
      <SectionHeading className="mt-6">{t("shares")}</SectionHeading>
      <LedgerTable
        caption={t("sharesCaption")}
        rows={shares}
        rowKey={({ personId }) => personId}
        columns={[
          { id: "person", head: t("person"), isRowHead: true, cell: ({ person }) => formatName(person, locale) },
          { id: "records", head: t("records"), cell: (share) => <Records share={share} /> },
          { id: "items", head: t("items"), isNumber: true, cell: ({ items }) => number(items) },
          {
            id: "right",
            head: t("right"),
            isNumber: true,
            cell: ({ judged, right }) =>
              judged === null || right === null ? "–" : t("ofJudged", { right: number(right), judged: number(judged) }),
          },
          { id: "claims", head: t("claims"), cell: (share) => <Claims share={share} words={words} /> },
        ]}
      />
    </>
  );
}

function Records({ share: { records, corrected } }: { share: PersonShare }) {
  const t = useTranslations("workImport.preview");
  return (
    <>
      {t("recordsCount", { records })}
      {corrected > 0 && <span className="small block">{t("corrections", { corrected })}</span>}
    </>
  );
}

function Claims({ share: { claims, otherClaims }, words }: { share: PersonShare; words: CurriculumWords }) {
  const t = useTranslations("workImport.preview");
  if (claims.length === 0 && otherClaims === 0) return t("noClaims");
  return (
    <ul>
      {claims.map(({ criterionCode, count }) => (
        <li key={criterionCode}>{t("claim", { title: words.title(criterionCode), count })}</li>
      ))}
      {otherClaims > 0 && <li>{t("otherClaims", { count: otherClaims })}</li>}
    </ul>
  );
}

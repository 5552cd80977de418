import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatName, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ImportedShare } from "@/lib/work-import/schema";

/** What each person got, and what of it waits. */
export function ImportedPeople({ shares }: { shares: readonly ImportedShare[] }) {
  const t = useTranslations("workImport");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const right = ({ judged, right: all }: ImportedShare) =>
    judged === null || all === null ? "–" : t("preview.ofJudged", { right: number(all), judged: number(judged) });
  const days = (from: string, to: string) => {
    const [first, last] = [formatDay(from, locale), formatDay(to, locale)];
    return from === to ? first : t("import.daysText", { from: first, to: last });
  };
  return (
    <section className="sec">
      <SectionHeading>{t("import.people")}</SectionHeading>
      {shares.length === 0 ? (
        <p className="mt-3">{t("import.none")}</p>
      ) : (
        <LedgerTable
          caption={t("import.peopleCaption")}
          rows={shares}
          rowKey={({ personId }) => personId}
          columns={[
            { id: "person", head: t("import.person"), isRowHead: true, cell: (share) => formatName(share, locale) },
            { id: "records", head: t("import.records"), isNumber: true, cell: ({ records }) => number(records) },
            {
              id: "days",
              head: t("import.days"),
              cell: ({ firstOn, lastOn }) => days(firstOn, lastOn),
            },
            { id: "items", head: t("import.items"), isNumber: true, cell: ({ items }) => number(items) },
            { id: "right", head: t("import.right"), isNumber: true, cell: right },
            { id: "waiting", head: t("import.waiting"), isNumber: true, cell: ({ waiting }) => number(waiting) },
          ]}
        />
      )}
    </section>
  );
}

import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ImportListed, LeftOut } from "@/lib/work-import/schema";
import { lineWords } from "./line-words";

/** Which file, by whom and when, and what came of its lines. */
export function ImportFacts({ listed }: { listed: ImportListed }) {
  const t = useTranslations("workImport.import");
  const locale = useLocale();
  const { sourceId, sourceName, importedAt, by, digest, ...counts } = listed;
  return (
    <Facts
      facts={[
        { label: t("source"), value: <Link href={`/work-import/${sourceId}`}>{sourceName}</Link> },
        { label: t("at"), value: formatInstant(importedAt, locale) },
        { label: t("by"), value: formatName(by, locale) },
        { label: t("counts"), value: t("countsText", numbersIn(counts)) },
        { label: t("digest"), value: <span className="break-all">{digest}</span> },
      ]}
    />
  );
}

const numbersIn = ({
  added,
  changed,
  unchanged,
  aside,
  left,
}: Pick<ImportListed, "added" | "changed" | "unchanged" | "aside" | "left">) => ({
  added,
  changed,
  unchanged,
  aside,
  left,
});

/** Lines that somebody left out on purpose, with the reason of each. */
export function LeftOutTable({ rows }: { rows: readonly LeftOut[] }) {
  const t = useTranslations("workImport.import");
  const locale = useLocale();
  if (rows.length === 0) return null;
  const reasons = ({ problems }: LeftOut) => problems.map((problem) => lineWords(problem, locale)).join(" ");
  return (
    <section className="sec">
      <SectionHeading>{t("leftOut")}</SectionHeading>
      <LedgerTable
        caption={t("leftOutCaption")}
        rows={rows.map((row, place) => ({ ...row, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          { id: "row", head: t("row"), isRowHead: true, className: "nw", cell: ({ row }) => t("rowOf", { row }) },
          { id: "reason", head: t("reason"), cell: reasons },
        ]}
      />
    </section>
  );
}

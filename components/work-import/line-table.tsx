import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import type { WorkLine } from "@/lib/domain/work-plan";
import { useTranslations } from "@/lib/platform/words";
import { lineWords } from "./line-words";

/** One page of lines: where in the file, about what, and what is wrong or what happens. */
export function LineTable({ lines }: { lines: readonly WorkLine[] }) {
  const t = useTranslations("workImport.preview");
  if (lines.length === 0) return <p className="mt-3">{t("none")}</p>;
  return (
    <LedgerTable
      caption={t("linesCaption")}
      rows={lines}
      rowKey={({ row, subject }) => `${row} ${subject}`}
      columns={[
        { id: "row", head: t("row"), isRowHead: true, className: "nw", cell: ({ row }) => t("rowOf", { row }) },
        { id: "subject", head: t("subject"), cell: ({ subject }) => subject },
        { id: "what", head: t("what"), cell: (line) => <What line={line} /> },
      ]}
    />
  );
}

const SAYS = { new: "adds", changed: "changes", unchanged: "same" } as const;

function What({ line: { outcome, problems, reason } }: { line: WorkLine }) {
  const t = useTranslations("workImport");
  const locale = useLocale();
  if (outcome === "bad") {
    return problems.map((problem) => (
      <p key={`${problem.column} ${problem.code}`} className="whitespace-pre-wrap">
        {lineWords(problem, locale)}
      </p>
    ));
  }
  return outcome === "aside" ? reason && t(`aside.${reason}`) : t(`preview.${SAYS[outcome]}`);
}

import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import type { ImportColumn, LineOutcome, PlannedLine } from "@/lib/domain/csv-import";
import { useTranslations } from "@/lib/platform/words";
import { columnName, problemWords } from "./problem-words";

type Line = PlannedLine<unknown>;
type Props = { lines: readonly Line[]; shown: LineOutcome; columns: readonly ImportColumn[] };

/** One page of lines: where in the file, about whom, and what is wrong or what happens. */
export function ImportLines({ lines, shown, columns }: Props) {
  const t = useTranslations("import.preview");
  if (lines.length === 0) return <p className="mt-3">{t("none")}</p>;
  return (
    <LedgerTable
      caption={t("caption")}
      rows={lines}
      rowKey={({ row }) => String(row)}
      columns={[
        { id: "row", head: t("row"), isRowHead: true, className: "nw", cell: ({ row }) => t("rowOf", { row }) },
        { id: "subject", head: t("subject"), className: "b", cell: ({ subject }) => subject },
        { id: "what", head: t("what"), cell: (line) => <What line={line} shown={shown} columns={columns} /> },
      ]}
    />
  );
}

function What({ line, shown, columns }: { line: Line; shown: LineOutcome; columns: readonly ImportColumn[] }) {
  const t = useTranslations("import.preview");
  const locale = useLocale();
  const named = (key: string) => columnName(columns, key, locale);
  if (shown === "bad") {
    const said = line.problems.map((problem) => {
      const words = problemWords(problem, locale);
      return problem.column === null ? words : t("problem", { column: named(problem.column), words });
    });
    return <Sentences said={said} />;
  }
  if (shown !== "changed") return t(shown === "new" ? "adds" : "same");
  const changes = line.changes.map(({ column, from, to }) =>
    t("change", { column: named(column), from: from || t("empty"), to: to || t("empty") }),
  );
  return <Sentences said={changes} />;
}

const Sentences = ({ said }: { said: readonly string[] }) => (
  <ul>
    {said.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

import { useLocale } from "next-intl";
import { ListPages } from "@/components/layout/list-pages";
import { Message } from "@/components/ui/message";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tabs } from "@/components/ui/tabs";
import {
  type ImportColumn,
  type ImportCounts,
  type ImportKind,
  LINE_OUTCOMES,
  type LineOutcome,
  type PlannedLine,
  type Problem,
} from "@/lib/domain/csv-import";
import { formatInstant, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { ImportLines } from "./import-lines";
import { columnName, problemWords } from "./problem-words";

type Preview = {
  readonly file: { readonly fileName: string; readonly keptAt: Date };
  readonly problems: readonly (Problem & { readonly row: number })[];
  readonly ignored: readonly string[];
  readonly counts: ImportCounts;
  readonly lines: readonly PlannedLine<unknown>[];
  readonly shown: LineOutcome;
  readonly page: number;
};
type Props = { kind: ImportKind; preview: Preview; columns: readonly ImportColumn[] };

/** What the waiting file would do, before anything is written. */
export function ImportPreview({ kind, preview, columns }: Props) {
  const t = useTranslations("import.preview");
  const locale = useLocale();
  const { file, counts, ignored, problems } = preview;
  const total = LINE_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  return (
    <section className="sec">
      <SectionHeading>{t("title", { file: file.fileName })}</SectionHeading>
      <p className="small mt-2">{t("kept", { time: formatInstant(file.keptAt, locale) })}</p>
      {ignored.length > 0 && <p className="small">{t("ignored", { columns: ignored.join(", ") })}</p>}
      {problems.length > 0 ? (
        <WholeFile problems={problems} columns={columns} />
      ) : (
        <>
          <p className="mt-2">{t("counts", { total, ...counts })}</p>
          <Verdict counts={counts} />
          <OutcomeTabs kind={kind} counts={counts} shown={preview.shown} />
          <ImportLines lines={preview.lines} shown={preview.shown} columns={columns} />
          <LinePages kind={kind} preview={preview} />
        </>
      )}
    </section>
  );
}

function WholeFile({ problems, columns }: { problems: Preview["problems"]; columns: readonly ImportColumn[] }) {
  const t = useTranslations("import.preview");
  const locale = useLocale();
  return (
    <Message tone="back" role="alert" title={t("unreadable")} safe={t("notCleanWhy")} className="my-3">
      <ul>
        {problems.map((problem) => {
          const words = problemWords(problem, locale);
          const column = problem.column ?? `${t("row")} ${formatNumber(problem.row, locale)}`;
          const name = problem.column === null ? column : columnName(columns, problem.column, locale);
          return <li key={`${column} ${problem.code}`}>{t("problem", { column: name, words })}</li>;
        })}
      </ul>
    </Message>
  );
}

function Verdict({ counts }: { counts: ImportCounts }) {
  const t = useTranslations("import.preview");
  if (counts.bad > 0)
    return <Message tone="back" role="status" title={t("notClean")} why={t("notCleanWhy")} className="my-3" />;
  const acts = counts.new + counts.changed;
  return (
    <Message
      tone={acts > 0 ? "ok" : "plain"}
      role="status"
      title={t(acts > 0 ? "clean" : "nothing")}
      className="my-3"
    />
  );
}

type TabsProps = { kind: ImportKind; counts: ImportCounts; shown: LineOutcome };

function OutcomeTabs({ kind, counts, shown }: TabsProps) {
  const t = useTranslations("import.preview");
  const tabs = LINE_OUTCOMES.map((outcome) => ({
    href: `/people/import/${kind}?show=${outcome}`,
    label: t(`outcomes.${outcome}`, { count: counts[outcome] }),
    current: outcome === shown,
  }));
  return <Tabs label={t("tabs")} tabs={tabs} />;
}

function LinePages({ kind, preview: { shown, page, counts, lines } }: { kind: ImportKind; preview: Preview }) {
  const hrefOf = (to: number) => `/people/import/${kind}?show=${shown}&page=${to}`;
  return <ListPages of="lines" page={page} shown={lines.length} total={counts[shown]} hrefOf={hrefOf} />;
}

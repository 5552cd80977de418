import { useLocale } from "next-intl";
import { ListPages } from "@/components/layout/list-pages";
import { Message } from "@/components/ui/message";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tabs } from "@/components/ui/tabs";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { WORK_OUTCOMES } from "@/lib/domain/work-plan";
import { formatInstant, formatList, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { WorkPreview } from "@/lib/work-import/schema";
import { LineTable } from "./line-table";
import { lineWords } from "./line-words";
import { ShareTable } from "./share-table";

type Props = { sourceId: string; preview: WorkPreview; words: CurriculumWords };

/** What the waiting file would do, before anything is written. */
export function Preview({ sourceId, preview, words }: Props) {
  const t = useTranslations("workImport.preview");
  const locale = useLocale();
  const { file, counts, shares } = preview;
  const total = WORK_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  return (
    <section className="sec">
      <SectionHeading>{t("title", { file: file.fileName })}</SectionHeading>
      <p className="small mt-2">{t("kept", { time: formatInstant(file.keptAt, locale) })}</p>
      {preview.problems.length > 0 ? (
        <Unreadable preview={preview} />
      ) : (
        <>
          <p className="mt-2">{t("counts", { total, ...counts })}</p>
          <Verdict preview={preview} />
          <Unknown sourceId={sourceId} preview={preview} />
          {shares.length > 0 && <ShareTable shares={shares} words={words} />}
          <Lines sourceId={sourceId} preview={preview} />
        </>
      )}
    </section>
  );
}

type Part = { preview: WorkPreview };

function Unreadable({ preview: { problems } }: Part) {
  const t = useTranslations("workImport.preview");
  const locale = useLocale();
  const said = problems.map((problem) => {
    const row = problem.column === null ? `${t("row")} ${formatNumber(problem.row, locale)}: ` : "";
    return `${row}${lineWords(problem, locale)}`;
  });
  return (
    <Message tone="back" role="alert" title={t("unreadable")} safe={t("unreadableSafe")} className="my-3">
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Message>
  );
}

function Verdict({ preview: { counts } }: Part) {
  const t = useTranslations("workImport.preview");
  if (counts.bad > 0) {
    const title = t("bad", { count: counts.bad });
    return <Message tone="back" role="status" title={title} why={t("badWhy")} className="my-3" />;
  }
  const acts = counts.new + counts.changed;
  const title = t(acts > 0 ? "clean" : "nothing");
  return <Message tone={acts > 0 ? "ok" : "plain"} role="status" title={title} className="my-3" />;
}

const NAMES_SHOWN = 10;

function Unknown({ sourceId, preview: { unknown } }: Omit<Props, "words">) {
  const t = useTranslations("workImport.preview");
  const locale = useLocale();
  if (unknown.length === 0) return null;
  const names = unknown
    .slice(0, NAMES_SHOWN)
    .map(({ shown, lines }) => t("unknownOne", { name: shown, lines: formatNumber(lines, locale) }));
  const more = unknown.length > NAMES_SHOWN ? ["…"] : [];
  const links = [{ href: `/work-import/${sourceId}/analysts`, label: t("unknownLink") }];
  return (
    <Message
      tone="wait"
      title={t("unknownTitle", { count: unknown.length })}
      why={t("unknownWhy")}
      links={links}
      className="my-3"
    >
      <p className="small">{formatList([...names, ...more], locale)}</p>
    </Message>
  );
}

function Lines({ sourceId, preview }: Omit<Props, "words">) {
  const t = useTranslations("workImport.preview");
  const { counts, shown, page, lines } = preview;
  const tabs = WORK_OUTCOMES.filter((outcome) => counts[outcome] > 0 || outcome === shown).map((outcome) => ({
    href: `/work-import/${sourceId}?show=${outcome}`,
    label: t(`outcomes.${outcome}`, { count: counts[outcome] }),
    current: outcome === shown,
  }));
  const hrefOf = (to: number) => `/work-import/${sourceId}?show=${shown}&page=${to}`;
  return (
    <>
      <Tabs label={t("tabs")} tabs={tabs} className="mt-6" />
      <LineTable lines={lines} />
      <ListPages of="lines" page={page} shown={lines.length} total={counts[shown]} hrefOf={hrefOf} />
    </>
  );
}

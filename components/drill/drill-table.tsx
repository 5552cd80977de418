import { Badge } from "@/components/ui/badge";
import { type LedgerColumn, LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { DrillListed } from "@/lib/drill/schema";
import { formatDay, formatList, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

const DRILL_BADGES = { planned: "running", held: "done", cancelled: "back" } as const;

/** Planned drills: what, when, for how many, and what became of it. */
export function DrillTable({ rows, words }: { rows: readonly DrillListed[]; words: CurriculumWords }) {
  const t = useTranslations("drills");
  const k = useTranslations("sharedEvents.kinds");
  const rowKey = ({ drillId }: DrillListed) => drillId;
  return <LedgerTable caption={t("list.caption")} ruled rows={rows} rowKey={rowKey} columns={columns(words, t, k)} />;
}

type DrillWords = ReturnType<typeof useTranslations<"drills">>;
type KindWords = ReturnType<typeof useTranslations<"sharedEvents.kinds">>;

const columns = (words: CurriculumWords, t: DrillWords, k: KindWords): LedgerColumn<DrillListed>[] => [
  { id: "day", head: t("list.day"), cell: ({ plannedOn }) => formatDay(plannedOn, words.locale, { weekday: true }) },
  {
    id: "drill",
    head: t("list.drill"),
    isRowHead: true,
    cell: ({ drillId, title, kind }) => (
      <>
        <Link href={`/drills/${drillId}`}>{title}</Link> <Tag>{k(kind)}</Tag>
      </>
    ),
  },
  {
    id: "scenes",
    head: t("list.scenes"),
    cell: ({ subCases }) => (subCases.length === 0 ? "–" : formatList(casesOf(subCases, words), words.locale)),
  },
  { id: "people", head: t("list.people"), isNumber: true, cell: ({ people }) => people },
  { id: "by", head: t("list.by"), cell: ({ plannedBy }) => formatName(plannedBy, words.locale) },
  {
    id: "state",
    head: t("list.state"),
    cell: ({ state }) => <Badge state={DRILL_BADGES[state]}>{t(`states.${state}`)}</Badge>,
  },
];

/** The cases that the scenes belong to, each once. */
const casesOf = (subCases: readonly string[], { all }: CurriculumWords) =>
  all.cases.filter((each) => each.subCases.some(({ code }) => subCases.includes(code))).map(({ name }) => name);

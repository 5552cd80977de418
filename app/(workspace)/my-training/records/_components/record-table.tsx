import { useLocale } from "next-intl";
import { Badge, type BadgeState } from "@/components/ui/badge";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { formatDay, formatElapsed } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { RecordListed } from "@/lib/records/queries";
import type { RecordState } from "@/lib/records/schema";

type Props = { records: readonly RecordListed[]; words: CurriculumWords; now: Date };

/** Own records, newest first. */
export function RecordTable({ records, words, now }: Props) {
  const t = useTranslations("records");
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("list.caption")}
      ruled
      rows={records}
      rowKey={({ recordId }) => recordId}
      columns={[
        {
          id: "title",
          head: t("list.columns.title"),
          isRowHead: true,
          cell: (record) => <Title record={record} />,
        },
        {
          id: "day",
          head: t("list.columns.day"),
          className: "whitespace-nowrap",
          cell: ({ happenedOn }) => formatDay(happenedOn, locale, { weekday: true }),
        },
        {
          id: "kind",
          head: t("list.columns.kind"),
          className: "whitespace-nowrap",
          cell: ({ kind }) => t(`kinds.${kind}`),
        },
        { id: "claims", head: t("list.columns.claims"), cell: (record) => <Claims record={record} words={words} /> },
        {
          id: "state",
          head: t("list.columns.state"),
          className: "whitespace-nowrap",
          cell: (record) => <State {...record} now={now} />,
        },
      ]}
    />
  );
}

function Title({ record: { recordId, title, tlp, evidence } }: { record: RecordListed }) {
  const t = useTranslations("records");
  return (
    <>
      <Link href={`/my-training/records/${recordId}`}>{title}</Link>
      {tlp === "RED" && <Tag className="ml-2">{t("record.tlpValue", { tlp })}</Tag>}
      {evidence > 0 && <span className="small sub ml-2 font-normal">{t("list.evidence", { count: evidence })}</span>}
    </>
  );
}

function Claims({ record: { claims }, words }: { record: RecordListed; words: CurriculumWords }) {
  const t = useTranslations("myRecords.list");
  const titles = claims.map((claim) => words.title(claim.split(":")[1] ?? ""));
  if (titles.length === 0) return <span className="faint">{t("noClaims")}</span>;
  return (
    <ul>
      {[...new Set(titles)].map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}

const BADGES: Record<RecordState, BadgeState> = {
  waiting: "waiting",
  verified: "done",
  sentBack: "back",
  unclaimed: "open",
  old: "open",
};

type StateProps = Pick<RecordListed, "state" | "withdrawn" | "waitsSince"> & { now: Date };

/** What waits says for how long. */
function State({ state, withdrawn, waitsSince, now }: StateProps) {
  const t = useTranslations("records.states");
  const locale = useLocale();
  const word = state === "old" ? t(withdrawn ? "withdrawn" : "corrected") : t(state);
  if (state === "waiting" && waitsSince !== null) {
    return <Badge state="waiting">{`${word} ${formatElapsed(new Date(waitsSince), now, locale)}`}</Badge>;
  }
  return <Badge state={BADGES[state]}>{word}</Badge>;
}

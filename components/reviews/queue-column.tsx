import { Form } from "@/components/form/form";
import { ListPages } from "@/components/layout/list-pages";
import { Disclosure } from "@/components/ui/disclosure";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { countIn, type QueueTab } from "@/lib/domain/queue";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import type { Queue, QueueItem } from "@/lib/queue/schema";
import { BatchBar } from "./batch-bar";
import { BatchResult } from "./batch-result";
import { QueueEntry } from "./queue-entry";
import { itemTitle } from "./queue-words";

type Props = {
  queue: Queue;
  tab: QueueTab;
  words: CurriculumWords;
  /** Of what stands open beside the queue. */
  currentId: string | null;
  verifyTogether: FormAction;
  className?: string;
};

/** The waiting column: what needs a look, then what can be verified together. */
export function QueueColumn({ queue, tab, words, currentId, verifyTogether, className = "" }: Props) {
  const t = useTranslations("reviews");
  const total = countIn(tab, queue.counts);
  const groups = [
    { isForBatch: false, title: t("inOrder", { count: total - queue.forBatch }), note: t("tickNote") },
    { isForBatch: true, title: t("together", { count: queue.forBatch }), note: t("togetherNote") },
  ];
  return (
    <section className={`q ${className}`} aria-label={t("queue")}>
      <Form action={verifyTogether} className="q-form">
        <Refused items={queue.items} words={words} />
        <div className="q-list">
          {groups.map(({ isForBatch, title, note }) => (
            <Group
              key={title}
              title={title}
              note={note}
              items={queue.items.filter((item) => item.isForBatch === isForBatch)}
              {...{ tab, words, currentId }}
            />
          ))}
          <Others {...{ queue, tab, words, currentId }} />
          <QueuePages queue={queue} tab={tab} total={total} />
        </div>
        {queue.forBatch > 0 && <TogetherBar />}
      </Form>
    </section>
  );
}

type GroupProps = Pick<Props, "tab" | "words" | "currentId"> & {
  title: string;
  note: string;
  items: readonly QueueItem[];
};

function Group({ title, note, items, tab, words, currentId }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <>
      <div className="q-sep">
        <h2 className="b ink">{title}</h2>
        <span>{note}</span>
      </div>
      <ul>
        {items.map((item) => (
          <QueueEntry
            key={`${item.kind} ${item.id}`}
            item={item}
            tab={tab}
            words={words}
            isCurrent={item.id === currentId}
          />
        ))}
      </ul>
    </>
  );
}

/** What others have taken on, folded at the end. */
function Others({ queue: { others, heldByOthers }, ...shown }: Pick<Props, "queue" | "tab" | "words" | "currentId">) {
  const t = useTranslations("mentoring.hold");
  if (others.length === 0) return null;
  return (
    <Disclosure
      className="q-others"
      summary={t("othersTitle", { count: heldByOthers })}
      open={others.some(({ id }) => id === shown.currentId)}
    >
      <ul>
        {others.map((item) => (
          <QueueEntry
            key={`${item.kind} ${item.id}`}
            item={{ ...item, isForBatch: false }}
            tab={shown.tab}
            words={shown.words}
            isCurrent={item.id === shown.currentId}
            isOthers
          />
        ))}
      </ul>
    </Disclosure>
  );
}

function QueuePages({ queue: { page, items }, tab, total }: Pick<Props, "queue" | "tab"> & { total: number }) {
  const hrefOf = (to: number) => `/reviews?${new URLSearchParams({ ...(tab !== "all" && { tab }), page: String(to) })}`;
  return <ListPages page={page} shown={items.length} total={total} hrefOf={hrefOf} />;
}

const WHY_NOT = [
  "NotFound",
  "ClaimTakenBack",
  "AlreadyVerified",
  "AlreadySentBack",
  "HeldByAnother",
  "NeedsJudgement",
  "NumbersMissing",
  "Busy",
] as const;

/** What could not be verified together, by the titles that still wait here. */
function Refused({ items, words }: { items: readonly QueueItem[]; words: CurriculumWords }) {
  const t = useTranslations("reviews");
  const records = items.filter(({ kind }) => kind === "record");
  return (
    <BatchResult
      title={t("batch.failed")}
      gone={t("batch.gone")}
      reasons={Object.fromEntries(WHY_NOT.map((code) => [code, t(`batch.reasons.${code}`)]))}
      titles={Object.fromEntries(records.map((item) => [item.id, itemTitle(item, t, words)]))}
    />
  );
}

function TogetherBar() {
  const t = useTranslations("reviews.batch");
  return (
    <BatchBar
      words={{
        count: t.raw("count") as string,
        hint: t("hint"),
        all: t("all"),
        clear: t("clear"),
        verify: t.raw("verify") as string,
        verifyPlain: t("verifyPlain"),
        pending: t("pending"),
      }}
    />
  );
}

import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { EmptyDesk } from "@/components/reviews/empty-desk";
import { FocusCurrent } from "@/components/reviews/focus-current";
import type { Around } from "@/components/reviews/move-links";
import { QueueColumn } from "@/components/reviews/queue-column";
import { queueHref } from "@/components/reviews/queue-href";
import { ReviewHead } from "@/components/reviews/review-head";
import { Link } from "@/components/ui/link";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { neighbours } from "@/lib/domain/queue";
import { useTranslations } from "@/lib/platform/words";
import { placeText, type Queue, type QueueItem, type QueueParams } from "@/lib/queue/schema";
import { DoneToast } from "../../_components/done-toast";
import { verifyTogetherAction } from "../actions";

type Props = {
  queue: Queue;
  params: QueueParams;
  done: string | string[] | undefined;
  /** What is open; null on the queue's own page, where the longest wait is. */
  openId: string | null;
  desk: (open: { words: CurriculumWords; around: Around; item: QueueItem | null }) => ReactNode;
};

/** The queue beside what is open. On a telephone they are two pages. */
export async function ReviewPage({ queue, params, done, openId, desk }: Props) {
  const words = await curriculumWords(await getLocale());
  const { tab } = params;
  const isQueuePage = openId === null;
  const currentId = openId ?? queue.items[0]?.id ?? null;
  return (
    <div className="flush">
      {done !== undefined && <FocusCurrent id="current" key={currentId} />}
      <DoneToast done={done} />
      <ReviewHead queue={queue} tab={tab} className={isQueuePage ? "" : WIDE_ONLY} />
      {!isQueuePage && <BackToQueue />}
      {currentId === null ? (
        <EmptyDesk isTab={tab !== "all"} />
      ) : (
        <div className="rev">
          <QueueColumn
            {...{ queue, tab, words, currentId }}
            verifyTogether={verifyTogetherAction}
            className={isQueuePage ? "" : WIDE_ONLY}
          />
          <div className={`rev-open ${isQueuePage ? WIDE_ONLY : ""}`}>
            {desk({ words, ...openOf(queue, params, currentId) })}
          </div>
        </div>
      )}
    </div>
  );
}

const WIDE_ONLY = "wide-only";

function openOf({ items }: Queue, { tab }: QueueParams, currentId: string) {
  const isCurrent = ({ id }: QueueItem) => id === currentId;
  const { previous, next } = neighbours(items, isCurrent);
  const item = items.find(isCurrent) ?? null;
  const around = {
    previous: previous && queueHref(previous, tab),
    next: next && queueHref(next, tab),
    place: item && placeText({ ...item, tab }),
  };
  return { item, around };
}

function BackToQueue() {
  const t = useTranslations("reviews");
  return (
    <div className="mid:hidden">
      <h1 className="vh">{t("title")}</h1>
      <p className="crumb px-4 pt-3">
        <Link href="/reviews">{t("backToQueue")}</Link>
      </p>
    </div>
  );
}

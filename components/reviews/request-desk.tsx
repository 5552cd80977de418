import { useLocale } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { formatFacts, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { QueueItem } from "@/lib/queue/schema";
import { type Around, MoveLinks } from "./move-links";
import { queueHref } from "./queue-href";
import { itemTitle, waitText } from "./queue-words";

type Props = { item: QueueItem; words: CurriculumWords; around: Around };

/** A STEP waits: it is decided on a page of its own, criterion by criterion. */
export function RequestDesk({ item, words, around }: Props) {
  const t = useTranslations("reviews");
  const locale = useLocale();
  return (
    <div className="rev-desk">
      <section className="ev">
        <p className="crumb">
          {formatFacts(
            [formatName(item.trainee, locale), t(`kinds.${item.kind}`), waitText(item.wait.hours, locale)],
            locale,
          )}
        </p>
        <h2 id="current" tabIndex={-1} className="phrase">
          {itemTitle(item, t, words)}
        </h2>
        <p className="prose">{t(item.kind === "countersign" ? "request.textCountersign" : "request.text")}</p>
        <p className="mt-3">
          <LinkButton look="primary" href={queueHref(item)} hint="Enter" data-key="enter">
            {t("request.open")}
          </LinkButton>
        </p>
      </section>
      <div className="decide">
        <MoveLinks {...around} />
      </div>
    </div>
  );
}

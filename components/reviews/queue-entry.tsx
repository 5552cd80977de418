import { useLocale } from "next-intl";
import { WaitBar } from "@/components/chart/wait-bar";
import { Link } from "@/components/ui/link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { QueueTab } from "@/lib/domain/queue";
import { factDot, formatDay, formatFacts, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { QueueHold, QueueItem } from "@/lib/queue/schema";
import { queueHref } from "./queue-href";
import { itemDetail, itemTitle, waitText } from "./queue-words";

type Props = { item: QueueItem; tab: QueueTab; words: CurriculumWords; isCurrent: boolean; isOthers?: boolean };

/** One waiting thing: what, whose, how long; a box where it can be verified together with others. */
export function QueueEntry({ item, tab, words, isCurrent, isOthers = false }: Props) {
  const t = useTranslations("reviews");
  const locale = useLocale();
  const title = itemTitle(item, t, words);
  const { hours, usualHours, isLate } = item.wait;
  return (
    <li className={isCurrent ? "qi cur" : "qi"}>
      {item.isForBatch ? (
        <label className="q-tick">
          <span className="vh">{t("batch.select", { title })}</span>
          <input
            type="checkbox"
            className="box"
            name="records[]"
            value={item.id}
            {...(isCurrent && { "data-key": "x" })}
          />
        </label>
      ) : (
        <span />
      )}
      <div>
        <p className="t">
          <Link href={queueHref(item, tab)} {...(isCurrent && { "aria-current": "true" as const })}>
            {title}
          </Link>
        </p>
        <p className="d">
          {formatFacts(itemDetail(item, t, locale), locale)}
          {item.hold && <HeldNote hold={item.hold} isOthers={isOthers} />}
          {item.isResubmitted && <span className="nw">{factDot(locale) + t("resubmitted")}</span>}
        </p>
      </div>
      <div className="w">
        <b className={isLate ? "over" : undefined}>{waitText(hours, locale)}</b>
        {isLate && <VisuallyHidden> {t("late")}</VisuallyHidden>}
        <br />
        <WaitBar waitedHours={hours} usualHours={usualHours} />
      </div>
    </li>
  );
}

/** A hold ends within days: its year goes without saying. */
function HeldNote({ hold, isOthers }: { hold: QueueHold; isOthers: boolean }) {
  const t = useTranslations("mentoring.hold");
  const locale = useLocale();
  const until = `${formatDay(hold.on, locale, { today: hold.on })} ${hold.time}`;
  const text = isOthers ? t("queueOthers", { name: formatName(hold, locale), until }) : t("queueMine", { until });
  return <span className="block">{text}</span>;
}
